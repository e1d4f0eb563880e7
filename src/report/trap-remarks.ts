import type { Case } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';
import type { Report } from '../core/report.js';
import type { TrapKind } from '../questions/trap-findings.js';
import type { TrapOptions, TrapsFindings } from '../questions/traps.js';
import { plainText } from './document.js';
import { trapSentence } from './trap-words.js';
import { wordsFor } from './words.js';

/** A sentence about a place in the file. */
export type TrapRemark = { readonly kind: TrapKind; readonly path: Path; readonly text: string };

/** What the verdicts hang on, a sentence a place, for whoever checks the file. */
export function trapRemarks(
  theCase: Case,
  report: Report<TrapOptions, TrapsFindings>,
): readonly TrapRemark[] {
  const levelsOf = (state: number) => report.levels[String(state)] ?? [];
  const words = wordsFor(theCase, report.today, levelsOf, report.names, report.concept);
  return report.traps.map((trap) => ({
    kind: trap.kind,
    path: trap.path,
    text: plainText(trapSentence(theCase, words, trap)),
  }));
}
