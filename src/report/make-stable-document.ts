import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { Report } from '../core/report.js';
import type {
  MakeStableFindings,
  MakeStableOptions,
  OrderCounts,
  PartyAnswer,
} from '../questions/make-stable-findings.js';
import { type Block, type Document, emphasis, type Inline, type ListItem } from './document.js';
import { methodList } from './method-list.js';
import { changeWords } from './order-change.js';
import { counted, sentenceCase, series } from './phrases.js';
import { hundredths, rankingShareWords } from './share-words.js';
import { type Stamp, stampLine } from './stamp.js';
import { capitalised, exitSentence, type Words, wordsFor } from './words.js';

export type MakeStableReport = Report<MakeStableOptions, MakeStableFindings>;

/** Most conditions on a ranking that are told in a sentence. */
const mostConditions = 6;

/** What each party would have to prefer for an outcome to hold, in words. */
export function makeStableDocument(
  theCase: Case,
  report: MakeStableReport,
  stamp: Stamp,
): Document {
  const words = wordsFor(
    theCase,
    report.today,
    (state) => report.levels[String(state)] ?? [],
    report.names,
    report.options.concept,
  );
  const { state } = report.options;
  const name = words.outcome(state);
  const description = words.description(state);
  return {
    title: `What would make it hold: ${name}`,
    subtitle:
      name === description || state === report.today ? undefined : `${sentenceCase(description)}.`,
    handling: theCase.handling,
    blocks: [
      { kind: 'paragraph', role: 'lead', content: [leadWords(words, report)] },
      ...rivalBlocks(words, report),
      ...fittingBlocks(words, report),
      ...togetherBlocks(words, report),
      ...report.answers.flatMap((answer) => partyBlocks(theCase, words, report, answer)),
      { kind: 'heading', level: 2, text: 'How this was worked out' },
      methodList(
        report.concept,
        [...report.assumptions, ...methodWords(words, report)],
        report.limits,
        report.engine,
      ),
    ],
    stamp: stampLine(stamp, report.seed),
  };
}

function leadWords(words: Words, report: MakeStableReport): string {
  if (report.holds)
    return 'It would hold as the parties’ wants stand: none of them would leave it.';
  const stay = report.staying.length > 0 ? `; ${words.parties(report.staying)} would stay` : '';
  return `As the parties’ wants stand it would not hold: ${words.parties(report.leaving)} would leave it${stay}.`;
}

/** Under which rival reading of one party it would hold. */
function rivalBlocks(words: Words, report: MakeStableReport): readonly Block[] {
  if (report.holds || report.rivals.length === 0) return [];
  const would = report.rivals.filter(({ holds }) => holds);
  const told = would.map(({ party, label }) => `if ${words.party(party)} were read as “${label}”`);
  const text =
    would.length === 0
      ? 'Under no rival reading of a single party in the file would it hold, the others read as they are.'
      : `As the file stands it would hold ${series(told, 'or')}, the others read as they are.`;
  return [{ kind: 'paragraph', content: [text] }];
}

/** Other outcomes that fit what was asked. */
function fittingBlocks(words: Words, report: MakeStableReport): readonly Block[] {
  const { outcomes, holding, nearest } = report.fitting;
  if (outcomes < 2) return [];
  const which =
    holding === 0 || nearest === null || nearest === report.options.state
      ? counted(holding, 'of them', 'of them')
      : `${counted(holding, 'of them', 'of them')}, nearest to today ${words.outcome(nearest)},`;
  const told = holding === 0 ? 'None of them would hold' : `${sentenceCase(which)} would hold`;
  return [
    {
      kind: 'paragraph',
      content: [
        `${sentenceCase(counted(outcomes, 'outcome'))} fit what was asked; the one nearest to today is told here. ${told} as the parties’ wants stand.`,
      ],
    },
  ];
}

/** What it would take for all parties at once. */
function togetherBlocks(words: Words, report: MakeStableReport): readonly Block[] {
  if (report.holds || report.options.parties.length > 0) return [];
  if (report.combination) {
    const { orders } = report.combination;
    return [
      {
        kind: 'paragraph',
        content: [
          'It would hold for all if ',
          ...changesWords(words, report, orders),
          Object.keys(orders).length > 1
            ? '. This was checked with all these changes in place.'
            : '.',
        ],
      },
    ];
  }
  const without = report.leaving.filter((party) => {
    const counts = report.answers.find((one) => one.party === party)?.orders;
    return counts && counts.holding === '0' && counts.undecided === '0';
  });
  if (without.length > 0) {
    const others = report.isIndependent ? '' : ', as long as the others’ wants stay as they are';
    return [
      {
        kind: 'paragraph',
        content: [
          `No order of the wants of ${words.parties(without)} would make it hold${others}.`,
        ],
      },
    ];
  }
  return [
    {
      kind: 'paragraph',
      content: [
        report.combinationsTried === 0
          ? 'No orders of wants that would make it hold for all were found.'
          : `No orders of wants that would make it hold for all were found; ${counted(report.combinationsTried, 'set')} of changes were tried together.`,
        ...deadEndWords(words, report),
      ],
    },
  ];
}

