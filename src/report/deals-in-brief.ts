import type { Case } from '../core/case.js';
import type { DealVerdict } from '../questions/deals-findings.js';
import { countedAmount } from './amount-words.js';
import { consentSentence, outsidersOf, pointsAgainst } from './deal-sentence.js';
import { type DealsReport, wordsForDeals } from './deals-words.js';
import { partiesWithDifferences } from './difference-words.js';
import { type Block, type Inline, strong } from './document.js';
import type { Section } from './fit-page.js';
import { consentNumbers, noDealPhrase } from './no-deal-words.js';
import { counted, countWord, sentenceCase } from './phrases.js';
import type { OutcomeName, Words } from './words.js';

/** Deals told on the page before the rest is only counted. */
const mostTold = 3;

/**
 * What could be agreed, in two or three sentences and a short list: by whom, without whom, whether it
 * would hold, and what no deal is.
 *
 * @param names - named outcomes, so that the brief calls an outcome the same everywhere.
 * @param isSomethingOnOffer - whether the brief has told an offer already.
 * @param command - shows more; undefined where no command line asked.
 */
export function dealsInBrief(
  theCase: Case,
  report: DealsReport,
  names: readonly OutcomeName[],
  isSomethingOnOffer: boolean,
  command: string | undefined,
): Section {
  const words = wordsForDeals(theCase, report, false, names);
  const told = toldDeals(report);
  const more: readonly Inline[] =
    command === undefined ? [] : [' More: ', { kind: 'code', text: command }];
  const lead: Block = {
    kind: 'paragraph',
    content: [
      ...leadSentences(theCase, words, report),
      ...(isSomethingOnOffer ? [offersBeside(theCase, words, report)] : []),
      ...more,
    ],
  };
  return {
    title: 'What could be agreed',
    lead: [lead],
    list: {
      noun: 'deal',
      where: 'see “Deals”',
      most: mostTold,
      counts: countsOf(report, told.length),
      items: told.map((verdict) => ({ content: dealSentence(words, report, verdict) })),
    },
  };
}

/** Those with both marks, else those that would be signed, nearest to no deal first. */
function toldDeals(report: DealsReport): readonly DealVerdict[] {
  const headline = new Set(report.headline);
  const both = report.deals.filter(({ state }) => headline.has(state));
  return both.length > 0 ? both : report.deals.filter(({ isAcceptable }) => isAcceptable);
}

/** One each, and with the last what was counted and not worked out in full. */
function countsOf(report: DealsReport, told: number): readonly number[] {
  const all =
    report.headline.length > 0 ? report.headline.length : (report.counts?.acceptable ?? told);
  return Array.from({ length: told }, (_, at) => (at === told - 1 ? 1 + all - told : 1));
}

function leadSentences(theCase: Case, words: Words, report: DealsReport): readonly Inline[] {
  const noDeal = noDealPhrase(theCase, words, report);
  const { counts, headline } = report;
  if (!counts) {
    const points = countedAmount(
      report.frontier?.count ?? 0,
      'combination of points',
      'combinations of points',
    );
    return [
      `There are ${countedAmount(report.outcomes, 'possible outcome')}, too many to list; ${points} cannot be bettered for one party without loss to another.`,
    ];
  }
  const { acceptable } = counts;
  if (report.today === null) {
    return [
      `Of ${countedAmount(report.outcomes, 'possible outcome')}, ${countWord(acceptable)} would be given all the consent that ${acceptable === 1 ? 'it needs' : 'they need'}, against no deal (${noDeal}).`,
    ];
  }
  if (headline.length > 0) {
    const isAre = headline.length === 1 ? 'is' : 'are';
    return [
      strong(
        `${sentenceCase(counted(headline.length, 'deal'))} ${isAre} at least as good as no deal for all who must sign, and would hold once in place.`,
      ),
      ` No deal means that ${noDeal}.${openWords(report)}`,
    ];
  }
  if (acceptable === 0) {
    return [
      strong('Nothing is at least as good as no deal for all who must sign:'),
      ` in every package someone who must sign would be worse off than without one (${noDeal}), or see a red line crossed.`,
    ];
  }
  return [
    strong(
      'Of the packages at least as good as no deal for all who must sign, none would hold once in place.',
    ),
    ` No deal means that ${noDeal}. There ${acceptable === 1 ? 'is one such package' : `are ${countedAmount(acceptable, 'such package')}`}; some party would leave ${acceptable === 1 ? 'it' : 'each of them'}.`,
  ];
}

/** Why what is on offer need not be counted here: it is judged against today, not against numbers. */
function offersBeside(theCase: Case, words: Words, report: DealsReport): string {
  const [only, ...more] = report.noDeal;
  const isToday = more.length === 0 && only?.states.length === 1 && only.states[0] === report.today;
  const numbered = consentNumbers(theCase, report).map(([party]) => party);
  if (report.headline.length > 0 || !isToday || numbered.length === 0) return '';
  return ` What is on offer is better than today for those who would sign it, but falls short of a number that the ${numbered.length === 1 ? 'reading' : 'readings'} of ${words.parties(numbered, 'or')} ${numbered.length === 1 ? 'gives' : 'give'} as no deal.`;
}

/** How many further packages would be signed and not kept. */
function openWords({ counts }: DealsReport): string {
  const fail = counts ? counts.acceptable - counts.both : 0;
  return fail === 0
    ? ''
    : ` ${sentenceCase(counted(fail, 'further one is', 'further ones are'))} as good and would not hold.`;
}

function dealSentence(words: Words, report: DealsReport, verdict: DealVerdict): readonly Inline[] {
  const [against] = verdict.against;
  const differences = (parties: readonly string[], standing: string) =>
    parties
      .filter((party) => verdict.against.every((one) => one.standing[party] === standing))
      .map((party) => ({ party, difference: against?.difference[party] ?? null }));
  const signers = against?.signers ?? [];
  const gaining = differences(signers, 'above');
  const outside = outsidersOf(report, verdict);
  const losing = differences(outside, 'below');
  const [breaker] = verdict.breakers;
  const disagreement = pointsAgainst(words, report, verdict);
  return [
    {
      kind: 'why',
      text: sentenceCase(words.outcome(verdict.state)),
      ask: { about: 'outcome', state: verdict.state },
    },
    `. ${against ? consentSentence(words, against).slice(0, -1) : ''}`,
    ...(gaining.length > 0
      ? [
          '; better than no deal for ',
          ...partiesWithDifferences(words, gaining, true),
          ' on this reading',
        ]
      : []),
    '.',
    ...(outside.length > 0
      ? losing.length > 0
        ? [
            ` Without ${words.parties(outside)}: worse than no deal for `,
            ...partiesWithDifferences(words, losing, false),
            '.',
          ]
        : [
            ` Without ${words.parties(outside)}, for whom it is no worse than no deal in their own order.`,
          ]
      : []),
    ...(disagreement === undefined ? [] : [` ${disagreement}`]),
    ...(verdict.isSelfEnforcing === false && breaker
      ? [
          ` ${sentenceCase(words.party(breaker.party))} ${breaker.isSigner ? 'would leave it' : 'can undo it'}: it could ${words.acts(verdict.state, breaker.to)}.`,
        ]
      : []),
  ];
}
