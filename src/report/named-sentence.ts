import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { NamedVerdict } from '../questions/holds-findings.js';
import type { Inline } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { markWords } from './mark-words.js';
import { opinionSentence } from './opinion-words.js';
import { sentenceCase } from './phrases.js';
import { capitalised, exitSentence, unlessTogether, type Words } from './words.js';

/**
 * One sentence or two on a named outcome or proposal, to follow its label and a colon.
 *
 * @param detail - `short` leaves out how many forms fail, so that outcomes that fail for the same
 *   reason have the same sentence.
 */
export function namedSentence(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  verdict: NamedVerdict,
  detail: 'full' | 'short',
): readonly Inline[] {
  const { nearest, states, holding } = verdict;
  if (!nearest) return ['no possible outcome is covered by it.'];
  const why = (text: string, party?: string): Inline => ({
    kind: 'why',
    text,
    ask:
      party === undefined
        ? { about: 'outcome', state: nearest.state }
        : { about: 'verdict', party, state: nearest.state },
  });
  const told = verdict.kind === 'proposal' ? opinionSentence(theCase, nearest) : '';
  const opinion = told === '' ? [] : [` ${told}`];
  const red =
    nearest.crossing.length > 0
      ? [` It crosses a red line of ${words.parties(nearest.crossing)}.`]
      : [];
  const forms =
    states > 1 ? ` (${groupedDigits(holding.length)} of its ${groupedDigits(states)} forms)` : '';
  const nearestForm = report.today === null ? 'its first form' : 'the form nearest to today';
  if (nearest.holds) {
    const mark = nearest.mark ? `; ${markWords[nearest.mark]}` : '';
    const deterred = nearest.reasons.filter((reason) => reason.verdict === 'deterred');
    const held =
      deterred.find(({ exits }) => exits.some((one) => unlessTogether(words, one))) ?? deterred[0];
    const exit =
      held?.exits.find((one) => unlessTogether(words, one) !== undefined) ?? held?.exits[0];
    return [
      why(`would hold once in place${forms}`),
      `${mark}.`,
      ...(held && exit ? [' ', ...capitalised(exitSentence(words, held, exit))] : []),
      ...red,
      ...opinion,
    ];
  }
  const leavers = nearest.reasons.filter((reason) => reason.verdict === 'leaves');
  const [leaver, ...others] = leavers;
  const first = leaver?.exits[0];
  const inAny =
    states > 1 && detail === 'full' ? ` in any of its ${groupedDigits(states)} forms` : '';
  const holds =
    verdict.nearestHolding === null
      ? []
      : [
          {
            kind: 'why' as const,
            text: `would hold once in place${forms}`,
            ask: { about: 'outcome' as const, state: verdict.nearestHolding },
          },
          `, such as: ${words.description(verdict.nearestHolding)}${words.number(verdict.nearestHolding)}. In ${nearestForm} it `,
        ];
  const leave = leaver && first ? exitSentence(words, leaver, first) : [];
  return [
    ...holds,
    why(`would not hold${holds.length > 0 ? '' : inAny}`, leaver?.party),
    '. ',
    ...(states > 1 && holds.length === 0 ? [`In ${nearestForm} `, ...leave] : capitalised(leave)),
    ...(others.length > 0
      ? [` ${sentenceCase(words.parties(others.map(({ party }) => party)))} would leave too.`]
      : []),
    ...red,
    ...opinion,
  ];
}
