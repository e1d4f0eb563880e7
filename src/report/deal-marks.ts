import type { Case } from '../core/case.js';
import type { Amount } from '../questions/amount.js';
import type { SolutionFinding, SolutionsFinding } from '../questions/deals-findings.js';
import type { OutcomeFacts } from '../questions/judge-package.js';
import { countedAmount, isMoreThan } from './amount-words.js';
import { type DealsReport, packageWords } from './deals-words.js';
import { ordinal, sentenceCase, series } from './phrases.js';
import { type PlotValue, plotValue } from './plot-value.js';
import type { Words } from './words.js';

/** What an outcome is on the plot; the shape of its mark is that of the first kind it has. */
export type DealMarkKind =
  | 'no deal'
  | 'today'
  | 'proposal'
  | 'solution'
  | 'fallback'
  | 'track'
  | 'deal'
  | 'frontier';

/**
 * How a deal stands: better than no deal for all whose consent it uses and holding once in place; only
 * the first; neither; or not known.
 */
export type DealStanding = 'both' | 'willing' | 'neither' | 'unknown';

/** An outcome on the plot, or a point without a known outcome. */
export type DealMark = {
  /** Tells it from every other mark. */
  readonly key: string;
  /** The most telling first. */
  readonly kinds: readonly DealMarkKind[];
  readonly standing: DealStanding;
  readonly state: number | null;
  /** Level index of every issue; null where the outcome is not known. */
  readonly levels: readonly number[] | null;
  /** Beside the mark: `Nash`, `“the US text”`; empty for most. */
  readonly label: string;
  /** The package in words. */
  readonly name: string;
  /** Everything that it is, in words. */
  readonly what: string;
  /** By party at the table; a party is left out where its value is not known. */
  readonly values: Readonly<Record<string, PlotValue>>;
};

/** What marks are made from. */
export type MarkSource = {
  readonly theCase: Case;
  readonly report: DealsReport;
  readonly words: Words;
  readonly factsOf: ((state: number) => OutcomeFacts) | undefined;
  readonly valuesAt: (state: number) => Readonly<Record<string, PlotValue>>;
  readonly parties: readonly string[];
};

/** One thing that an outcome is. */
type Role = { readonly kind: DealMarkKind; readonly label: string; readonly says: string };

const ORDER: readonly DealMarkKind[] = [
  'no deal',
  'today',
  'proposal',
  'solution',
  'fallback',
  'track',
  'deal',
  'frontier',
];

const SOLUTIONS = [
  ['nash', 'Nash', 'Nash solution'],
  ['kalaiSmorodinsky', 'Kalai–Smorodinsky', 'Kalai–Smorodinsky solution'],
  ['egalitarian', 'equal gains', 'egalitarian solution'],
  ['utilitarian', 'greatest sum', 'utilitarian solution'],
] as const;

/** Points of one solution that are marks of their own; every one says how many ties there are. */
const mostTies = 12;

/**
 * The marks of an answer, each outcome once.
 *
 * Order: no deal (a single outcome; a circle is a band), today, proposals, solutions (the first
 * `mostTies` tied points of each), fallback bargaining, what each track would be closed at, deals told,
 * then points of the frontier up to `most`; the rest of these are dots. Outcomes that coincide in every
 * party's amount stay marks of their own.
 */
export function marksOf(
  source: MarkSource,
  most: number,
): { readonly marks: readonly DealMark[]; readonly dots: readonly (readonly PlotValue[])[] } {
  const found: Found = { states: new Map(), points: new Map() };
  addNamed(source, found);
  addSolutions(source, found);
  addTracks(source, found);
  addDeals(source, found);
  const dots = addFrontier(source, found, most);
  const marks = [
    ...[...found.states].map(([state, roles]) => markOfState(source, state, roles)),
    ...[...found.points].map(([key, point]) => markOfPoint(source, key, point)),
  ];
  const rank = ({ kinds: [kind] }: DealMark) => (kind ? ORDER.indexOf(kind) : ORDER.length);
  return { marks: marks.toSorted((a, b) => rank(a) - rank(b)), dots };
}

/** What is a mark so far: outcomes by state, and points without a known outcome by their amounts. */
type Found = {
  readonly states: Map<number, Role[]>;
  readonly points: Map<string, FoundPoint>;
};

