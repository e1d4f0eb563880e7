import type { Case } from '../core/case.js';
import type { Opinion, OutcomeVerdict } from '../questions/holds-findings.js';
import { sentenceCase, series } from './phrases.js';

/** Who puts an outcome above, below and level with another, as words that may follow one another. */
function opinions(
  theCase: Case,
  views: OutcomeVerdict['againstToday'],
): Readonly<Record<Opinion, string>> {
  const named = (opinion: Opinion) =>
    series(theCase.parties.filter(({ id }) => views[id] === opinion).map(({ called }) => called));
  return { better: named('better'), worse: named('worse'), same: named('same') };
}

/** `Better than today for A and B; neither better nor worse for C.` */
export function opinionSentence(theCase: Case, verdict: OutcomeVerdict): string {
  return sentenceOf(opinions(theCase, verdict.againstToday), 'than today');
}

/** The same against where an answer starts; empty where that is today. */
export function startOpinionSentence(theCase: Case, verdict: OutcomeVerdict): string {
  return sentenceOf(opinions(theCase, verdict.againstStart), 'than where this starts');
}

function sentenceOf(
  { better, worse, same }: Readonly<Record<Opinion, string>>,
  than: string,
): string {
  const parts = [
    ...(better ? [`better ${than} for ${better}`] : []),
    ...(worse ? [`worse ${than} for ${worse}`] : []),
    ...(same ? [`neither better nor worse for ${same}`] : []),
  ];
  return parts.length === 0 ? '' : `${sentenceCase(parts.join('; '))}.`;
}

/** `Better for A and B. Worse for C.`, under a heading that says against what. */
export function opinionWords(theCase: Case, verdict: OutcomeVerdict): string {
  const { better, worse, same } = opinions(theCase, verdict.againstToday);
  return [
    ...(better ? [`Better for ${better}.`] : []),
    ...(worse ? [`Worse for ${worse}.`] : []),
    ...(same ? [`The same for ${same}.`] : []),
  ].join(' ');
}
