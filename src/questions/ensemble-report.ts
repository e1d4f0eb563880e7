import { standing, weightOf } from '../analysis/uncertainty/assumption-set.js';
import { idleDoubts } from '../analysis/uncertainty/idle-doubts.js';
import { interactionsOf } from '../analysis/uncertainty/interactions.js';
import { answersIn } from '../analysis/uncertainty/rows.js';
import type { Sample } from '../analysis/uncertainty/sample.js';
import { type Share, sharesOf } from '../analysis/uncertainty/shares.js';
import { smallestFlips } from '../analysis/uncertainty/smallest-flips.js';
import { type Tally, tallyOf } from '../analysis/uncertainty/tally.js';
import { type Bar, tornadoesOf } from '../analysis/uncertainty/tornado.js';
import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { add, compare, divide, type Rational, rational, zero } from '../core/rational.js';
import type { Report } from '../core/report.js';
import { outcomeCount } from '../core/space.js';
import { amountOf } from './amount.js';
import { setsOf } from './answer-chunk.js';
import { doubtFound } from './doubt-found.js';
import { type Evaluator, firstColumn, givenColumn } from './ensemble-evaluator.js';
import type {
  Choice,
  Column,
  ColumnShare,
  DoubtWeight,
  EnsembleFindings,
  EnsembleOptions,
  Flip,
  Interaction,
  Readout,
  Tornado,
} from './ensemble-findings.js';
import type { EnsemblePlan } from './ensemble-plan.js';

export type EnsembleReport = Report<EnsembleOptions, EnsembleFindings>;

/** Most interactions that are listed, the greatest first. */
const mostInteractions = 50;

/** Most changes at once that are tried to turn an answer where not every set was answered … */
const mostChanges = 3;
/** … and most outcomes times sets looked at for it: about as much as a few hundred sets of a large case. */
const mostFlipWork = 2n ** 25n;

/** Readouts that say what the answer to a question is; the others detail these. */
const leading: readonly Readout[] = ['holds', 'left alone', 'on offer', 'agreed'];

/** What the sets answered so far say. */
type Counted = {
  readonly sample: Sample;
  readonly tally: Tally;
  readonly shares: readonly Share[];
};

function countedIn(
  evaluator: Evaluator,
  plan: EnsemblePlan,
  { seed }: EnsembleOptions,
  bits: Uint8Array,
): Counted {
  const { doubts, bytesPerRow } = evaluator;
  const setAt = setsOf(evaluator, plan, seed);
  const sets = Array.from({ length: bits.length / bytesPerRow }, (_, place) => setAt(place));
  const sample: Sample = {
    doubts,
    sets,
    rows: { columns: firstColumn + evaluator.columns.length, bits },
    weights: plan.mode === 'every set' ? sets.map((set) => weightOf(doubts, set)) : undefined,
  };
  const tally = tallyOf(sample, givenColumn);
  return { sample, tally, shares: sharesOf(tally) };
}

/** The shares of the first rows, for deciding whether they are enough. */
export function sharesSoFar(
  evaluator: Evaluator,
  plan: EnsemblePlan,
  options: EnsembleOptions,
  bits: Uint8Array,
): readonly Share[] {
  return countedIn(evaluator, plan, options, bits).shares.slice(firstColumn);
}

/**
 * The answer from the rows of the first sets of a plan.
 *
 * @param bits - of consecutive rows, from the first set on.
 * @param ended - how it ended; what needs further answers is left out of one that was stopped.
 */
