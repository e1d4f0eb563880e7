import type { Case } from '../core/case.js';
import { compare } from '../core/rational.js';
import type {
  ColumnShare,
  DoubtFound,
  Readout,
  TornadoBar,
} from '../questions/ensemble-findings.js';
import { amountValue } from './amount-value.js';
import { subjectsOf, wordsForDoubts } from './doubt-words.js';
import {
  barOf,
  bearingOf,
  type Carrying,
  carryingOf,
  movedAside,
  tellingColumn,
} from './ensemble-bearing.js';
import { casesOf } from './ensemble-carrying-tables.js';
import { combinationsOf } from './ensemble-counting.js';
import {
  countingOf,
  type EnsembleReport,
  isInDoubt,
  isNone,
  type Share,
  shareIn,
} from './ensemble-shares.js';
import { counted, sentenceCase, series } from './phrases.js';
import { columnClause, needsComma } from './readout-words.js';

/** Things in doubt told with their shares, and cases of one told one by one. */
const mostTold = 3;
const mostCases = { full: 3, brief: 2 } as const;
/** Whether a sentence tells all, or stands in the brief. */
type Detail = 'full' | 'brief';

/** Things that change nothing named before the rest is only counted. */
const mostIdle = 4;
/** What carries the answer, most first, and what does not matter, a sentence each. */
export function carryingSentences(theCase: Case, report: EnsembleReport): readonly string[] {
  if (report.doubts.length === 0) {
    return [
      report.options.vary.length < 6
        ? 'Of what was varied, the file leaves nothing open: there is one answer.'
        : 'The file leaves nothing open: it has one reading of each party and nothing else in doubt, so there is one answer.',
    ];
  }
  const carrying = carryingOf(report);
  const told = carrying.slice(0, mostTold);
  return [
    ...(carrying.length === 0 &&
    report.doubts.every(({ id }) => bearingOf(report, id) === 'nothing')
      ? ['Nothing that the file leaves open changes any of these answers.']
      : [
          ...told.map((one, at) => carryingSentence(theCase, report, one, carrying.slice(0, at))),
          ...restSentences(theCase, report, told.at(-1), carrying.slice(mostTold)),
          ...idleSentences(theCase, report),
        ]),
  ];
}

/** What carries less than what was told with its shares, or just as much, only by name. */
function restSentences(
  theCase: Case,
  report: EnsembleReport,
  last: Carrying | undefined,
  rest: readonly Carrying[],
): readonly string[] {
  const [equal, less] = [
    rest.filter((one) => isAsMuch(one, last)),
    rest.filter((one) => !isAsMuch(one, last)),
  ];
  return [
    { lead: 'As much', found: equal },
    { lead: 'Less', found: less },
  ].flatMap(({ lead, found }) => {
    const doubts = found.flatMap(({ doubt }) => report.doubts.find(({ id }) => id === doubt) ?? []);
    const subjects = subjectsOf(theCase, doubts).map((subject) => `on ${subject}`);
    return subjects.length === 0 ? [] : [`${lead} hangs ${series(subjects)}.`];
  });
}

/** Whether two things in doubt swing a headline as far. */
function isAsMuch({ swing }: Carrying, other: Carrying | undefined): boolean {
  return other !== undefined && compare(amountValue(other.swing), amountValue(swing)) === 0;
}

/**
 * One thing in doubt with the column that it swings most: the share in each of its cases.
 *
 * @param before - what was told before it, most first.
 */
export function carryingSentence(
  theCase: Case,
  report: EnsembleReport,
  weight: Carrying,
  before: readonly Carrying[],
  detail: Detail = 'full',
): string {
  const { doubt } = weight;
  const { subject } = wordsForDoubts(theCase, report.doubts)(doubt);
  const lead = `${leadTo(report, weight, before)} ${subject}`;
  const about = tellingColumn(report, weight);
  const shares = about ? sharesByCase(theCase, report, about.id, doubt, detail) : '';
  const where = isUnderOneOfSeveral(theCase, report, doubt) ? 'in that reading, ' : '';
  return shares === '' || !about ? `${lead}.` : `${lead}: ${where}${inClause(about)} ${shares}.`;
}

/** What leads to the name of something in doubt, after what carries as much or more. */
function leadTo(report: EnsembleReport, weight: Carrying, before: readonly Carrying[]): string {
  const last = before.at(-1);
  if (last === undefined) {
    if (carryingOf(report).length > 1) return 'Most hangs on';
    return report.doubts.length > 1
      ? 'One thing in doubt changes the answer by itself,'
      : 'The answer hangs on';
  }
  if (isAsMuch(weight, last)) return 'As much hangs on';
  return before.every((one) => isAsMuch(one, before[0])) ? 'Next,' : 'Then';
}

/** Whether something hangs on one reading of a party that has others: it is counted only where that is in force. */
function isUnderOneOfSeveral(theCase: Case, { doubts }: EnsembleReport, id: string): boolean {
  const doubt = doubts.find((one) => one.id === id);
  const at = theCase.parties.findIndex((party) => party.id === doubt?.party);
  return (
    doubt !== undefined && doubt.reading !== null && (theCase.preferences[at]?.length ?? 0) > 1
  );
}