type FoundPoint = {
  readonly amounts: readonly Amount[];
  readonly roles: Role[];
  /** The package in words, where one is known. */
  name: string | undefined;
};

function addState({ states }: Found, state: number, role: Role): void {
  states.set(state, [...(states.get(state) ?? []), role]);
}

function addPoint({ points }: Found, amounts: readonly Amount[], role: Role): FoundPoint {
  const key = pointKey(amounts);
  const point = points.get(key) ?? { amounts, roles: [], name: undefined };
  point.roles.push(role);
  points.set(key, point);
  return point;
}

function pointKey(amounts: readonly Amount[]): string {
  return `p${amounts.join(' ')}`;
}

/** No deal where it is one outcome, today, and the proposals. */
function addNamed({ report, words }: MarkSource, found: Found): void {
  report.noDeal.forEach(({ states }, index) => {
    const [state] = states;
    const label = noDealName(report, index);
    if (state === undefined || states.length !== 1) return;
    const says = `${label}: where things go without one`;
    addState(found, state, { kind: 'no deal', label, says });
  });
  if (report.today !== null) {
    addState(found, report.today, { kind: 'today', label: 'today', says: 'today' });
  }
  for (const { label, by, verdict } of report.proposals) {
    if (!verdict) continue;
    const makers = by.length === 0 ? '' : ` of ${words.parties(by)}`;
    addState(found, verdict.state, {
      kind: 'proposal',
      label: `“${label}”`,
      says: `the proposal “${label}”${makers}`,
    });
  }
}

/** The solutions against every no deal, and fallback bargaining. */
function addSolutions({ report, theCase, words }: MarkSource, found: Found): void {
  for (const against of report.solutionsByNoDeal) {
    for (const [id, label, name] of SOLUTIONS) {
      const solution: SolutionFinding = against[id];
      const says = `${solutionName(report, name, against)}${tiesText(solution)}`;
      const role: Role = { kind: 'solution', label, says };
      solution.utilities.slice(0, mostTies).forEach((amounts, at) => {
        const state = stateOfPoint(report, solution, at);
        if (state !== undefined) {
          addState(found, state, role);
          return;
        }
        const point = addPoint(found, amounts, role);
        const [outcome] = solution.utilities.length === 1 ? solution.outcomes : [];
        if (outcome) point.name ??= sentenceCase(packageWords(theCase, words, outcome));
      });
    }
  }
  for (const { states } of report.fallback) {
    for (const state of states.slice(0, mostTies)) {
      const says = 'fallback bargaining';
      addState(found, state, { kind: 'fallback', label: 'fallback', says });
    }
  }
}

/** What each track would be closed at by itself. */
function addTracks({ report }: MarkSource, found: Found): void {
  for (const { label, outcomes } of report.tracks?.tracks ?? []) {
    const says = `where the track “${label}” would be closed by itself`;
    for (const state of outcomes.slice(0, mostTies)) {
      addState(found, state, { kind: 'track', label: `track “${label}”`, says });
    }
  }
}

function addDeals({ report }: MarkSource, found: Found): void {
  for (const { state, isDeal } of report.deals) {
    if (isDeal) addState(found, state, { kind: 'deal', label: '', says: 'a deal' });
  }
}

/** Says of what is a mark already that it is on the frontier; of the rest `most` become marks. */
function addFrontier(
  { report: { frontier } }: MarkSource,
  found: Found,
  most: number,
): readonly (readonly PlotValue[])[] {
  const role: Role = { kind: 'frontier', label: '', says: 'on the frontier' };
  const dots: (readonly PlotValue[])[] = [];
  let count = 0;
  frontier?.points.forEach((amounts, at) => {
    const state = frontier.states[at];
    if (state !== undefined && found.states.has(state)) addState(found, state, role);
    else if (found.points.has(pointKey(amounts))) addPoint(found, amounts, role);
    else if (count >= most) dots.push(amounts.map(plotValue));
    else {
      count += 1;
      if (state !== undefined) addState(found, state, role);
      else addPoint(found, amounts, role);
    }
  });
  return dots;
}

function markOfPoint(
  source: MarkSource,
  key: string,
  { amounts, roles, name }: FoundPoint,
): DealMark {
  return markOf(source, key, roles, {
    state: null,
    levels: null,
    standing: 'unknown',
    name: name ?? 'A point of the frontier',
    values: Object.fromEntries(
      source.parties.flatMap((party, at) => {
        const amount = amounts[at];
        return amount === undefined ? [] : [[party, plotValue(amount)]];
      }),
    ),
  });
}

