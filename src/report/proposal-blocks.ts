import type { Case } from '../core/case.js';
import type { ProposalFinding, Repair } from '../questions/deals-findings.js';
import { amountWords } from './amount-words.js';
import { consentItems, holdingItems, pointsItem, standingItems } from './deal-sentence.js';
import { type DealsReport, sameBut } from './deals-words.js';
import { partiesWithDifferences } from './difference-words.js';
import type { Block, Inline, ListItem } from './document.js';
import { againstWords } from './no-deal-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** Repairs, or deals near a proposal, told before the rest is only counted. */
const mostTold = 6;

/** The proposals one by one: who would sign, who is short, would it hold, what is better for all. */
export function proposalBlocks(theCase: Case, words: Words, report: DealsReport): readonly Block[] {
  if (report.proposals.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'The proposals' },
    ...report.proposals.flatMap((proposal) => oneProposal(theCase, words, report, proposal)),
  ];
}

function oneProposal(
  theCase: Case,
  words: Words,
  report: DealsReport,
  proposal: ProposalFinding,
): readonly Block[] {
  const { label, by, verdict, rule, forms } = proposal;
  const by_ = by.length === 0 ? '' : `, by ${words.parties(by)}`;
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: `${sentenceCase(label)}${by_}${verdict ? words.number(verdict.state) : ''}`,
  };
  const asked = [
    ...repairBlocks(theCase, words, report, proposal),
    ...nearBlocks(words, report, proposal),
  ];
  if (!verdict) {
    const why =
      rule !== null
        ? `A rule of the case forbids it: never ${rule}.`
        : forms === 0
          ? 'No possible outcome is covered by it.'
          : `It leaves issues open: ${counted(forms, 'outcome')} would fit it.`;
    return [heading, say(why), ...asked];
  }
  const points = forms > 1 ? undefined : pointsItem(theCase, verdict);
  const items: readonly ListItem[] = [
    ...(forms > 1 ? [] : consentItems(words, report, verdict)),
    ...shortItems(theCase, words, report, proposal),
    ...crossedItems(words, proposal),
    ...placeItems(words, report, proposal),
    ...standingItems(words, report, { ...verdict, isEfficient: true, crossing: [] }),
    ...holdingItems(words, verdict, verdict.isSelfEnforcing ? 'full' : 'leavers alone'),
    ...(points ? [points] : []),
  ];
  const outcome = words.fullOutcome(verdict.state);
  return [
    heading,
    ...(verdict.state === report.today
      ? [say('It is what there is today.')]
      : forms > 1
        ? []
        : [say(`${sentenceCase(outcome)}.`)]),
    ...openBlocks(theCase, words, proposal),
    { kind: 'list', isOrdered: false, items },
    ...asked,
  ];
}

