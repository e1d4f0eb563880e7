import { headlineConcept } from '../analysis/stability/mixture.js';
import { verdictsOf } from '../analysis/stability/verdicts.js';
import type { Doubt } from '../analysis/uncertainty/doubt.js';
import type { Case, Setting } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { buildModel, type Model } from '../core/model.js';
import { rightsOf } from '../core/rights.js';
import { fixedLevels, levelsOf, stateWith, todayLevels } from '../core/space.js';
import { columnOf, type Section } from './ensemble-columns.js';
import type { EnsembleOptions } from './ensemble-findings.js';
import type { Found } from './ensemble-found.js';

/** What one party could do by itself today: bring an issue to a level and keep it there, or wait. */
type Act = { readonly party: number; readonly setting: Setting | undefined };

/** A party's payoffs where a choice leads: the least and the greatest. */
type Range = { readonly least: number; readonly most: number };

/** Most combinations of open levels today from which acts are looked for. */
const mostTodays = 4096;

/**
 * What each party could do by itself today, and how good that is for it.
 *
 * A choice is to wait, or to bring one issue to a level by its own right and keep it there: the issue is
 * then fixed, for everybody. What a choice leads to are the ends of the steps from today so changed; the
 * party ranks them in its order over all outcomes. With several ends, or a circle, a choice has a worst
 * and a best outcome, and choices are compared on both:
 *
 * - `best`: neither is below that of any other choice the party has;
 * - `no worse`: neither is below that of waiting;
 * - `better`: even the worst is above the best of waiting.
 *
 * A choice that the party does not have in a set (the issue stands there already, it has no right to
 * move it, a rule forbids it) is none of the three and is compared with nothing. Our own definition.
 *
 * Time of verdicts, once for each issue and level that somebody could act on.
 */
export function choiceSection(
  theCase: Case,
  doubts: readonly Doubt[],
  settings: readonly Setting[],
  options: Pick<EnsembleOptions, 'concept' | 'replies'>,
): Section {
  const acts = actsOf(theCase, doubts, settings);
  return {
    columns: acts.flatMap((act) => columnsOfAct(theCase, act)),
    answer: (found) => {
      const { model } = found;
      const waiting = found.places();
      const known = new Map<string, readonly number[]>();
      const ranges = acts.map(({ party, setting }): Range | undefined => {
        if (!setting) return rangeOf(model, party, waiting);
        if (!canAct(model, party, setting)) return undefined;
        const key = `${setting.issue} ${setting.level}`;
        const places = known.get(key) ?? placesAfter(found, setting, options);
        known.set(key, places);
        return rangeOf(model, party, places);
      });
      return acts.flatMap(({ party }, at) => {
        const own = ranges[at];
        if (!own) return [false, false, false];
        const open = ranges.filter(
          (range, other): range is Range => range !== undefined && acts[other]?.party === party,
        );
        const wait = ranges[acts.findIndex((one) => one.party === party && !one.setting)] as Range;
        const isAtLeast = (other: Range) => own.least >= other.least && own.most >= other.most;
        return [open.every(isAtLeast), isAtLeast(wait), own.least > wait.most];
      });
    },
  };
}

/** For each party waiting, then what it could do from some today that is in doubt. */
function actsOf(
  theCase: Case,
  doubts: readonly Doubt[],
  settings: readonly Setting[],
): readonly Act[] {
  const rights = rightsOf(theCase);
  const fixed = fixedLevels(theCase, settings);
  const todays = todaysOf(theCase, doubts, settings);
  return theCase.parties.flatMap((_, party) => {
    const acts: Act[] = [{ party, setting: undefined }];
    for (const [issue, { levels }] of theCase.issues.entries()) {
      if (fixed[issue] !== -1) continue;
      const targets = new Set(todays.flatMap((today) => rights.alone(party, issue, today)));
      for (const level of levels.keys()) {
        if (targets.has(level)) acts.push({ party, setting: { issue, level } });
      }
    }
    return acts;
  });
}

/** Every combination of the levels that are open today; where there are too many, one change at most. */
function todaysOf(
  theCase: Case,
  doubts: readonly Doubt[],
  settings: readonly Setting[],
): readonly (readonly number[])[] {
  const today = todayLevels(theCase, settings);
  if (!today) return [];
  const open = openToday(doubts);
  const count = open.reduce((product, { length }) => product * length, 1);
  const taking = (from: readonly number[], { issue, level }: Setting) => from.with(issue, level);
  return count <= mostTodays
    ? open.reduce<readonly (readonly number[])[]>(
        (todays, levels) => todays.flatMap((one) => levels.map((level) => taking(one, level))),
        [today],
      )
    : [today, ...open.flat().map((level) => taking(today, level))];
}

function openToday(doubts: readonly Doubt[]): readonly (readonly Setting[])[] {
  return doubts.flatMap(({ about }) => (about.kind === 'today' ? [about.settings] : []));
}

/** Says where some acts may have been missed. */
export function choiceLimits(doubts: readonly Doubt[]): readonly string[] {
  const count = openToday(doubts).reduce((product, { length }) => product * length, 1);
  return count <= mostTodays
    ? []
    : [
        `What parties could do was looked for with one open issue at a time: there are more than ${groupedDigits(mostTodays)} combinations of where issues stand today.`,
      ];
}

function columnsOfAct(theCase: Case, { party, setting }: Act) {
  const own = theCase.parties[party]?.id as string;
  const issue = setting && theCase.issues[setting.issue];
  const level = setting && issue?.levels[setting.level];
  const subject = issue && level ? `${issue.id}=${level.id}` : 'wait';
  const label = issue && level ? (level.act ?? `${issue.label}: ${level.label}`) : 'wait';
  return (['best', 'no worse', 'better'] as const).map((readout) =>
    columnOf(readout, subject, label, own),
  );
}

/** Whether a party can bring about today, by one move of its own, this level and nothing else. */
function canAct({ space, moves }: Model, party: number, { issue, level }: Setting): boolean {
  const today = space.today as number;
  const to = stateWith(space, levelsOf(space, today).with(issue, level));
  return to !== -1 && moves.canMove(party, today, to);
}

/** Where things go, as outcomes of the whole model, once an issue is brought to a level and kept there. */
function placesAfter(
  { model }: Found,
  setting: Setting,
  { concept, replies }: Pick<EnsembleOptions, 'concept' | 'replies'>,
): readonly number[] {
  const fixed = model.space.fixed.flatMap((level, issue): readonly Setting[] =>
    level === -1 || model.case.issues[issue]?.control.kind === 'nobody' ? [] : [{ issue, level }],
  );
  const readings = model.readings.map((reading, party) =>
    reading ? (model.case.preferences[party]?.indexOf(reading) ?? -1) : -1,
  );
  const then = buildModel(model.case, readings, [...fixed, setting], undefined, model.shared);
  const { today } = then.space;
  const verdicts = verdictsOf(then, headlineConcept(then.case, concept, replies));
  if (!verdicts || today === undefined || today === -1) {
    throw new RangeError('placesAfter: an act that can be done leads nowhere');
  }
  return verdicts
    .from(today)
    .ends.flat()
    .map((state) => stateWith(model.space, levelsOf(then.space, state)));
}

function rangeOf(model: Model, party: number, places: readonly number[]): Range {
  const payoff = model.payoffs[party] as Int32Array;
  const found = places.map((state) => payoff[state] as number);
  return { least: Math.min(...found), most: Math.max(...found) };
}