/** `, one of 625 outcomes that attain it`; empty for one alone. */
function tiesText({ count }: SolutionFinding): string {
  return isMoreThan(count, 1) ? `, one of ${countedAmount(count, 'outcome')} that attain it` : '';
}

/** The first outcome of a solution's point, where it is known. */
function stateOfPoint(
  { frontier }: DealsReport,
  { utilities, states }: SolutionFinding,
  at: number,
): number | undefined {
  if (utilities.length === 1 || utilities.length === states.length) return states[at];
  const key = utilities[at]?.join(' ');
  const place = frontier?.points.findIndex((point) => point.join(' ') === key) ?? -1;
  return frontier?.states[place];
}

function markOfState(source: MarkSource, state: number, roles: readonly Role[]): DealMark {
  const { report, words, theCase, factsOf, valuesAt } = source;
  const levels = report.levels[String(state)] ?? factsOf?.(state).levels ?? null;
  const proposal = report.proposals.find(({ verdict }) => verdict?.state === state);
  const said = levels === null ? '' : levelsWords(theCase, words, levels, report.today === null);
  return markOf(source, `s${state}`, roles, {
    state,
    levels,
    standing: standingOf(source, state),
    name: state === report.today ? 'Today' : proposal ? `“${proposal.label}”` : sentenceCase(said),
    values: valuesAt(state),
  });
}

/** How levels differ from today, as clauses; all of them in a case without one. */
function levelsWords(
  theCase: Case,
  words: Words,
  levels: readonly number[],
  isWhole: boolean,
): string {
  const told = levels.flatMap((level, issue) =>
    !isWhole && level === theCase.today?.[issue] ? [] : [words.clause(issue, level)],
  );
  return told.length === 0 ? 'as today' : series(told);
}

function standingOf({ report, factsOf }: MarkSource, state: number): DealStanding {
  if (report.headline.includes(state)) return 'both';
  const known =
    report.deals.find((deal) => deal.state === state) ??
    report.proposals.find(({ verdict }) => verdict?.state === state)?.verdict ??
    factsOf?.(state);
  if (!known) return 'unknown';
  if (!known.isDeal || !known.isAcceptable) return 'neither';
  return known.isSelfEnforcing === true ? 'both' : 'willing';
}

const standingWords: Readonly<Record<DealStanding, string | undefined>> = {
  both: 'better than no deal for all who would sign, and would hold once in place',
  willing: 'better than no deal for all who would sign, but would not hold',
  neither: undefined,
  unknown: undefined,
};

function markOf(
  { report }: MarkSource,
  key: string,
  roles: readonly Role[],
  rest: Pick<DealMark, 'state' | 'levels' | 'standing' | 'name' | 'values'>,
): DealMark {
  const sorted = roles.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const { standing } = rest;
  const told =
    standing === 'willing' && report.today === null
      ? 'better than no deal for all who would sign'
      : standingWords[standing];
  const isDealSaid = told !== undefined;
  return {
    key,
    kinds: [...new Set(sorted.map(({ kind }) => kind))],
    label: [...new Set(sorted.flatMap(({ label }) => (label === '' ? [] : [label])))].join(' · '),
    what: sentenceCase(
      [
        ...new Set([
          ...sorted.flatMap(({ kind, says }) => (kind === 'deal' && isDealSaid ? [] : [says])),
          ...(told === undefined ? [] : [told]),
        ]),
      ].join('; '),
    ),
    ...rest,
  };
}

/** `no deal`; of several, `no deal, first end`. */
export function noDealName(report: DealsReport, index: number): string {
  return report.noDeal.length < 2 ? 'no deal' : `no deal, ${ordinal(index + 1)} end`;
}

/** `Nash solution`, with the no deal that it is against where there are several or a circle. */
function solutionName(
  report: DealsReport,
  name: string,
  { noDeal, range }: Pick<SolutionsFinding, 'noDeal' | 'range'>,
): string {
  const parts = [
    ...(report.noDeal.length < 2 ? [] : [`against ${noDealName(report, noDeal)}`]),
    ...(range === 'whole'
      ? []
      : [`against the ${range === 'sure' ? 'best' : 'worst'} of the circle`]),
  ];
  return [name, ...parts].join(' ');
}