function deadEndWords(words: Words, report: MakeStableReport): readonly Inline[] {
  const { deadEnd } = report;
  if (!deadEnd || Object.keys(deadEnd.orders).length === 0) return [];
  const who = words.party(deadEnd.party);
  return [
    ' If ',
    ...changesWords(words, report, deadEnd.orders),
    `, ${who} would leave, and no near order of the wants of ${who} would change that.`,
  ];
}

/** `A put “x” above “y” (one swap), and B put “z” above “w” (two swaps)`. */
function changesWords(
  words: Words,
  report: MakeStableReport,
  orders: Readonly<Record<string, readonly number[]>>,
): readonly Inline[] {
  const parts = Object.entries(orders).map(([party, order]): readonly Inline[] => {
    const counts = report.answers.find((one) => one.party === party)?.orders;
    return counts
      ? [`${words.party(party)} put `, ...changeWords(words, counts, order, swapsIn(order))]
      : [];
  });
  return parts.flatMap((part, at) => [
    ...(at === 0 ? [] : [at === parts.length - 1 ? ', and ' : ', ']),
    ...part,
  ]);
}

function swapsIn(order: readonly number[]): number {
  return order.reduce(
    (sum, one, at) => sum + order.slice(at + 1).filter((other) => other < one).length,
    0,
  );
}

function partyBlocks(
  theCase: Case,
  words: Words,
  report: MakeStableReport,
  answer: PartyAnswer,
): readonly Block[] {
  const { party, reason, orders } = answer;
  const name = theCase.parties.find(({ id }) => id === party)?.name ?? party;
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: name }];
  const say = (...content: readonly Inline[]) =>
    blocks.push({ kind: 'paragraph', content: capitalised(content) });
  const list = (items: readonly (readonly Inline[])[]) =>
    blocks.push({
      kind: 'list',
      isOrdered: false,
      items: items.map((content): ListItem => ({ content: capitalised(content) })),
    });

  if (answer.holds) {
    say(
      `It already holds for ${words.party(party)}: ${stayWords[reason.verdict]}.`,
      orderShare(orders),
    );
  } else {
    const open = reason.exits.filter((exit) => !exit.isDeterred);
    const [first] = open;
    const more = open.length > 1 ? ` It has ${counted(open.length - 1, 'other way')} out.` : '';
    say(
      `It does not hold for ${words.party(party)} as things stand. `,
      ...(first ? [...capitalised(exitSentence(words, reason, first)), more] : []),
    );
    if (orders) changeBlocks(words, answer, orders, say, list);
  }
  const share = rankingWords(words, report, answer);
  if (share.length > 0) say(...share);
  return blocks;
}

const stayWords = {
  'cannot move': 'there is no move for it from here',
  'would not move': 'no move of its own from here is better for it',
  deterred: 'each move that is better for it would be answered',
  leaves: '',
} as const;

/** Above this many orders a share is told in hundredths. */
const mostOrdersCounted = 10_000n;

/** ` 84 of the 120 orders of its wants would do.` */
function orderShare(orders: OrderCounts | null): string {
  if (!orders) return '';
  const what =
    orders.kind === 'wants' ? 'orders of its wants' : 'orders of the entries of its ranking';
  const [holding, of, undecided] = [orders.holding, orders.of, orders.undecided].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ];
  if (of === 1n) return '';
  if (undecided > 0n && holding === 0n) {
    return ` ${groupedDigits(undecided)} of the ${groupedDigits(of)} ${what} were not worked out.`;
  }
  if (undecided > 0n && of > mostOrdersCounted) {
    return ` At least ${hundredths(`${holding}/${of}`)} of the ${groupedDigits(of)} ${what} would do; ${hundredths(`${undecided}/${of}`)} were not worked out.`;
  }
  if (undecided > 0n) {
    return ` At least ${groupedDigits(holding)} of the ${groupedDigits(of)} ${what} would do, and ${groupedDigits(undecided)} were not worked out.`;
  }
  if (holding !== of && of > mostOrdersCounted) {
    return ` ${sentenceCase(hundredths(`${holding}/${of}`))} of the ${groupedDigits(of)} ${what} would do.`;
  }
  if (holding === of)
    return ` Every order of its ${orders.kind === 'wants' ? 'wants' : 'ranking'} would do.`;
  return ` ${groupedDigits(holding)} of the ${groupedDigits(of)} ${what} would do.`;
}

