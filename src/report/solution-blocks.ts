import type { Case } from '../core/case.js';
import type { SolutionFinding, SolutionsFinding } from '../questions/deals-findings.js';
import { amountWords, countedAmount, isMoreThan } from './amount-words.js';
import { type DealsReport, packageWords } from './deals-words.js';
import { type Block, type Inline, type ListItem, plainText, strong } from './document.js';
import { counted, ordinal, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** The solutions in the order in which they are told, with what each compares. */
const solutions = [
  {
    key: 'nash',
    name: 'Nash',
    compares: 'greatest product of the gains over no deal; no points of different parties compared',
  },
  {
    key: 'kalaiSmorodinsky',
    name: 'Kalai–Smorodinsky',
    compares:
      'greatest least gain, each as a share of the most that the party could gain; no points of different parties compared',
  },
  {
    key: 'egalitarian',
    name: 'egalitarian',
    compares: 'greatest least gain over no deal; compares points of different parties',
  },
  {
    key: 'utilitarian',
    name: 'utilitarian, over all outcomes',
    compares: 'greatest sum of points; compares points of different parties',
  },
  {
    key: 'utilitarianRational',
    name: 'utilitarian, nobody below no deal',
    compares: 'greatest sum of points; compares points of different parties',
  },
] as const satisfies readonly { key: keyof SolutionsFinding; name: string; compares: string }[];

/** Why there is no such outcome, by what the finding says. */
const noneWords: Readonly<Record<string, string>> = {
  'no outcome is rational': 'none: no outcome leaves everyone at the table at or above no deal.',
  'no outcome is above no deal for all':
    'none: no outcome is better than no deal for everyone at the table.',
};

/** Outcomes of one solution that are told before the rest is only counted. */
const mostOutcomes = 3;

/** The bargaining solutions against each no deal, with every tie counted; fallback bargaining without points. */
export function solutionBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  const { solutionsByNoDeal, fallback } = report;
  if (solutionsByNoDeal.length === 0 && fallback.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What the bargaining solutions single out' },
    say(
      'A solution is a definition of what to choose among the possible outcomes, worked out exactly. None looks at whether the outcome would hold.',
      ...bothOrders(theCase, words, report),
    ),
    ...solutionsByNoDeal.flatMap((one) => solutionsOf(theCase, words, report, one)),
    ...fallbackBlocks(words, report),
  ];
}

