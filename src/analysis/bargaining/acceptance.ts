import { isConsentGiven } from '../../core/consent.js';
import type { Model } from '../../core/model.js';
import { levelAt } from '../../core/space.js';
import type { Utilities } from '../../core/utility.js';
import { consentUsedFrom } from './consent-used.js';
import type { NoDeal } from './no-deal.js';

/** Which states the parties would consent to, against one no deal. */
export type Acceptance = {
  /** For each party 1 where it would consent: no worse than no deal, and no red line of its crossed. */
  readonly consents: readonly Uint8Array[];
  /** 1 where all the consent that the state uses is given. */
  readonly isAcceptable: Uint8Array;
  /** 1 where the state is a deal: not no deal itself, within reach of all together, and of nobody alone. */
  readonly isDeal: Uint8Array;
};

/**
 * Which states are acceptable against one no deal.
 *
 * Formula: party i would consent to x iff x is at least its no deal (above the whole range of a circle
 * or at its top) and crosses no red line of i: its own judgement. x is acceptable iff the consent used in
 * going from the end to x, constituents in place of the parties that have them, is given by those who
 * would; where the end is a circle, from each of its states. x is a deal iff it is not in the end, all
 * parties together could give the consent that x uses, and no party by itself could. Source: individual rationality, with consent
 * as each issue's control has it; our own.
 *
 * A party whose no deal is unknown is held back by its red lines alone; callers say so.
 *
 * @param among - the states that are asked about; of others nothing is said. All where it is left out.
 *
 * Time O(states asked about × issues × parties), memory O(states × parties).
 */
export function acceptanceOf(
  model: Model,
  noDeal: NoDeal,
  among: ArrayLike<number> = everyState(model),
): Acceptance {
  const { space, states } = model;
  const consents = model.payoffs.map((_, party) => ownConsent(model, noDeal, party, among));
  const isAcceptable = new Uint8Array(states).fill(1);
  const isDeal = new Uint8Array(states).fill(1);
  // For each party 1 where it alone could give all the consent used, from every start so far.
  const alone = model.payoffs.map(() => new Uint8Array(states).fill(1));
  const starts = noDeal.end.length > 0 ? noDeal.end : [undefined];
  const levels = new Uint8Array(space.fixed.length);
  for (const start of starts) {
    const used = consentUsedFrom(model, start);
    const changes = space.case.issues.map((issue, at) =>
      issue.levels.map((_, to) => {
        const consent = used.forChange(at, to);
        if (!consent) return undefined;
        const known = new Map<string, boolean>();
        return {
          isGiven: (key: string, by: (party: number) => boolean) => {
            const found = known.get(key) ?? isConsentGiven(consent, by);
            known.set(key, found);
            return found;
          },
          canBeGiven: isConsentGiven(consent, () => true),
          alone: model.payoffs.map((_, party) => isConsentGiven(consent, (one) => one === party)),
        };
      }),
    );
    for (let place = 0; place < among.length; place += 1) {
      const state = among[place] as number;
      const by = (party: number) => consents[party]?.[state] === 1;
      const key = consents.map((table) => table[state]).join('');
      for (let issue = 0; issue < levels.length; issue += 1) {
        const change = changes[issue]?.[levelAt(space, state, issue)];
        if (!change) continue;
        if (!change.canBeGiven) isDeal[state] = 0;
        if (isAcceptable[state] === 1 && !change.isGiven(key, by)) isAcceptable[state] = 0;
        for (let party = 0; party < alone.length; party += 1) {
          if (!change.alone[party]) (alone[party] as Uint8Array)[state] = 0;
        }
      }
    }
  }
  for (let place = 0; place < among.length; place += 1) {
    const state = among[place] as number;
    if (alone.some((table) => table[state] === 1)) isDeal[state] = 0;
  }
  for (const state of noDeal.end) isDeal[state] = 0;
  return { consents, isAcceptable, isDeal };
}

function everyState({ states }: Model): Int32Array {
  return Int32Array.from({ length: states }, (_, state) => state);
}

function ownConsent(
  model: Model,
  noDeal: NoDeal,
  party: number,
  among: ArrayLike<number>,
): Uint8Array {
  const isEnough = isAtLeast(model, noDeal, party);
  const table = new Uint8Array(model.states);
  for (let place = 0; place < among.length; place += 1) {
    const state = among[place] as number;
    if (isEnough(state) && !model.hasRedLineCrossed(party, state)) table[state] = 1;
  }
  return table;
}

/** Whether the party is surely no worse off than without a deal. */
function isAtLeast(model: Model, noDeal: NoDeal, party: number): (state: number) => boolean {
  const own = noDeal.parties[party];
  if (own === undefined) throw new RangeError(`acceptanceOf: there is no party ${party}`);
  if (own.kind === 'number' && own.states.length === 0) {
    const utilities = model.utilities[party];
    return utilities ? atLeastNumber(utilities, own.value) : () => true;
  }
  if (own.kind === 'unknown') return () => true;
  const payoff = model.payoffs[party] as Int32Array;
  const least = own.states.reduce((most, state) => Math.max(most, payoff[state] as number), 0);
  return (state) => (payoff[state] as number) >= least;
}

/** Formula: numerator / denominator >= n / d iff numerator >= ceil(n · denominator / d). */
function atLeastNumber(
  { numerators, denominator }: Utilities,
  { n, d }: { readonly n: bigint; readonly d: bigint },
): (state: number) => boolean {
  const product = n * denominator;
  const least = product / d + (product % d > 0n ? 1n : 0n);
  // A bigint compares with a double by exact value.
  return (state) => (numerators[state] as number | bigint) >= least;
}
