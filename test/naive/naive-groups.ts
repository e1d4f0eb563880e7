import type { NaiveModel } from './naive-engine.js';

/**
 * Second, independent readings of the concepts in which groups act and of those that look several
 * moves ahead, for tests only: groups as lists, every quantifier as it is written.
 */
export type Group = readonly number[];

/** Every non-empty group of some parties, by splitting on the first. */
export function groupsWithin(parties: readonly number[]): readonly Group[] {
  const [first, ...others] = parties;
  if (first === undefined) return [];
  const without = groupsWithin(others);
  return [[first], ...without, ...without.map((group) => [first, ...group])];
}

const allStates = (model: NaiveModel) => model.states.map((_, state) => state);

type Step = (group: Group, from: number, to: number) => boolean;

/** Ends of sequences of at least one step of the groups, none of them twice in a row. */
export function sequenceEnds(
  model: NaiveModel,
  groups: readonly Group[],
  start: number,
  step: Step,
): ReadonlySet<number> {
  const seen = new Set<string>();
  const ends = new Set<number>();
  const explore = (state: number, last: Group | undefined) => {
    for (const group of groups) {
      if (group === last) continue;
      for (const next of allStates(model)) {
        const key = `${next} ${group}`;
        if (seen.has(key) || !step(group, state, next)) continue;
        seen.add(key);
        ends.add(next);
        explore(next, group);
      }
    }
  };
  explore(start, undefined);
  return ends;
}

const isBetterForAll = (model: NaiveModel, group: Group, from: number, to: number) =>
  group.every((party) => model.payoff(party, to) > model.payoff(party, from));

/** One joint move; a party by itself has only its own. */
function jointly(model: NaiveModel): Step {
  return (group, from, to) =>
    group.length === 1
      ? model.canMove(group[0] as number, from, to)
      : model.canMoveTogether(group, from, to);
}

/** Sequences of members' own moves, no member twice in a row; not back to the start. */
function byTurns(model: NaiveModel): Step {
  const known = new Map<string, ReadonlySet<number>>();
  return (group, from, to) => {
    const key = `${group} from ${from}`;
    const found =
      known.get(key) ??
      sequenceEnds(
        model,
        group.map((party) => [party]),
        from,
        jointly(model),
      );
    known.set(key, found);
    return from !== to && found.has(to);
  };
}

/** Whether an outcome is stable for a group under a coalition concept, as the definitions stand. */
export function naiveCoalition(
  model: NaiveModel,
  kind: 'cnash' | 'cgmr' | 'csmr' | 'cseq',
  reach: 'one joint move' | 'legal sequence',
): (group: Group, state: number) => boolean {
  const can = reach === 'one joint move' ? jointly(model) : byTurns(model);
  const improves: Step = (group, from, to) =>
    can(group, from, to) && isBetterForAll(model, group, from, to);
  return (group, state) => {
    const others = model.parties.filter((party) => !group.includes(party));
    const isBad = (end: number) => !isBetterForAll(model, group, state, end);
    const replyEnds = (to: number) => {
      if (kind === 'cseq') return sequenceEnds(model, groupsWithin(others), to, improves);
      if (reach === 'one joint move') return sequenceEnds(model, groupsWithin(others), to, can);
      return sequenceEnds(
        model,
        others.map((party) => [party]),
        to,
        jointly(model),
      );
    };
    return allStates(model)
      .filter((to) => improves(group, state, to))
      .every((to) => {
        if (kind === 'cnash') return false;
        return [...replyEnds(to)].some(
          (end) =>
            isBad(end) &&
            (kind !== 'csmr' ||
              allStates(model).every((counter) => !can(group, end, counter) || isBad(counter))),
        );
      });
  };
}

/** Whether an improvement is deterred when groups of the others may reply together. */
export function naiveIsDeterredTogether(
  model: NaiveModel,
  concept: 'gmr' | 'smr' | 'seq' | 'sseq' | 'firm',
): (party: number, from: number, to: number) => boolean {
  const can = jointly(model);
  const improves: Step = (group, from, to) =>
    can(group, from, to) && isBetterForAll(model, group, from, to);
  const without = (party: number) => groupsWithin(model.parties.filter((one) => one !== party));
  const others = model.parties.map(without);
  const known = new Map<string, boolean>();
  const isFirm: Step = (group, from, to) => {
    if (!improves(group, from, to)) return false;
    const key = `${group} from ${from} to ${to}`;
    const answer =
      known.get(key) ??
      group.every((member) =>
        [...sequenceEnds(model, others[member] ?? [], to, improves)].every(
          (end) => model.payoff(member, end) > model.payoff(member, from),
        ),
      );
    known.set(key, answer);
    return answer;
  };
  const step =
    concept === 'firm' ? isFirm : concept === 'gmr' || concept === 'smr' ? can : improves;
  return (party, from, to) => {
    const isNoBetter = (state: number) => model.payoff(party, state) <= model.payoff(party, from);
    return [...sequenceEnds(model, others[party] ?? [], to, step)].some(
      (end) =>
        isNoBetter(end) &&
        ((concept !== 'smr' && concept !== 'sseq') ||
          allStates(model).every((next) => !model.canMove(party, end, next) || isNoBetter(next))),
    );
  };
}

/**
 * Where a party could expect things to end, by trying every combination of the ends of its moves.
 * @returns undefined when there are more than `most` combinations somewhere.
 */
export function naiveAnticipation(
  model: NaiveModel,
  horizon: number,
  party: number,
  state: number,
  most: number,
): ReadonlySet<number> | undefined {
  if (horizon === 0) return new Set([state]);
  const targets = allStates(model).filter((to) => model.canMove(party, state, to));
  let combinations: number[][] = [[]];
  for (const to of targets) {
    const ends = naiveAnticipation(model, horizon - 1, 1 - party, to, most);
    if (!ends) return undefined;
    combinations = combinations.flatMap((chosen) => [...ends].map((end) => [...chosen, end]));
    if (combinations.length > most) return undefined;
  }
  const possible = new Set<number>();
  for (const ends of combinations) {
    const best = Math.max(...ends.map((end) => model.payoff(party, end)));
    if (best > model.payoff(party, state)) {
      for (const end of ends) if (model.payoff(party, end) === best) possible.add(end);
    } else possible.add(state);
  }
  return possible;
}

/** Whether `end` indirectly dominates `start`: every chain of distinct states is walked. */
export function naiveDominates(model: NaiveModel, start: number, end: number): boolean {
  const can = jointly(model);
  const groups = groupsWithin(model.parties);
  const seen = new Set([start]);
  const walk = (state: number): boolean =>
    allStates(model).some((next) => {
      const isMade = groups.some(
        (group) => can(group, state, next) && isBetterForAll(model, group, state, end),
      );
      if (!isMade) return false;
      if (next === end) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return walk(next);
    });
  return walk(start);
}

/** Whether a set is the same as the set of states that it leaves in place (Chwe's f(X) = X). */
export function naiveConsistent(model: NaiveModel, set: readonly number[]): readonly number[] {
  const can = jointly(model);
  const groups = groupsWithin(model.parties);
  return allStates(model).filter((state) =>
    groups.every((group) =>
      allStates(model)
        .filter((to) => can(group, state, to))
        .every((to) =>
          set.some(
            (end) =>
              (end === to || naiveDominates(model, to, end)) &&
              !isBetterForAll(model, group, state, end),
          ),
        ),
    ),
  );
}