function say(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

const rangeWords = {
  whole: '',
  sure: ', taken at the best of the circle for each party',
  possible: ', taken at the worst of the circle for each party',
} as const;

function solutionsOf(
  theCase: Case,
  words: Words,
  report: DealsReport,
  found: SolutionsFinding,
): readonly Block[] {
  const parties = tableOf(report);
  const against =
    report.noDeal.length > 1 ? `Against the ${ordinal(found.noDeal + 1)} end` : 'Against no deal';
  const rows = solutions.flatMap(({ key, name, compares }) => {
    const own = found[key];
    const utilities = own.utilities.length === 0 ? [undefined] : own.utilities;
    return utilities.map((amounts) => [
      [name],
      ...parties.map((_, at) => [amounts?.[at] === undefined ? '–' : amountWords(amounts[at])]),
      [own.none === null ? countedAmount(own.count, 'outcome') : 'none'],
      [compares],
    ]);
  });
  const disagreement = parties
    .map((party, at) => {
      const amount = found.disagreement[at];
      return amount === undefined ? '' : `${words.party(party)} ${amountWords(amount)}`;
    })
    .filter((text) => text !== '');
  return [
    ...(report.solutionsByNoDeal.length > 1
      ? [
          {
            kind: 'heading' as const,
            level: 3 as const,
            text: `${against}${rangeWords[found.range]}`,
          },
        ]
      : []),
    {
      kind: 'table',
      caption: `Each party’s own points${disagreement.length === 0 ? '' : `; no deal is ${series(disagreement)}`}`,
      header: [
        'Solution',
        ...parties.map((party) => words.party(party)).map(sentenceCase),
        'How many attain it',
        'What it compares',
      ],
      rows,
    },
    {
      kind: 'list',
      isOrdered: false,
      items: solutionItems(theCase, words, found),
    },
    ...leftOut(words, found.kalaiSmorodinsky.leftOut),
  ];
}

/** Parties whose points count, in the order of the amounts. */
function tableOf(report: DealsReport): readonly string[] {
  return report.frontier?.parties ?? report.table;
}

/** Where some parties have an order and points, that consent goes by the order and this by points. */
function bothOrders(theCase: Case, words: Words, report: DealsReport): readonly string[] {
  if (report.solutionsByNoDeal.length === 0) return [];
  const hasLines = report.table.some((party) => readingOf(theCase, report, party)?.redLines.length);
  const red = hasLines
    ? [' Outcomes that cross a red line of somebody at the table are left out of them.']
    : [];
  const both = report.table.filter((party) => {
    const reading = readingOf(theCase, report, party);
    return reading?.points && (reading.wants || reading.ranking);
  });
  if (both.length === 0) return red;
  return [
    ...red,
    ` They go by points. For ${words.parties(both)} the case gives an order of wants as well, by which it is judged above what they would consent to, and the two need not agree.`,
  ];
}

function readingOf(theCase: Case, report: DealsReport, party: string) {
  const at = theCase.parties.findIndex(({ id }) => id === party);
  return theCase.preferences[at]?.find(({ id }) => id === report.options.readings[party]);
}

/** One item for each outcome or set of ties, with all the solutions that single it out. */
function solutionItems(theCase: Case, words: Words, found: SolutionsFinding): readonly ListItem[] {
  const groups = new Map<
    string,
    { readonly names: string[]; readonly content: readonly Inline[] }
  >();
  for (const { key, name } of solutions) {
    const content = solutionSentence(theCase, words, found[key]);
    const text = plainText(content);
    const group = groups.get(text) ?? { names: [], content };
    group.names.push(name);
    groups.set(text, group);
  }
  return [...groups.values()].map(({ names, content }) => ({
    content: [
      strong(groups.size === 1 ? 'Each of them' : sentenceCase(names.join('; '))),
      ': ',
      ...content,
    ],
  }));
}

function solutionSentence(
  theCase: Case,
  words: Words,
  solution: SolutionFinding,
): readonly Inline[] {
  const { outcomes, states, count, none, isExact, bound, value, unwilling } = solution;
  if (none !== null) return [noneWords[none] ?? `none: ${none}.`];
  const told: readonly (readonly Inline[])[] =
    states.length > 0
      ? states
          .slice(0, mostOutcomes)
          .map((state) => [
            { kind: 'why', text: words.fullOutcome(state), ask: { about: 'outcome', state } },
            words.number(state),
          ])
      : outcomes.slice(0, mostOutcomes).map((levels) => [packageWords(theCase, words, levels)]);
  const rest = isMoreThan(count, told.length)
    ? ` It is a tie of ${countedAmount(count, 'outcome')}; ${counted(told.length, 'is', 'are')} told.`
    : told.length > 1
      ? ` It is a tie of ${countedAmount(count, 'outcome')}.`
      : '';
  const refused =
    unwilling.length === 0
      ? ''
      : ` By ${unwilling.length === 1 ? 'its order' : 'their orders'} of wants ${words.parties(unwilling)} would not consent to ${told.length > 1 ? 'the first of them' : 'it'}.`;
  const limit = isExact
    ? ''
    : ` The search was stopped: this is the best found${value === null ? '' : `, at ${amountWords(value)}`}${bound === null ? '' : `; nothing can exceed ${amountWords(bound)}`}.`;
  return [
    ...told.flatMap((content, at): readonly Inline[] =>
      at === 0 ? content : ['; or ', ...content],
    ),
    `.${rest}${refused}${limit}`,
  ];
}

function leftOut(words: Words, parties: readonly string[]): readonly Block[] {
  if (parties.length === 0) return [];
  const one = parties.length === 1;
  return [
    say(
      `Kalai–Smorodinsky leaves ${words.parties(parties)} out of its least gain: no outcome in which nobody is below no deal gives ${one ? 'it' : 'them'} more than no deal.`,
    ),
  ];
}

/** Fallback bargaining on orders alone, where parties at the table have no points. */
function fallbackBlocks(words: Words, report: DealsReport): readonly Block[] {
  return report.fallback.flatMap(({ noDeal, lacking, states, count, depth }): readonly Block[] => {
    const isOne = report.noDeal.length < 2;
    const fallback = `${isOne ? '' : `Against the ${ordinal(noDeal + 1)} end, f`}${isOne ? 'F' : ''}allback bargaining on orders alone`;
    const why =
      lacking.length === 0 || noDeal > 0
        ? ''
        : `${sentenceCase(words.parties(lacking))} ${lacking.length === 1 ? 'has' : 'have'} no points in this reading, so the solutions on points are not computed. `;
    if (states.length === 0 || depth === null) {
      return [
        say(
          `${why}${fallback} singles out nothing: no possible outcome is better than no deal for everyone at the table.`,
        ),
      ];
    }
    const told = states.slice(0, mostOutcomes);
    return [
      say(
        `${why}${fallback}: each party goes down its own list of the outcomes that are better than no deal for everyone at the table, and nobody has to go further down than the ${ordinal(depth)} place for ${count === 1 ? 'this outcome' : `${told.length === count ? 'these' : `${counted(told.length, 'of these', 'of these')}`} ${counted(count, 'outcome')}`}:`,
      ),
      {
        kind: 'list',
        isOrdered: false,
        items: told.map((state) => ({
          content: [
            {
              kind: 'why',
              text: sentenceCase(words.fullOutcome(state)),
              ask: { about: 'outcome', state },
            },
            `${words.number(state)}.`,
          ],
        })),
      },
    ];
  });
}
