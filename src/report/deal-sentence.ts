import type { Case } from '../core/case.js';
import { compare, parseRational, type Rational } from '../core/rational.js';
import type { Amount, DealVerdict, Standing } from '../questions/deals-findings.js';
import { amountWords } from './amount-words.js';
import type { DealsReport } from './deals-words.js';
import { type PartyDifference, partiesWithDifferences } from './difference-words.js';
import { type Inline, type ListItem, plainText } from './document.js';
import { markWords } from './mark-words.js';
import { againstWords } from './no-deal-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import { capitalised, exitSentence, unlessTogether, type Words } from './words.js';

type Against = DealVerdict['against'][number];

/** Who must sign: `Needs the consent of A, and of enough of B, C and D.` */
export function consentSentence(words: Words, { required, signers, rules }: Against): string {
  const others = signers.filter((party) => !required.includes(party));
  if (signers.length === 0) return 'Needs nobody’s consent.';
  if (others.length === 0) return `Needs the consent of ${words.parties(required)}.`;
  if (rules.length > 0 && others.length > 1) {
    const outside = required.filter(
      (party) => !rules.some((rule) => rule.includes(words.party(party))),
    );
    const list = series([...(outside.length > 0 ? [words.parties(outside)] : []), ...rules]);
    return `Needs the consent of ${list}.`;
  }
  const enough =
    others.length === 1
      ? `may need that of ${words.parties(others)}`
      : `enough of ${words.parties(others)}`;
  if (required.length === 0) return `Needs the consent of ${enough}.`;
  return `Needs the consent of ${words.parties(required)}, and ${others.length === 1 ? '' : 'of '}${enough}.`;
}

/**
 * `better than no deal for A (“x”) on this reading; neither better nor worse for B.` for those of the
 * parties that are given; empty for none.
 */
function standingSentence(
  words: Words,
  against: Against,
  parties: readonly string[],
): readonly Inline[] {
  const those = (standing: Standing): readonly PartyDifference[] =>
    parties
      .filter((party) => against.standing[party] === standing)
      .map((party) => ({ party, difference: against.difference[party] ?? null }));
  const [above, same, within, below, unknown] = (
    ['above', 'same', 'within', 'below', 'unknown'] as const
  ).map(those) as [
    readonly PartyDifference[],
    readonly PartyDifference[],
    readonly PartyDifference[],
    readonly PartyDifference[],
    readonly PartyDifference[],
  ];
  const names = (some: readonly PartyDifference[]) => words.parties(some.map(({ party }) => party));
  const parts: (readonly Inline[])[] = [];
  if (above.length > 0) {
    const told = partiesWithDifferences(words, above, true);
    parts.push(['better than no deal for ', ...told, ' on this reading']);
  }
  if (below.length > 0) {
    parts.push(['worse than no deal for ', ...partiesWithDifferences(words, below, false)]);
  }
  if (within.length > 0) {
    parts.push([`neither surely better nor surely worse for ${names(within)}`]);
  }
  if (same.length > 0) {
    const than = above.length + below.length > 0 ? '' : ' than no deal';
    parts.push([`neither better nor worse${than} for ${names(same)}`]);
  }
  if (unknown.length > 0) parts.push([`nothing to compare it with for ${names(unknown)}`]);
  if (parts.length === 0) return [];
  return [...parts.flatMap((part, at) => (at === 0 ? part : ['; ', ...part])), '.'];
}

/** Parties whose consent a deal does not use, whichever no deal it is set against. */
export function outsidersOf(report: DealsReport, verdict: DealVerdict): readonly string[] {
  const signers = new Set(verdict.against.flatMap((one) => one.signers));
  return report.parties.filter((party) => !signers.has(party));
}

/** What is said of a deal against one no deal: who signs and how each of them does, and who does not. */
function againstSentences(words: Words, report: DealsReport, against: Against) {
  const outside = report.parties.filter((party) => !against.signers.includes(party));
  const signing = standingSentence(words, against, against.signers);
  const standing = standingSentence(words, against, outside);
  return {
    signing: [
      consentSentence(words, against),
      ...(signing.length === 0 ? [] : [' ', ...capitalised(signing)]),
    ] satisfies readonly Inline[],
    outside:
      standing.length === 0 ? [] : (['Outside it: ', ...standing] satisfies readonly Inline[]),
  };
}

/** Who must sign, who gains and by what, who stands outside; once for every no deal that differs. */
export function consentItems(
  words: Words,
  report: DealsReport,
  verdict: DealVerdict,
): readonly ListItem[] {
  const told = verdict.against.map((against) => againstSentences(words, report, against));
  const [first] = told;
  if (!first) return [];
  const items = (key: 'signing' | 'outside'): readonly ListItem[] => {
    const isSame = told.every((one) => plainText(one[key]) === plainText(first[key]));
    const all = isSame ? [first[key]] : told.map((one) => one[key]);
    return all.flatMap((content, at) =>
      content.length === 0
        ? []
        : [{ content: isSame ? content : [againstWords(report, at), ...content] }],
    );
  };
  return [...items('signing'), ...items('outside')];
}

/**
 * Whether a deal would hold and how; who would break it or can undo it, and what stops the others.
 *
 * @param detail - `leavers alone` leaves out what stops the others.
 */
