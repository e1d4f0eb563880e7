import { isConsentGiven } from '../../core/consent.js';
import { type Model, payoffAt } from '../../core/model.js';
import { expandedConsent } from '../../core/signing.js';
import { levelAt } from '../../core/space.js';
import { type ConsentUsed, consentUsedFrom } from './consent-used.js';

/**
 * What the parties outside a group do once it has settled something.
 *
 * `today`: they stay at today's levels. `reply`: they answer, one at a time. `worst`: whatever they can
 * do together; each member counts the worst of it, so this is what the group can be sure of.
 */
export type Response = 'today' | 'reply' | 'worst';

/** The three, from the easiest for the group to the hardest. */
export const responses: readonly Response[] = ['today', 'reply', 'worst'];

/** What a group can settle by itself, and where each settlement may end. */
export type GroupReach = {
  /** Members, in case order. */
  readonly group: readonly number[];
  readonly response: Response;
  /** X(S), ascending. */
  readonly packages: Int32Array;
  /** Where the package at a place may end: `ends[offsets[place]] … ends[offsets[place + 1] − 1]`. */
  readonly offsets: Int32Array;
  /** Ascending for each package; never empty. */
  readonly ends: Int32Array;
  /** Places of packages whose answers go round a circle. */
  readonly circling: readonly number[];
};

/**
 * X(S): the outcomes that the consent of a group alone brings about from today.
 *
 * Formula: x such that every issue that x has at another level than today is brought there by consent
 * that is given when exactly the members of S consent (`consentUsedFrom`); all other issues stay. Today
 * itself is always one of them, also for nobody. In a case without a today there is no level to stay at:
 * S must be able to settle every issue. Source: the effectiveness form of Aumann and Peleg (1960), with
 * consent as each issue's control has it; our own.
 *
 * X(S) ⊆ X(T) where S ⊆ T: consent is monotone. Ascending. Time O(states × issues).
 */
export function settledBy(
  model: Model,
  group: readonly number[],
  used: ConsentUsed = consentUsedFrom(model, startOf(model)),
): Int32Array {
  const { space, states } = model;
  const isMember = (party: number) => group.includes(party);
  const given = space.case.issues.map((issue, at) =>
    issue.levels.map((_, level) => {
      const consent = used.forChange(at, level);
      return !consent || isConsentGiven(consent, isMember);
    }),
  );
  // Issues that may take every level hold nothing back.
  const binding = given.flatMap((levels, issue) => (levels.includes(false) ? [issue] : []));
  const found = new Int32Array(states);
  let count = 0;
  for (let state = 0; state < states; state += 1) {
    if (!binding.every((issue) => given[issue]?.[levelAt(space, state, issue)])) continue;
    found[count] = state;
    count += 1;
  }
  return found.slice(0, count);
}

/** The parties outside a group; one whose constituents in the group consent for it acts with them. */
export function outsidersOf(model: Model, group: readonly number[]): readonly number[] {
  const isMember = (party: number) => group.includes(party);
  return [...model.payoffs.keys()].filter(
    (party) =>
      !isMember(party) &&
      !isConsentGiven(expandedConsent(model.case, { kind: 'party', party }), isMember),
  );
}

/** Today's state; undefined without a today. */
export function startOf({ space }: Model): number | undefined {
  return space.today === -1 ? undefined : space.today;
}

/** Where packages may end, all taken together, in one answer: 2^22. */
export const mostEnds = 2 ** 22;

/**
 * Where each package of a group may end under a response of the others.
 *
 * Formula: `today`: E(x) = {x}. `reply`: the parties outside S take turns in case order; each makes the
 * single move of its own to the outcome that it ranks highest, and stays where no move is better than
 * staying; of moves equally good it makes the one to the lowest state. Rounds go on until one changes
 * nothing, E(x) = that outcome, or until a round begins where an earlier one did: a circle, and E(x) =
 * all the outcomes passed on it. `worst`: E(x) = x and every outcome that all the others together reach
 * from x by one joint move. Source: best replies of parties left single, the γ-core of Chander and
 * Tulkens (1997), taken in turn; our own.
 *
 * @param best - single moves that were worked out before (`singleReplies`).
 * @returns undefined when packages have more than `most` ends in all.
 *
 * Time O(packages × moves of the others from one outcome), times the rounds in `reply`.
 */