function changeBlocks(
  words: Words,
  answer: PartyAnswer,
  orders: OrderCounts,
  say: (...content: readonly Inline[]) => void,
  list: (items: readonly (readonly Inline[])[]) => void,
): void {
  const party = words.party(answer.party);
  const { nearest, moves, struck } = orders;
  const put = orders.kind === 'wants' ? 'want' : 'entry';
  if (nearest) {
    const changes = nearest.orders.map((order) => changeWords(words, orders, order, nearest.swaps));
    const [only] = changes;
    if (only && changes.length === 1 && nearest.more === 0) {
      say(`It would hold for ${party} if it put `, ...only, '.', orderShare(orders));
    } else {
      say(
        `It would hold for ${party} after ${counted(nearest.swaps, 'swap')}, if it put one of these:`,
      );
      list(changes);
      const rest =
        nearest.more > 0
          ? `${sentenceCase(counted(nearest.more, 'more order'))} as near would do.`
          : '';
      say(`${rest}${orderShare(orders)}`.trim());
    }
    if (!nearest.isFewest) say('Fewer swaps may do: not every nearer order was worked out.');
    else if (!nearest.isAll) say('Not every order as near was worked out.');
  } else if (moves.length === 0) {
    say(...noOrderWords(words, answer, orders));
  } else {
    say(
      `No order up to ${counted(orders.swapsSearched, 'swap')} away would do.${orderShare(orders)}`,
    );
  }
  const listed = new Set(nearest?.orders.map((order) => order.join()));
  const further = moves.filter(({ order }) => !listed.has(order.join()));
  if (further.length > 0) {
    const changes = further.map(({ order, swaps }) => changeWords(words, orders, order, swaps));
    const [only] = changes;
    const lead = nearest
      ? `It would also hold with one ${put} moved further`
      : `It would hold with one ${put} moved`;
    if (only && changes.length === 1) say(`${lead}, if it put `, ...only, '.');
    else {
      say(`${lead}, if it put one of these:`);
      list(changes);
    }
  }
  if (struck.length > 0) {
    const labels = struck.map((path) => emphasis(`“${words.want(path)}”`));
    say(
      `A change of another kind: it would hold if one ${put} were struck out and the others kept their order: `,
      ...labels.flatMap((label, at) => [...(at === 0 ? [] : [' or ']), label]),
      '.',
    );
  }
}

function noOrderWords(words: Words, answer: PartyAnswer, orders: OrderCounts): readonly Inline[] {
  const party = words.party(answer.party);
  if (orders.undecided !== '0') {
    return [`No order of its wants that would do was found.${orderShare(orders)}`];
  }
  if (orders.of === '1') return ['It has a single want, so there is no other order.'];
  const open = answer.reason.exits.filter(({ to }) => orders.alwaysLeft.includes(to));
  const [first] = open;
  if (!first) {
    return [
      'No order of its wants would do: each leaves it a way out, though not the same one in each.',
    ];
  }
  const more =
    open.length > 1
      ? `; ${counted(open.length - 1, 'other way')} out ${open.length === 2 ? 'remains' : 'remain'} as well`
      : '';
  return [
    `No order of its wants would do: whatever the order, ${party} could ${words.acts(answer.reason.state, first.to)}, and no want of its own speaks against that${more}.`,
  ];
}

function rankingWords(
  words: Words,
  report: MakeStableReport,
  answer: PartyAnswer,
): readonly Inline[] {
  const { rankings, conditions } = answer;
  // Bounds alone say little; the method names them once.
  if (rankings.least !== rankings.most) return [];
  const share = rankingShareWords(rankings, counted(report.outcomes, 'outcome'));
  const aside = answer.orders?.kind === 'ranking' ? 'Its present ranking aside' : 'Its wants aside';
  const told = `${aside}, ${share}.`;
  const elements = conditions?.flatMap(({ above }) => above.flat()).length ?? 0;
  if (!conditions || conditions.length === 0 || elements > mostConditions) return [told];
  const hasChoice = conditions.some(({ above }) => above.length > 1);
  const parts = conditions.map(({ above }) =>
    series(
      above.map((states) => `above ${series(states.map((state) => quoted(words.outcome(state))))}`),
      'or',
    ),
  );
  const whole = hasChoice ? parts.join(', and ') : series(parts);
  return [`${told} They are those that put this outcome ${whole}.`];
}

/** An outcome in quotation marks where it has no name, so that it does not run on. */
function quoted(outcome: string): string {
  return outcome === 'today' || outcome.startsWith('“') ? outcome : `“${outcome}”`;
}

function methodWords(words: Words, report: MakeStableReport): readonly string[] {
  const orders =
    'Orders: whole wants change places, equally important ones together; a swap exchanges two neighbours. The wants themselves, the moves and the others’ wants stay as they are.';
  const bounded = report.answers.find(({ rankings }) => rankings.least !== rankings.most);
  const uncounted = bounded
    ? [
        `How many of all rankings of the outcomes would do, whatever the wants, was not counted for ${words.parties(
          report.answers.flatMap(({ party, rankings }) =>
            rankings.least !== rankings.most ? [party] : [],
          ),
        )}, since ${bounded.rankings.limit}; --json gives bounds.`,
      ]
    : [];
  if (!report.isIndependent) {
    return [
      orders,
      ...uncounted,
      `Under ${report.concept.name} the replies of the others follow their own preferences: each count takes these as they stand, and counts of different parties do not multiply.`,
    ];
  }
  const joint =
    report.jointShare !== null && report.answers.length > 1
      ? `; for ${words.parties(report.answers.map(({ party }) => party))} together ${hundredths(report.jointShare)} of all joint rankings would do`
      : '';
  return [
    orders,
    ...uncounted,
    `Under ${report.concept.name} a party’s verdict leaves aside how the others rank outcomes, so counts of different parties multiply${joint}.`,
  ];
}
