import type { Response } from '../../src/analysis/bargaining/group-reach.js';
import { type Model, payoffAt } from '../../src/core/model.js';
import { compare, divide, type Rational, rational, subtract } from '../../src/numeric/rational.js';

/**
 * What groups can settle and object to, straight from the definitions: joint moves tried one by one,
 * every package against every outcome, all amounts fractions.
 */
export type NaiveDeals = {
  readonly model: Model;
  /** For each party whether it would consent, whether it gains, whether its red lines are clear. */
  readonly accepts: (party: number, state: number) => boolean;
  readonly gains: (party: number, state: number) => boolean;
  readonly isClear: (party: number, state: number) => boolean;
  readonly noDeal: readonly number[];
  readonly disagreement: readonly (Rational | undefined)[];
  /** `undefined` for a party without points. */
  readonly amount: (party: number, state: number) => Rational | undefined;
};

export type NaivePackage = { readonly state: number; readonly ends: readonly number[] };

const ascending = (states: Iterable<number>) => [...new Set(states)].sort((a, b) => a - b);

const jointly = (model: Model, group: readonly number[], state: number): readonly number[] => {
  const [only, ...more] = group;
  if (only === undefined) return [];
  return more.length === 0 ? model.moves.from(only, state) : model.moves.together(group, state);
};

/** Today and every outcome that one joint move of the group leads to, each with its ends. */
export function naivePackages(
  model: Model,
  group: readonly number[],
  response: Response,
): readonly NaivePackage[] {
  const today = model.space.today as number;
  const others = [...model.payoffs.keys()].filter((party) => !group.includes(party));
  return ascending([today, ...jointly(model, group, today)]).map((state) => ({
    state,
    ends:
      response === 'today'
        ? [state]
        : response === 'worst'
          ? ascending([state, ...jointly(model, others, state)])
          : answers(model, others, state),
  }));
}

/** The others in turn, as one walk over outcomes and turns. */
function answers(model: Model, others: readonly number[], state: number): readonly number[] {
  if (others.length === 0) return [state];
  const walk: string[] = [];
  const states: number[] = [];
  let at = state;
  for (let turn = 0; ; turn = (turn + 1) % others.length) {
    const key = `${at} ${turn}`;
    const first = walk.indexOf(key);
    if (first >= 0) return ascending(states.slice(first));
    walk.push(key);
    states.push(at);
    const party = others[turn] as number;
    const options = [at, ...model.moves.from(party, at)];
    const most = Math.max(...options.map((to) => payoffAt(model, party, to)));
    if (payoffAt(model, party, at) < most)
      at = Math.min(...options.filter((to) => payoffAt(model, party, to) === most));
  }
}

const leastOf = (amounts: readonly Rational[]) =>
  amounts.reduce((least, one) => (compare(one, least) < 0 ? one : least));
const mostOf = (amounts: readonly Rational[]) =>
  amounts.reduce((most, one) => (compare(one, most) > 0 ? one : most));

export const statesOf = ({ states }: Model) => Array.from({ length: states }, (_, state) => state);

/** A party's best amount over all outcomes less its worst. */
export function naiveRange(
  { model, amount }: Pick<NaiveDeals, 'model' | 'amount'>,
  party: number,
): Rational {
  const all = statesOf(model).map((state) => amount(party, state) as Rational);
  return subtract(mostOf(all), leastOf(all));
}

export function naiveZone(
  deals: NaiveDeals,
  group: readonly number[],
  packages: readonly NaivePackage[],
): readonly number[] {
  return packages
    .filter(
      ({ state, ends }) =>
        !deals.noDeal.includes(state) &&
        !ends.every((end) => deals.noDeal.includes(end)) &&
        group.every((party) => ends.every((end) => deals.accepts(party, end))) &&
        group.some((party) => ends.every((end) => deals.gains(party, end))),
    )
    .map(({ state }) => state);
}