export function groupReach(
  model: Model,
  group: readonly number[],
  response: Response,
  packages: Int32Array = settledBy(model, group),
  best: SingleReplies = singleReplies(model),
  most = mostEnds,
): GroupReach | undefined {
  const others = outsidersOf(model, group);
  const offsets = new Int32Array(packages.length + 1);
  const circling: number[] = [];
  if (response === 'today' || others.length === 0) {
    packages.forEach((_, place) => {
      offsets[place + 1] = place + 1;
    });
    return { group, response, packages, offsets, ends: packages, circling };
  }
  const ends: number[] = [];
  for (const [place, state] of packages.entries()) {
    if (response === 'reply') {
      const { states, isCircle } = afterReplies(others, best, state);
      if (isCircle) circling.push(place);
      for (const end of states) ends.push(end);
    } else {
      const moved = model.moves.together(others, state);
      if (ends.length + moved.length + 1 > most) return undefined;
      let isPut = false;
      for (const end of moved) {
        if (!isPut && end > state) {
          ends.push(state);
          isPut = true;
        }
        ends.push(end);
      }
      if (!isPut) ends.push(state);
    }
    offsets[place + 1] = ends.length;
  }
  return { group, response, packages, offsets, ends: Int32Array.from(ends), circling };
}

/** Where a party's best single move leads; the state itself where it stays. */
export type SingleReplies = (party: number, state: number) => number;

/** Best single moves, each worked out once. */
export function singleReplies(model: Model): SingleReplies {
  const known = model.payoffs.map(() => new Map<number, number>());
  return (party, state) => {
    const table = known[party] as Map<number, number>;
    let best = table.get(state);
    if (best === undefined) {
      best = state;
      // Ascending, so that of equally good moves the one to the lowest state is kept.
      for (const to of model.moves.from(party, state)) {
        if (payoffAt(model, party, to) > payoffAt(model, party, best)) best = to;
      }
      table.set(state, best);
    }
    return best;
  };
}

/** The last outcome of the others' answers, or all of the circle in which they go round; ascending. */
export function afterReplies(
  others: readonly number[],
  best: SingleReplies,
  state: number,
): { readonly states: readonly number[]; readonly isCircle: boolean } {
  const rounds: number[][] = [];
  const begun = new Map<number, number>();
  let at = state;
  for (;;) {
    const first = begun.get(at);
    if (first !== undefined) {
      const circle = new Set(rounds.slice(first).flat());
      return { states: [...circle].sort((a, b) => a - b), isCircle: true };
    }
    begun.set(at, rounds.length);
    const passed: number[] = [];
    for (const party of others) {
      const to = best(party, at);
      if (to !== at) passed.push(to);
      at = to;
    }
    if (passed.length === 0) return { states: [at], isCircle: false };
    rounds.push(passed);
  }
}

/** For each package the least of a table over the states where it may end. Time O(ends). */
export function leastOverEnds<Table extends Int32Array | Float64Array | Uint8Array>(
  { packages, offsets, ends }: GroupReach,
  table: Table,
): Table {
  const least = new (table.constructor as new (length: number) => Table)(packages.length);
  for (let place = 0; place < packages.length; place += 1) {
    let value = table[ends[offsets[place] as number] as number] as number;
    for (let at = (offsets[place] as number) + 1; at < (offsets[place + 1] as number); at += 1) {
      const other = table[ends[at] as number] as number;
      if (other < value) value = other;
    }
    least[place] = value;
  }
  return least;
}

/** The same for amounts, whether in doubles or bigints. */
export function leastAmounts(
  reach: GroupReach,
  numerators: Float64Array | readonly bigint[],
): Float64Array | readonly bigint[] {
  if (numerators instanceof Float64Array) return leastOverEnds(reach, numerators);
  return Array.from(reach.packages, (_, place) => {
    const [first, ...others] = reach.ends.subarray(reach.offsets[place], reach.offsets[place + 1]);
    return others.reduce(
      (least, end) => {
        const amount = numerators[end] as bigint;
        return amount < least ? amount : least;
      },
      numerators[first as number] as bigint,
    );
  });
}
