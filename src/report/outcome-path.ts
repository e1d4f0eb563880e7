import type { Case } from '../core/case.js';
import type { Inline } from './document.js';
import { type HoldsReport, wordsForHolds } from './holds-words.js';
import { chainOfSteps, knownSteps, type Step } from './known-steps.js';
import { sentenceCase } from './phrases.js';
import { type Offer, smallestOffers } from './smallest-offers.js';
import { whyNotOnOffer } from './unsigned-words.js';
import type { Words } from './words.js';

/** One stretch of the way to an outcome. */
export type PathStep = {
  readonly from: number;
  readonly to: number;
  /** All of them where it is signed together, else one. */
  readonly parties: readonly string[];
  readonly isSigned: boolean;
  readonly content: readonly Inline[];
};

/** How an outcome would come about from today. */
export type OutcomePath = {
  /** Empty at today itself, and where nothing leads to it. */
  readonly steps: readonly PathStep[];
  /** What to say of the way as a whole. */
  readonly says: string;
  /** Where nothing leads to it: who could sign it, and who of them would not, for which want. */
  readonly whyNot: readonly Inline[];
};

/**
 * The shortest way by which an outcome would come about from today: a chain of steps, or one signed
 * step of an offer, with the steps before it (to where things go) and after it.
 *
 * Steps alone come before anything that must be signed; of offers, the direct before those that lead
 * there by later steps, then the fewest stretches, then the smallest group, then the order of the
 * answer. A chain goes round no circle. Time O(states + steps + offers).
 */
export function outcomePath(theCase: Case, report: HoldsReport, state: number): OutcomePath {
  const words = wordsForHolds(theCase, report);
  const { today } = report;
  if (today === null) return nothing('The case has no today, so no way to it can be told.');
  if (state === today) return nothing('This is where things stand today.');
  const stepsAt = knownSteps(report);
  const chain = (start: number, end: number) => chainOfSteps(stepsAt, start, (one) => one === end);
  const alone = chain(today, state);
  if (alone) {
    return {
      steps: stretches(words, today, alone),
      says: 'Left alone, by steps that nothing deters; the shortest way:',
      whyNot: [],
    };
  }
  const found = offersTo(report, state)
    .flatMap((offer) => {
      const before = chain(today, offer.from);
      const after = chain(offer.sign, state);
      return before && after ? [{ offer, before, after }] : [];
    })
    .sort(
      (a, b) =>
        a.before.length + a.after.length - b.before.length - b.after.length ||
        a.offer.group.length - b.offer.group.length,
    )[0];
  if (!found) {
    return nothing(
      'No steps lead to it from today, and no group is offered it. It would have to be brought about by something else.',
      whyNotOnOffer(words, report, state),
    );
  }
  const { offer, before, after } = found;
  return {
    steps: [
      ...stretches(words, today, before),
      signed(words, offer),
      ...stretches(words, offer.sign, after),
    ],
    says:
      before.length === 0
        ? 'Signed together, from today:'
        : 'Signed together, from where things go:',
    whyNot: [],
  };
}

function nothing(says: string, whyNot: readonly Inline[] = []): OutcomePath {
  return { steps: [], says, whyNot };
}

/** The offers that lead to an outcome that would hold; of any other outcome, those that sign it. */
function offersTo(report: HoldsReport, state: number): readonly Offer[] {
  const verdict = report.verdicts.find((one) => one.state === state);
  return verdict
    ? smallestOffers(report.onOffer, verdict)
    : report.onOffer.filter(({ sign }) => sign === state);
}

function stretches(words: Words, start: number, steps: readonly Step[]): readonly PathStep[] {
  let from = start;
  return steps.map(({ party, to }) => {
    const stretch: PathStep = {
      from,
      to,
      parties: [party],
      isSigned: false,
      content: [
        {
          kind: 'why',
          text: sentenceCase(words.party(party)),
          ask: { about: 'verdict', party, state: from },
        },
        ` could ${words.acts(from, to)}.`,
      ],
    };
    from = to;
    return stretch;
  });
}

function signed(words: Words, { from, sign, group }: Offer): PathStep {
  return {
    from,
    to: sign,
    parties: group,
    isSigned: true,
    content: [
      `${sentenceCase(words.parties(group))} together could ${words.acts(from, sign)}: each of them would be better off than where it signs.`,
    ],
  };
}
