import { applySet } from '../../src/analysis/uncertainty/apply-set.js';
import type { AssumptionSet, Doubt } from '../../src/analysis/uncertainty/doubt.js';
import type { PinnedReadings } from '../../src/analysis/uncertainty/doubts-of.js';
import type { Case, NamedOutcome } from '../../src/core/case.js';
import type { Expression } from '../../src/core/expression.js';
import { issuesMentioned } from '../../src/core/issues-mentioned.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { uncontrolled } from '../../src/core/report.js';
import { levelsOf, statesWhere, stateWith } from '../../src/core/space.js';
import {
  type CaseOptions,
  checkCaseOptions,
  settingsOf,
} from '../../src/questions/case-options.js';
import { deals } from '../../src/questions/deals.js';
import type { EnsembleOptions } from '../../src/questions/ensemble-findings.js';
import { holds } from '../../src/questions/holds.js';

/**
 * What an ensemble says of one assumption set, read off the plain answers of `holds` and `deals`.
 *
 * @returns whether the set is possible and given, and the ids of the columns that are true.
 */
export function naiveAnswers(
  theCase: Case,
  doubts: readonly Doubt[],
  set: AssumptionSet,
  options: EnsembleOptions,
): { readonly isPossible: boolean; readonly isGiven: boolean; readonly yes: readonly string[] } {
  const nothing = { isPossible: false, isGiven: false, yes: [] };
  const pinned: PinnedReadings = theCase.parties.map(({ id }, party) => {
    const name = options.readings[id];
    return name === undefined
      ? undefined
      : (theCase.preferences[party] ?? []).findIndex((reading) => reading.id === name);
  });
  const applied = applySet(theCase, doubts, set, pinned);
  const own: CaseOptions = {
    where: options.where,
    readings: Object.fromEntries(
      applied.case.parties.flatMap(({ id }, party) => {
        const reading = applied.case.preferences[party]?.[applied.readings[party] ?? -1];
        return reading ? [[id, reading.id]] : [];
      }),
    ),
  };
  if (checkCaseOptions(applied.case, own).length > 0) return nothing;
  const { replies, concept } = options;
  const found = holds.run(
    applied.case,
    { ...holds.defaults, ...own, concepts: [concept], replies },
    uncontrolled,
  );
  const agreed = deals.run(
    applied.case,
    { ...deals.defaults, ...own, concept, replies },
    uncontrolled,
  );
  const model = buildModel(applied.case, applied.readings, settingsOf(applied.case, own));
  const { today } = model.space;
  const places = found.ends.flat();
  const isIn = (when: Expression) => {
    const states = new Set(statesWhere(model.space, when));
    return (state: number) => states.has(state);
  };
  if (options.given && !places.every(isIn(options.given.when))) {
    return { isPossible: true, isGiven: false, yes: [] };
  }
  const deal =
    today === undefined
      ? agreed.deals.filter((one) => one.isDeal && one.isAcceptable).map(({ state }) => state)
      : agreed.headline;
  const offered = found.onOffer.map(({ state }) => state);
  const yes: string[] = [];
  const say = (id: string, isSo: boolean) => {
    if (isSo) yes.push(id);
  };
  const sayOf = (id: string, doesHold: boolean, covers: (state: number) => boolean) => {
    say(`holds:${id}`, doesHold);
    if (today !== undefined) {
      say(`left alone:${id}`, places.every(covers));
      say(`left alone for some:${id}`, places.some(covers));
      say(`on offer:${id}`, offered.some(covers));
    }
    say(`agreed:${id}`, deal.some(covers));
  };
  const equilibria = found.equilibria[concept] ?? [];
  if (options.headlines) {
    for (const { id, when } of options.headlines) {
      sayOf(id, equilibria.some(isIn(when)), isIn(when));
    }
  } else {
    for (const { id, kind, holding } of found.named) {
      if (kind === 'outcome') {
        const outcome = theCase.outcomes.find((one) => one.id === id) as NamedOutcome;
        sayOf(id, holding.length > 0, isIn(outcome.when));
        continue;
      }
      const proposal = theCase.proposals.find((one) => one.id === id);
      const levels = today === undefined ? undefined : levelsOf(model.space, today);
      const covers = (state: number) => {
        const there = model.space.outcomesOf(state).map((number) => levelsAt(model, number));
        return there.some((at) =>
          at.every((level, issue) => {
            const term = proposal?.terms.find((one) => one.issue === issue);
            const wanted = term?.level ?? levels?.[issue];
            return wanted === undefined || wanted === level;
          }),
        );
      };
      sayOf(id, holding.length > 0, covers);
    }
  }
  if (today !== undefined) {
    sayScenario();
    say('stays', places.length === 1 && places[0] === today);
    say(
      'circle',
      found.ends.some((end) => end.length > 1),
    );
  }
  say('deal', deal.length > 0);
  if (options.choices && today !== undefined) for (const id of choicesOf()) yes.push(id);
  return { isPossible: true, isGiven: true, yes };

  function sayScenario() {
    const scenarios = theCase.scenarios.filter(({ when }) =>
      [...issuesMentioned(when, theCase)].some(
        (issue) => theCase.issues[issue]?.control.kind !== 'nobody',
      ),
    );
    if (scenarios.length === 0) return;
    const whole = scenarios.find(({ when }) => places.every(isIn(when)));
    const touched = scenarios.some(({ when }) => places.some(isIn(when)));
    say(`scenario:${whole ? whole.id : touched ? 'depends' : 'other'}`, true);
  }

  /** Each choice as a question of its own: `holds` where the issue is fixed at the level. */
  function choicesOf(): readonly string[] {
    const start = model.space.today as number;
    const now = levelsOf(model.space, start);
    return model.case.parties.flatMap(({ id }, party) => {
      const payoff = model.payoffs[party] as Int32Array;
      const rangeOf = (states: readonly number[]) => {
        const values = states.map((state) => payoff[state] as number).sort((a, b) => a - b);
        return { least: values[0] as number, most: values.at(-1) as number };
      };
      const wait = rangeOf(places);
      const choices = [{ name: 'wait', ...wait }];
      for (const [at, issue] of model.case.issues.entries()) {
        for (const [level, { id: levelId }] of issue.levels.entries()) {
          const to = stateWith(model.space, now.with(at, level));
          if (to === -1 || !model.moves.from(party, start).includes(to)) continue;
          const then = holds.run(
            model.case,
            {
              ...holds.defaults,
              readings: own.readings,
              where: { ...own.where, [issue.id]: levelId },
              concepts: [concept],
              replies,
            },
            uncontrolled,
          );
          const ends = then.ends.flat().map((state) => {
            const levels = then.levels[String(state)] as readonly number[];
            // An outcome that stands for several is shown without the levels that differ.
            const known = levels.includes(-1) ? undefined : stateWith(model.space, levels);
            return known ?? stateIn(at, level, state);
          });
          choices.push({ name: `${issue.id}=${levelId}`, ...rangeOf(ends) });
        }
      }
      return choices.flatMap((one) => [
        ...(choices.every((other) => one.least >= other.least && one.most >= other.most)
          ? [`best:${id}:${one.name}`]
          : []),
        ...(one.least >= wait.least && one.most >= wait.most ? [`no worse:${id}:${one.name}`] : []),
        ...(one.least > wait.most ? [`better:${id}:${one.name}`] : []),
      ]);
    });
  }

  function stateIn(issue: number, level: number, state: number): number {
    const settings = [...settingsOf(applied.case, own), { issue, level }];
    const { space } = buildModel(applied.case, applied.readings, settings);
    return stateWith(model.space, levelsOf(space, state));
  }
}

function levelsAt({ space }: Model, number: number): readonly number[] {
  return space.fixed.map((fixed, issue) =>
    fixed === -1
      ? Math.floor(number / (space.strides[issue] as number)) % (space.radices[issue] as number)
      : fixed,
  );
}