/** Packages that a group could propose at all: not no deal, no red line of a member crossed. */
export function naiveConsentable(
  deals: NaiveDeals,
  group: readonly number[],
  packages: readonly NaivePackage[],
): readonly NaivePackage[] {
  return packages.filter(
    ({ state, ends }) =>
      !deals.noDeal.includes(state) &&
      !ends.every((end) => deals.noDeal.includes(end)) &&
      group.every((party) => ends.every((end) => deals.isClear(party, end))),
  );
}

/** For each package that counts the least over the members of (what it gives − d) / range; none: undefined. */
function leastGains(
  deals: NaiveDeals,
  group: readonly number[],
  packages: readonly NaivePackage[],
  from: (party: number) => Rational | undefined,
) {
  if (group.some((party) => from(party) === undefined)) return [];
  const counting = group.filter((party) => naiveRange(deals, party).n !== 0n);
  if (counting.length === 0) return [];
  return naiveConsentable(deals, group, packages).map(({ state, ends }) => ({
    state,
    least: leastOf(
      counting.map((party) =>
        divide(
          subtract(
            leastOf(ends.map((end) => deals.amount(party, end) as Rational)),
            from(party) as Rational,
          ),
          naiveRange(deals, party),
        ),
      ),
    ),
  }));
}

export function naiveGap(
  deals: NaiveDeals,
  group: readonly number[],
  packages: readonly NaivePackage[],
): { readonly gap: Rational; readonly states: readonly number[] } | undefined {
  const found = leastGains(deals, group, packages, (party) => deals.disagreement[party]);
  if (found.length === 0) return undefined;
  const best = mostOf(found.map(({ least }) => least));
  return {
    gap: subtract(rational(0n), best),
    states: found.filter(({ least }) => compare(least, best) === 0).map(({ state }) => state),
  };
}

export function naiveExcess(
  deals: NaiveDeals,
  group: readonly number[],
  packages: readonly NaivePackage[],
  state: number,
): Rational | undefined {
  const found = leastGains(deals, group, packages, (party) => deals.amount(party, state));
  return found.length === 0 ? undefined : mostOf(found.map(({ least }) => least));
}

/** Whether every member is at least as well off, and one better, at all ends of some package. */
export function naiveObjects(
  deals: NaiveDeals,
  group: readonly number[],
  packages: readonly NaivePackage[],
  state: number,
): boolean {
  const floor = (party: number, ends: readonly number[]) =>
    Math.min(...ends.map((end) => payoffAt(deals.model, party, end)));
  return naiveConsentable(deals, group, packages).some(
    ({ ends }) =>
      group.every((party) => floor(party, ends) >= payoffAt(deals.model, party, state)) &&
      group.some((party) => floor(party, ends) > payoffAt(deals.model, party, state)),
  );
}

/** Groups that no outcome satisfies while every smaller part of them has one. */
export function naiveIrreconcilable(
  parties: number,
  accepted: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return subsetsOf(parties).filter(
    (group) =>
      !accepted.some((all) => contains(all, group)) &&
      group.every((party) =>
        accepted.some((all) =>
          contains(
            all,
            group.filter((one) => one !== party),
          ),
        ),
      ),
  );
}

/** Sets that meet every group, with nobody to spare. */
export function naiveHitting(
  parties: number,
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const meets = (set: readonly number[]) =>
    groups.every((group) => group.some((party) => set.includes(party)));
  return subsetsOf(parties).filter(
    (set) => meets(set) && set.every((one) => !meets(set.filter((other) => other !== one))),
  );
}

const contains = (all: readonly number[], some: readonly number[]) =>
  some.every((party) => all.includes(party));

/** Every set of parties, the empty one too; smaller first, then in order. */
export function subsetsOf(parties: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** parties }, (_, mask) =>
    Array.from({ length: parties }, (__, party) => party).filter(
      (party) => Math.floor(mask / 2 ** party) % 2 === 1,
    ),
  ).sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
}