export function ensembleReport(
  theCase: Case,
  options: EnsembleOptions,
  evaluator: Evaluator,
  plan: EnsemblePlan,
  bits: Uint8Array,
  ended: EnsembleFindings['ended'],
): EnsembleReport {
  const { doubts, columns } = evaluator;
  const counted = countedIn(evaluator, plan, options, bits);
  const { sample, tally, shares } = counted;
  const own = shares.slice(firstColumn);
  const limits = [...evaluator.limits];
  if (ended === 'stopped') {
    limits.push(
      `The work was stopped: ${groupedDigits(sample.sets.length)} of ${groupedDigits(plan.total)} ${plan.mode === 'draws' ? 'draws' : 'assumption sets'} were answered. The smallest changes that turn an answer were not looked for.`,
    );
  }
  const isDoubted = (at: number) => isBetween(own[at]?.share);
  const told = columns.flatMap(({ readout }, at) => (isTold(readout) ? [at] : []));
  const open = told.filter(isDoubted);
  const bars = tornadoesOf(
    tally,
    open.map((at) => at + firstColumn),
  );
  const isWhole = plan.mode === 'every set' && ended !== 'stopped';
  const idle = isWhole
    ? idleDoubts(
        sample,
        told.map((at) => at + firstColumn),
        [0, givenColumn],
      )
    : undefined;
  const first = sample.sets.length > 0 ? defaultAnswers(evaluator) : undefined;
  return {
    analysis: 'whatif',
    options,
    seed: plan.mode === 'draws' ? options.seed : null,
    assumptions: [],
    convergence: ended,
    limits,
    mode: plan.mode,
    sets: sample.sets.length - tally.impossible - tally.notGiven,
    impossible: tally.impossible,
    notGiven: tally.notGiven,
    all: plan.all?.toString() ?? null,
    isWeighted: doubts.some(({ weights }) => weights !== undefined),
    doubts: doubts.map((doubt, at) => ({
      ...doubtFound(theCase, doubt),
      isIdle: idle ? (idle[at] as boolean) : null,
    })),
    columns: columns.map((column, at) => shareFound(column, own[at] as Share, first?.(at) ?? null)),
    tornadoes: open.map((at, place) =>
      tornadoFound(counted, columns[at] as Column, bars[place] ?? []),
    ),
    ...rankings(counted, columns, open, bars),
    interactions: interactionsFound(counted, columns, open, limits),
    flips: ended === 'stopped' ? [] : flipsFound(theCase, evaluator, plan, counted, told, limits),
    choices: choicesFound(columns, own),
    ended,
  };
}

/** Whether a column says something of a headline or of the whole case, not of a choice. */
function isTold(readout: Readout): boolean {
  return readout !== 'best' && readout !== 'no worse' && readout !== 'better';
}

function isBetween(share: Rational | undefined): boolean {
  return share !== undefined && share.n > 0n && share.n < share.d;
}

/** The answers with everything as the file has it; null where that set does not count. */
function defaultAnswers(evaluator: Evaluator): (at: number) => boolean | null {
  const row = evaluator.evaluate(standing(evaluator.doubts));
  const bit = (column: number) => (((row[column >> 3] as number) >> (column & 7)) & 1) === 1;
  const counts = bit(0) && bit(givenColumn);
  return (at) => (counts ? bit(at + firstColumn) : null);
}

function shareFound(column: Column, share: Share, byDefault: boolean | null): ColumnShare {
  return {
    ...column,
    byDefault,
    count: share.count,
    share: amountOf(share.share ?? zero),
    error: share.error ?? null,
  };
}

function tornadoFound({ tally }: Counted, { id }: Column, bars: readonly Bar[]): Tornado {
  return {
    column: id,
    bars: bars.map(({ doubt, cases, swing, information, isBeyondError }) => ({
      doubt: tally.doubts[doubt]?.id as string,
      cases: cases.map(({ id: own, sets, share, error }) => ({
        id: own,
        sets,
        share: share ? amountOf(share) : null,
        error: error ?? null,
      })),
      swing: amountOf(swing),
      information: amountOf(information),
      isBeyondError,
    })),
  };
}

/**
 * Doubts by the greatest swing of any leading column, and by the expected change from learning them,
 * averaged over the leading columns in doubt. Of draws only swings beyond their error count.
 */
function rankings(
  { tally }: Counted,
  columns: readonly Column[],
  open: readonly number[],
  bars: readonly (readonly Bar[])[],
): Pick<EnsembleFindings, 'carrying' | 'findOut'> {
  const places = open.flatMap((at, place) =>
    leading.includes((columns[at] as Column).readout) ? [{ at, place }] : [],
  );
  const all = tally.doubts.flatMap(({ id }, doubt) => {
    const [first, ...others] = places.map(({ at, place }) => ({
      column: columns[at] as Column,
      bar: bars[place]?.[doubt] as Bar,
    }));
    if (!first) return [];
    const own = [first, ...others].filter(({ bar }) => bar.isBeyondError);
    const most = own.reduce(
      (a, b) => (compare(b.bar.swing, a.bar.swing) > 0 ? b : a),
      own[0] ?? first,
    );
    const sum = own.reduce((total, { bar }) => add(total, bar.information), zero);
    const swing = own.length > 0 ? most.bar.swing : zero;
    const information = divide(sum, rational(BigInt(places.length)));
    return [{ doubt: id, column: most.column.id, swing, information }];
  });
  const found = ({ doubt, column, swing, information }: (typeof all)[number]): DoubtWeight => ({
    doubt,
    column,
    swing: amountOf(swing),
    information: amountOf(information),
  });
  return {
    carrying: all
      .toSorted((a, b) => compare(b.swing, a.swing) || compare(b.information, a.information))
      .map(found),
    findOut: all
      .filter(({ information }) => information.n > 0n)
      .toSorted((a, b) => compare(b.information, a.information) || compare(b.swing, a.swing))
      .map(found),
  };
}