/** The clause of a column, ready for "in 3 of the 8". */
export function inClause(column: ColumnShare): string {
  return `${columnClause(column)}${needsComma(column) ? ',' : ''}`;
}

/** `in 10 of the 12 combinations in which this reading is “…”, and in none of the 12 in which it is …`. */
function sharesByCase(
  theCase: Case,
  report: EnsembleReport,
  column: string,
  doubt: string,
  detail: Detail,
): string {
  const bar = barOf(report, column, doubt);
  if (!bar) return '';
  const counting = countingOf(report);
  const { brief } = wordsForDoubts(theCase, report.doubts)(doubt);
  const shares = alikeCases(bar);
  const isCut = shares.length > mostCases[detail];
  const noun = detail === 'brief' ? combinationsOf(report) : 'combinations';
  const told = isCut ? [...shares.slice(0, 1), ...shares.slice(-1)] : shares;
  const parts = told.map(({ ids, share }, at) =>
    detail === 'brief' && at > 0 && ids.length > 1
      ? shareOfOthers(share)
      : `${shareIn(counting, share, at === 0 ? noun : undefined)} in which ${brief(ids, at > 0)}`,
  );
  const isPercent = told.some(({ share }) => isInDoubt(share));
  const weights = counting === 'weights' && isPercent ? ", by the analyst's weights" : '';
  return `${parts.slice(0, -1).join(', ')}${parts.length > 1 ? ', and ' : ''}${parts.at(-1) ?? ''}${isCut ? ', its other cases in between' : ''}${weights}`;
}

/** Of several cases of which it is always so, or never: they need no names in the brief. */
function shareOfOthers({ share }: Share): string {
  return isNone(share) ? 'in none of the others' : 'in all others';
}

/** The cases with their shares, greatest first; those in which it is never so, or always, together. */
function alikeCases(
  bar: TornadoBar,
): readonly { readonly ids: readonly string[]; readonly share: Share }[] {
  const groups: { ids: string[]; share: Share }[] = [];
  for (const { id, share } of casesOf(bar)) {
    const last = groups.at(-1);
    const isAlike = last && compare(amountValue(last.share.share), amountValue(share.share)) === 0;
    if (last && isAlike && !isInDoubt(share)) {
      last.ids.push(id);
      last.share = { ...last.share, sets: last.share.sets + share.sets };
    } else groups.push({ ids: [id], share });
  }
  return groups;
}

/**
 * What does not matter, in one sentence for each way in which it does not. The brief names readings
 * and only counts the rest.
 */
export function idleSentences(
  theCase: Case,
  report: EnsembleReport,
  detail: Detail = 'full',
): readonly string[] {
  const drawn = countingOf(report) === 'draws';
  const sentence = (bearing: 'together' | 'nothing', one: string, many: string) => {
    const found = report.doubts.filter(({ id }) => bearingOf(report, id) === bearing);
    if (found.length === 0) return [];
    const named = detail === 'full' ? found : found.filter(({ kind }) => kind === 'reading');
    const cut = named.length > mostIdle ? named.slice(0, mostIdle - 1) : named;
    const rest = found.length - cut.length;
    const other = cut.length > 0 ? 'other ' : '';
    const all = [
      ...subjectsOf(theCase, cut),
      ...(rest > 0 ? [counted(rest, `${other}thing in doubt`, `${other}things in doubt`)] : []),
    ];
    return [`${sentenceCase(series(all))} ${found.length === 1 ? one : many}.`];
  };
  return [
    ...asideSentences(theCase, report, detail),
    ...sentence(
      'together',
      `changes no share by itself${drawn ? ' beyond the error of the draws' : ''}, only together with something else`,
      `change no share by themselves${drawn ? ' beyond the error of the draws' : ''}, only together with something else`,
    ),
    ...sentence(
      'nothing',
      drawn ? 'changes no share here by more than the error of the draws' : 'changes nothing here',
      drawn ? 'change no share here by more than the error of the draws' : 'change nothing here',
    ),
  ];
}

/** What the other columns say, as what is changed. */
const asideWords: Readonly<Partial<Record<Readout, string>>> = {
  'left alone for some': 'where things may go, depending on who moves first',
  scenario: 'to which scenario things go',
  stays: 'whether things stay as today',
  circle: 'whether things may go round a circle',
  deal: 'whether some deal would be as good as no deal and hold',
};

/** What moves no headline but something else that is told; those that move the same together. */
function asideSentences(theCase: Case, report: EnsembleReport, detail: Detail): readonly string[] {
  const groups = new Map<string, DoubtFound[]>();
  for (const doubt of report.doubts) {
    const { id, kind } = doubt;
    if (bearingOf(report, id) !== 'aside' || (detail === 'brief' && kind !== 'reading')) continue;
    const moved = series(movedAside(report, id).flatMap((readout) => asideWords[readout] ?? []));
    groups.set(moved, [...(groups.get(moved) ?? []), doubt]);
  }
  return [...groups].map(
    ([moved, doubts]) =>
      `${sentenceCase(series(subjectsOf(theCase, doubts)))} ${doubts.length === 1 ? 'changes' : 'change'} no headline, only ${moved}.`,
  );
}