export function holdingItems(
  words: Words,
  verdict: DealVerdict,
  detail: 'full' | 'leavers alone' = 'full',
): readonly ListItem[] {
  const { isSelfEnforcing, mark, state, reasons } = verdict;
  if (isSelfEnforcing === null) return [];
  const why = (text: string): Inline => ({
    kind: 'why',
    text,
    ask: { about: 'outcome', state },
  });
  const unless = reasons
    .flatMap(({ exits }) => exits)
    .map((exit) => unlessTogether(words, exit))
    .find((one) => one !== undefined);
  const lead: ListItem = {
    content: isSelfEnforcing
      ? [
          'Would hold once in place: ',
          why(mark ? markWords[mark] : 'by the concept asked for'),
          `.${unless === undefined ? '' : ` It would not, ${unless}.`}`,
        ]
      : [why('Would not hold once in place'), '.'],
  };
  return [
    lead,
    ...breakerItems(words, verdict),
    ...(detail === 'full' ? stayingItems(words, verdict) : []),
  ];
}

/** One item for each party that would leave: signers break it, outsiders can undo it. */
export function breakerItems(words: Words, verdict: DealVerdict): readonly ListItem[] {
  return [true, false].flatMap((isSigner) => {
    const breakers = verdict.breakers.filter((one) => one.isSigner === isSigner);
    const parties = [...new Set(breakers.map(({ party }) => party))];
    return parties.flatMap((party): readonly ListItem[] => {
      const first = breakers.find((one) => one.party === party);
      if (!first) return [];
      const ways =
        verdict.reasons
          .find((one) => one.party === party)
          ?.exits.filter(({ isDeterred }) => !isDeterred).length ?? 0;
      const more = ways > 1 ? ` ${sentenceCase(counted(ways - 1, 'other way'))} out as well.` : '';
      const lead = isSigner
        ? `${sentenceCase(words.party(party))}, signing it, would leave it: `
        : `${sentenceCase(words.party(party))}, from outside, can undo it: `;
      return [{ content: [lead, ...breakSentence(words, verdict.state, first), more] }];
    });
  });
}

function breakSentence(
  words: Words,
  state: number,
  { party, to, gained }: DealVerdict['breakers'][number],
): readonly Inline[] {
  return exitSentence(
    words,
    { party, state, verdict: 'leaves', exits: [] },
    { to, gained, isDeterred: false, isDeterredAlone: false, reply: [], lost: null },
  );
}

/** What stops the parties that could gain by leaving and would not; signers first. */
function stayingItems(words: Words, verdict: DealVerdict): readonly ListItem[] {
  const signers = new Set(verdict.against.flatMap((one) => one.signers));
  const deterred = verdict.reasons.filter((reason) => reason.verdict === 'deterred');
  const told = (isSigner: boolean) =>
    deterred
      .filter(({ party }) => signers.has(party) === isSigner)
      .flatMap((reason): readonly ListItem[] => {
        const [first, ...more] = reason.exits;
        if (!first) return [];
        const others =
          more.length === 0
            ? ''
            : ` ${sentenceCase(counted(more.length, 'other way'))} out ${more.length === 1 ? 'is' : 'are'} answered too.`;
        return [
          {
            content: [
              ...(isSigner ? [] : ['From outside: ']),
              ...capitalised(exitSentence(words, reason, first)),
              others,
            ],
          },
        ];
      });
  return [...told(true), ...told(false)];
}

/** Whether it is on offer, and whose red lines it crosses without needing their consent. */
export function standingItems(
  words: Words,
  report: DealsReport,
  verdict: DealVerdict,
): readonly ListItem[] {
  const crossed = verdict.crossing.filter((party) => outsidersOf(report, verdict).includes(party));
  return [
    ...(verdict.isSelfEnforcing === null
      ? []
      : [
          {
            content: [
              verdict.isOnOffer
                ? 'On offer, from today or from where things go if left alone.'
                : 'Not on offer, from today or from where things go if left alone.',
            ],
          },
        ]),
    ...(crossed.length > 0
      ? [
          {
            content: [
              `It crosses a red line of ${words.parties(crossed)}, whose consent it does not need.`,
            ],
          },
        ]
      : []),
    ...(verdict.isEfficient
      ? []
      : [
          {
            content: [
              'Another possible outcome is as good for everyone at the table and better for one of them.',
            ],
          },
        ]),
  ];
}

/**
 * Parties whose points say the opposite of their order: no worse than no deal in the order that decides
 * consent, and below it in points. Undefined where there is none.
 */
export function pointsAgainst(
  words: Words,
  report: DealsReport,
  verdict: DealVerdict,
): string | undefined {
  const [noDeal] = report.noDeal;
  const [against] = verdict.against;
  if (!noDeal || !against) return undefined;
  const told = report.parties.flatMap((party) => {
    const bar = noDeal.parties[party]?.best ?? null;
    const amount = verdict.utilities[party];
    const standing = against.standing[party];
    if (bar === null || amount === undefined || standing === 'below' || standing === 'unknown')
      return [];
    return isBelow(amount, bar)
      ? [`${words.party(party)} (${amountWords(amount)}, against ${amountWords(bar)})`]
      : [];
  });
  return told.length === 0
    ? undefined
    : `Points and order disagree: in its own points it is below no deal for ${series(told)}. Consent goes by the order.`;
}

function isBelow(a: Amount, b: Amount): boolean {
  const asFraction = (amount: Amount) => parseRational(String(amount)) as Rational;
  return compare(asFraction(a), asFraction(b)) < 0;
}

/** Points of a deal, `12 for A and 30 for B, each in its own points`; undefined where nobody has any. */
export function pointsItem(theCase: Case, { utilities }: DealVerdict): ListItem | undefined {
  const told = theCase.parties.flatMap(({ id, called }) => {
    const amount = utilities[id];
    return amount === undefined ? [] : [`${amountWords(amount)} for ${called}`];
  });
  return told.length === 0
    ? undefined
    : { content: [`In each party’s own points: ${series(told)}.`] };
}