function interactionsFound(
  { tally }: Counted,
  columns: readonly Column[],
  open: readonly number[],
  limits: string[],
): readonly Interaction[] {
  const places = open.filter((at) => leading.includes((columns[at] as Column).readout));
  const { found, leftOut, tooMany } = interactionsOf(
    tally,
    places.map((at) => at + firstColumn),
    mostInteractions,
  );
  const id = (doubt: number) => tally.doubts[doubt]?.id as string;
  if (leftOut > 0) {
    limits.push(
      `The ${mostInteractions} greatest effects of two doubts together are listed, of ${groupedDigits(leftOut + mostInteractions)}.`,
    );
  }
  if (tooMany.length > 0) {
    limits.push(
      `Effects of two doubts together leave out those with very many cases: ${tooMany.map(id).join(', ')}.`,
    );
  }
  return found.map(({ column, doubts: [a, b], cases, effect, error }) => ({
    column: columns[column - firstColumn]?.id as string,
    doubts: [id(a), id(b)],
    cases,
    effect: amountOf(effect),
    error: error ?? null,
  }));
}

/** The fewest changes that turn each column: among the sets answered where these are all, else by asking. */
function flipsFound(
  theCase: Case,
  evaluator: Evaluator,
  plan: EnsemblePlan,
  { sample }: Counted,
  told: readonly number[],
  limits: string[],
): readonly Flip[] {
  const { doubts, columns } = evaluator;
  const isListed = plan.mode === 'every set';
  const affordable = mostFlipWork / outcomeCount(theCase);
  const found = smallestFlips(
    doubts,
    isListed ? answersIn(sample) : evaluator.evaluate,
    told.map((at) => at + firstColumn),
    isListed
      ? { changes: doubts.length, evaluations: sample.sets.length }
      : { changes: mostChanges, evaluations: affordable > 64n ? Number(affordable) : 64 },
    givenColumn,
  );
  const isWhole = found.ended === 'all found' || found.ended === 'every set';
  if (found.ended === 'evaluations') {
    limits.push(
      `Changes that turn an answer were looked for up to ${found.searched} at once; longer lists were more than could be tried.`,
    );
  }
  const caseOf = (doubt: number, chosen: number) =>
    doubts[doubt]?.cases[chosen] ?? (chosen === 1 ? 'lowest' : 'highest');
  return found.flips.map(({ column, lists }) => ({
    column: columns[column - firstColumn]?.id as string,
    changes: lists.map((list) =>
      list.map(({ doubt, chosen }) => ({
        doubt: doubts[doubt]?.id as string,
        case: caseOf(doubt, chosen),
      })),
    ),
    searched: isWhole ? null : found.searched,
  }));
}

/** The columns of each choice together. */
function choicesFound(columns: readonly Column[], shares: readonly Share[]): readonly Choice[] {
  const shareAt = (subject: string | null, party: string | null, readout: Readout) => {
    const at = columns.findIndex(
      (one) => one.readout === readout && one.subject === subject && one.party === party,
    );
    return shares[at];
  };
  return columns.flatMap(({ readout, subject, party }) => {
    if (readout !== 'best' || party === null) return [];
    // Waiting brings no issue to a level: its subject is `wait`.
    const [issue = null, level = null] = subject?.includes('=') ? subject.split('=') : [];
    const share = (one: Readout) => amountOf(shareAt(subject, party, one)?.share ?? zero);
    const error = (one: Readout) => shareAt(subject, party, one)?.error ?? null;
    return [
      {
        party,
        issue,
        level,
        best: share('best'),
        noWorse: share('no worse'),
        better: share('better'),
        errors:
          error('best') === null
            ? null
            : {
                best: error('best') as number,
                noWorse: error('no worse') as number,
                better: error('better') as number,
              },
      },
    ];
  });
}