function say(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

/** Of a proposal that leaves issues open: each party's worst and best over its forms. */
function openBlocks(
  theCase: Case,
  words: Words,
  { forms, range }: ProposalFinding,
): readonly Block[] {
  if (forms < 2) return [];
  const told = theCase.parties.flatMap(({ id }) => {
    const own = range[id];
    return own ? [`${words.party(id)} from ${amountWords(own[0])} to ${amountWords(own[1])}`] : [];
  });
  const points =
    told.length === 0
      ? ''
      : ` From the worst to the best of them, in each party’s own points: ${series(told)}.`;
  return [
    say(
      `It leaves issues open: ${counted(forms, 'outcome')} fit it.${points} What follows is about the first of them.`,
    ),
  ];
}

/** By how much parties are below no deal in their own points, and on which issues. */
function shortItems(
  theCase: Case,
  words: Words,
  report: DealsReport,
  { short }: ProposalFinding,
): readonly ListItem[] {
  return short.flatMap(({ party, noDeal, by, issues }) => {
    if (by === null) return [];
    const told = issues.map(({ issue, lost }) => {
      const label = theCase.issues.find(({ id }) => id === issue)?.label ?? issue;
      return `${label} (${amountWords(lost)})`;
    });
    const isNumber = report.noDeal[noDeal]?.parties[party]?.kind === 'number';
    const where =
      told.length === 0
        ? ''
        : `; ${isNumber ? 'against where things go if left alone, ' : ''}points are lost on ${series(told)}`;
    const against = againstWords(report, noDeal);
    return [
      {
        content: [
          `${against}For ${words.party(party)} it is short of no deal by ${amountWords(by)} of its own points${where}.`,
        ],
      },
    ];
  });
}

function crossedItems(words: Words, { crossed }: ProposalFinding): readonly ListItem[] {
  const parties = [...new Set(crossed.map(({ party }) => party))];
  return parties.map((party) => {
    const lines = crossed.filter((one) => one.party === party).map(({ line }) => `“${line}”`);
    return {
      content: [
        `Crosses ${lines.length === 1 ? 'a red line' : 'red lines'} of ${words.party(party)}: ${series(lines)}.`,
      ],
    };
  });
}

/** Its place beside the frontier of those at the table. */
function placeItems(
  words: Words,
  report: DealsReport,
  { dominatedBy, verdict, forms }: ProposalFinding,
): readonly ListItem[] {
  const table = 'everyone at the table';
  if (dominatedBy.count === 0) {
    return verdict?.isEfficient
      ? [
          {
            content: [`No possible outcome is as good for ${table} and better for one of them.`],
          },
        ]
      : [];
  }
  const nearest =
    dominatedBy.nearest === null
      ? ''
      : `${dominatedBy.count === 1 ? ':' : '; the nearest of them is'} ${sameBut(words, report, verdict?.state ?? dominatedBy.nearest, dominatedBy.nearest)}${words.number(dominatedBy.nearest)}`;
  return [
    {
      content: [
        `${sentenceCase(counted(dominatedBy.count, 'possible outcome is', 'possible outcomes are'))} as good for ${table} and better for one of them${forms > 1 ? ' than the first form' : ''}${nearest}.`,
      ],
    },
  ];
}

function repairBlocks(
  theCase: Case,
  words: Words,
  report: DealsReport,
  { id, repairs, verdict }: ProposalFinding,
): readonly Block[] {
  if (!repairs) {
    return report.options.repair === id
      ? [say('It leaves issues open, so no smallest repair of it was looked for.')]
      : [];
  }
  const blocks: Block[] = [];
  const list = (lead: string, none: string, found: readonly Repair[]) => {
    if (found.length === 0) {
      blocks.push(say(none));
      return;
    }
    blocks.push(say(lead), {
      kind: 'list',
      isOrdered: false,
      items: [
        ...found.slice(0, mostTold).map((repair) => ({
          content: [
            ...repairSentence(theCase, words, report, repair),
            ...(leavesNothing(theCase, report, id, repair)
              ? [' Nothing of what the proposal would change is left in it.']
              : []),
          ],
        })),
        ...rest(found.length - mostTold, 'further repair'),
      ],
    });
  };
  if (verdict?.isAcceptable) {
    blocks.push(
      say(
        'It needs no repair to be at least as good as no deal for everyone whose consent it needs.',
      ),
    );
  } else {
    list(
      'Smallest changes that make it at least as good as no deal for everyone whose consent it needs:',
      'No change of levels would make it at least as good as no deal for everyone whose consent it needs.',
      repairs.acceptable,
    );
  }
  if (report.today === null) return blocks;
  if (verdict?.isAcceptable && verdict.isSelfEnforcing) return blocks;
  const states = (found: readonly Repair[]) => found.map(({ state }) => state).join();
  // Each of those told holds already.
  if (states(repairs.both) === states(repairs.acceptable) && repairs.both.length > 0) return blocks;
  list(
    'Smallest changes that make it so and hold once in place:',
    'No change of levels would make it so and hold once in place.',
    repairs.both,
  );
  return blocks;
}

/** Whether a repair brings all that a proposal would change back to today's level. */
function leavesNothing(
  theCase: Case,
  report: DealsReport,
  id: string,
  { changes }: Repair,
): boolean {
  const proposal = theCase.proposals.find((one) => one.id === id);
  const today = report.levels[String(report.today)] ?? theCase.today;
  if (!proposal || !today) return false;
  const back = new Map(changes.map(({ issue, to }) => [issue, to]));
  return proposal.terms
    .filter(({ issue, level }) => today[issue] !== level)
    .every(({ issue }) => {
      const { id, levels } = theCase.issues[issue] as Case['issues'][number];
      return back.get(id) === levels[today[issue] as number]?.id;
    });
}

function repairSentence(
  theCase: Case,
  words: Words,
  report: DealsReport,
  { state, changes, gives, gets, isSelfEnforcing }: Repair,
): readonly Inline[] {
  const clauses = changes.flatMap(({ issue, to }) => {
    const at = theCase.issues.findIndex(({ id }) => id === issue);
    const level = theCase.issues[at]?.levels.findIndex(({ id }) => id === to) ?? -1;
    return level === -1 ? [] : [words.clause(at, level)];
  });
  const holds =
    report.today === null
      ? ''
      : isSelfEnforcing
        ? ' It would hold once in place.'
        : ' It would not hold once in place.';
  return [
    { kind: 'why', text: sentenceCase(series(clauses)), ask: { about: 'outcome', state } },
    `${words.number(state)}.`,
    ...(gives.length === 0
      ? [' Nobody gives']
      : [' Against the proposal, worse off: ', ...partiesWithDifferences(words, gives, false)]),
    ...(gets.length === 0 ? [] : ['; better off: ', ...partiesWithDifferences(words, gets, true)]),
    `.${holds}`,
  ];
}

function nearBlocks(
  words: Words,
  report: DealsReport,
  { near }: ProposalFinding,
): readonly Block[] {
  if (!near) return [];
  const isHolding = report.headline.length > 0;
  const what = isHolding
    ? 'Deals at least as good as no deal for everyone whose consent they need, that would hold once in place, fewest changes away from it:'
    : 'Deals at least as good as no deal for everyone whose consent they need, fewest changes away from it:';
  if (near.length === 0)
    return [
      say(
        'No deal is near it: none is at least as good as no deal for everyone whose consent it needs.',
      ),
    ];
  return [
    say(what),
    {
      kind: 'list',
      isOrdered: false,
      items: [
        ...near.slice(0, mostTold).map(({ state, changes }) => ({
          content: [
            `${sentenceCase(counted(changes, 'change'))}: ${words.fullOutcome(state)}${words.number(state)}.`,
          ],
        })),
        ...rest(near.length - mostTold, 'further deal'),
      ],
    },
  ];
}

function rest(count: number, noun: string): readonly ListItem[] {
  return count <= 0
    ? []
    : [{ content: [`${sentenceCase(counted(count, noun))} not told here; --json lists all.`] }];
}
