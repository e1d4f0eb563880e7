import type { Rational } from '../../core/rational.js';
import {
  addPolynomials,
  constant,
  integralToOne,
  multiplyPolynomials,
  type Polynomial,
  subtractPolynomials,
  variable,
} from '../../numeric/polynomial.js';
import type { WayOut } from './ways-out.js';

/** Most steps of a count, a step being a product of two terms or a state in a list looked at. */
export const mostCountingSteps = 20_000_000;

/**
 * The share of all strict rankings of the states under which a party stays at q.
 *
 * With N states and B the set ranked above q, a set B is met by |B|! (N−1−|B|)! of the N! rankings,
 * and the party stays iff no way out is open for B. So
 *
 *   share = Σ over good B of |B|! (N−1−|B|)! / N! = ∫₀¹ Pr_z(B is good) dz,
 *
 * where Pr_z puts each state into B by itself with probability z, because
 * b! (N−1−b)! / N! = ∫₀¹ z^b (1−z)^{N−1−b} dz. States in no list of a way drop out of Pr_z, so N
 * does not matter: only the states in reach do. Pr_z is a polynomial with integer coefficients,
 * found by cases: on the state in most lists, in or out of B; what is left falls apart into
 * independent parts, which multiply; cases met before are kept.
 *
 * Source: ours. A way out is open only by states in B, so a smaller B keeps closed what was closed:
 * the good B form a down-set.
 *
 * @returns the share in lowest terms: 1 with no way out, 0 never (the order with q on top always
 *   stays). Undefined beyond `most` steps: the worst case is exponential in the states in reach.
 */
export function rankingShare(
  ways: readonly WayOut[],
  most: number = mostCountingSteps,
): Rational | undefined {
  const chance = chanceOfStaying(
    ways.map(({ needs }) => needs),
    most,
  );
  return chance && integralToOne(chance);
}

/** A list of elements, one of which must be above q. */
type Need = readonly number[];
/** For each way out its needs; an element is a state, or several that only count together. */
type Ways = readonly (readonly Need[])[];

/** The chance that no way is open when each element is above q by itself with its own chance. */
function chanceOfStaying(ways: Ways, most: number): Polynomial | undefined {
  let steps = 0;
  const known = new Map<string, Polynomial>();
  const bundles = new Map<string, number>();
  /** Chances of bundles; a plain state has chance z. */
  const chances = new Map<number, Polynomial>();
  let nextBundle = 1 + ways.flat(2).reduce((a, b) => Math.max(a, b), 0);

  const chanceOf = (element: number) => chances.get(element) ?? variable;
  const not = (p: Polynomial) => subtractPolynomials(constant(1n), p);
  const times = (a: Polynomial, b: Polynomial) => {
    // Coefficients grow with the degree: about a word for every 32.
    const degree = [...a.keys(), ...b.keys()].reduce((most, one) => Math.max(most, one), 0);
    steps += a.size * b.size * (1 + Math.floor(degree / 32));
    // Beyond the limit the result is thrown away.
    return steps > most ? constant(0n) : multiplyPolynomials(a, b);
  };
  /** One element for several: above q when any, or all, of its members are. */
  const bundle = (members: readonly number[], when: 'any' | 'all'): number => {
    const [only] = members;
    if (only !== undefined && members.length === 1) return only;
    const name = `${when} ${members.join(' ')}`;
    const found = bundles.get(name);
    if (found !== undefined) return found;
    const parts = members.map(chanceOf);
    const chance = when === 'all' ? parts.reduce(times) : not(parts.map(not).reduce(times));
    const made = nextBundle;
    nextBundle += 1;
    bundles.set(name, made);
    chances.set(made, chance);
    return made;
  };

  const solve = (given: Ways): Polynomial | undefined => {
    // Lists are compared with each other, ways too.
    steps += given.reduce((sum, needs) => sum + needs.length * needs.length, given.flat(2).length);
    if (steps > most) return undefined;
    const reduced = simplify(given, bundle);
    if (steps > most) return undefined;
    if (reduced.some((needs) => needs.length === 0)) return constant(0n);
    let product = constant(1n);
    for (const part of independentParts(reduced)) {
      const chance = solvePart(part);
      if (!chance) return undefined;
      product = times(product, chance);
    }
    return steps > most ? undefined : product;
  };

  const solvePart = (part: Ways): Polynomial | undefined => {
    const key = JSON.stringify(part);
    const kept = known.get(key);
    if (kept) return kept;
    const element = mostFrequent(part);
    const below = solve(
      part
        .map((needs) => needs.map((need) => need.filter((one) => one !== element)))
        .filter((needs) => needs.every((need) => need.length > 0)),
    );
    const above = solve(part.map((needs) => needs.filter((need) => !need.includes(element))));
    if (!below || !above || steps > most) return undefined;
    const chance = chanceOf(element);
    const result = addPolynomials(times(not(chance), below), times(chance, above));
    known.set(key, result);
    return result;
  };
  return solve(ways);
}

/**
 * The same question with fewer elements and lists: elements that stand in the same lists become one
 * (above when any is), a list that holds another is dropped, elements that are lists by themselves of
 * the same ways become one (above when all are), and a way that is open only when another is, too, is
 * dropped; until nothing changes.
 */
function simplify(
  ways: Ways,
  bundle: (members: readonly number[], when: 'any' | 'all') => number,
): Ways {
  let now = ways;
  for (let size = -1; size !== sizeOf(now); ) {
    size = sizeOf(now);
    now = mergeAny(now, bundle).map(withoutWider);
    now = withoutImplied(mergeAll(now, bundle));
  }
  return now
    .map((needs) => [...needs].sort(compareNeeds))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function sizeOf(ways: Ways): number {
  return ways.reduce((sum, needs) => sum + needs.reduce((s, need) => s + 1 + need.length, 1), 0);
}

/** Elements grouped by where they stand. */
function groupsBy(places: ReadonlyMap<number, readonly number[]>): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [element, where] of places) {
    const key = where.join(' ');
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a - b));
}

function mergeAny(ways: Ways, bundle: (members: readonly number[], when: 'any') => number): Ways {
  const places = new Map<number, number[]>();
  ways.flat().forEach((need, at) => {
    for (const element of need) {
      const where = places.get(element);
      if (where) where.push(at);
      else places.set(element, [at]);
    }
  });
  const names = new Map<number, number>();
  for (const group of groupsBy(places)) {
    const name = bundle(group, 'any');
    for (const element of group) names.set(element, name);
  }
  return ways.map((needs) =>
    needs.map((need) =>
      [...new Set(need.map((element) => names.get(element) as number))].sort((a, b) => a - b),
    ),
  );
}

function mergeAll(ways: Ways, bundle: (members: readonly number[], when: 'all') => number): Ways {
  const shared = new Set(ways.flatMap((needs) => needs.filter((need) => need.length > 1).flat()));
  const places = new Map<number, number[]>();
  ways.forEach((needs, way) => {
    for (const [element, more] of needs) {
      if (element === undefined || more !== undefined || shared.has(element)) continue;
      const where = places.get(element);
      if (where) where.push(way);
      else places.set(element, [way]);
    }
  });
  const names = new Map<number, number>();
  for (const group of groupsBy(places)) {
    const name = bundle(group, 'all');
    for (const element of group) names.set(element, name);
  }
  return ways.map((needs) => {
    const singles = new Set(
      needs.flatMap((need) => {
        const name = names.get(need[0] as number);
        return name === undefined ? [] : [name];
      }),
    );
    return [
      ...[...singles].map((element) => [element]),
      ...needs.filter((need) => !names.has(need[0] as number)),
    ];
  });
}

function isWithin(small: Need, large: Need): boolean {
  return small.length <= large.length && small.every((element) => large.includes(element));
}

/** Needs without those that hold another need: met whenever it is. */
function withoutWider(needs: readonly Need[]): readonly Need[] {
  const singles = new Set(needs.flatMap((need) => (need.length === 1 ? need : [])));
  const wider = new Map<string, Need>();
  for (const need of needs) {
    if (need.length > 1 && !need.some((element) => singles.has(element))) {
      wider.set(need.join(' '), need);
    }
  }
  const kept: Need[] = [...singles].map((element) => [element]);
  for (const need of [...wider.values()].sort(compareNeeds)) {
    if (!kept.some((smaller) => isWithin(smaller, need))) kept.push(need);
  }
  return kept.sort(compareNeeds);
}

/** Ways without those that are open only when another is open too; of equal ones the first stays. */
function withoutImplied(ways: Ways): Ways {
  const implies = (a: readonly Need[], b: readonly Need[]) =>
    b.every((need) => a.some((smaller) => isWithin(smaller, need)));
  return ways.filter(
    (way, at) =>
      !ways.some(
        (other, place) =>
          place !== at && implies(way, other) && (place < at || !implies(other, way)),
      ),
  );
}

function compareNeeds(a: Need, b: Need): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Ways put together where they share an element, directly or through others. */
function independentParts(ways: Ways): readonly Ways[] {
  const parts: { ways: (readonly Need[])[]; elements: Set<number> }[] = [];
  for (const way of ways) {
    const elements = new Set(way.flat());
    const joined = parts.filter((part) => [...elements].some((one) => part.elements.has(one)));
    const merged = {
      ways: [...joined.flatMap((part) => part.ways), way],
      elements: new Set([...joined.flatMap((part) => [...part.elements]), ...elements]),
    };
    for (const part of joined) parts.splice(parts.indexOf(part), 1);
    parts.push(merged);
  }
  return parts.map((part) => part.ways);
}

function mostFrequent(ways: Ways): number {
  const counts = new Map<number, number>();
  for (const element of ways.flat(2)) counts.set(element, (counts.get(element) ?? 0) + 1);
  let best = -1;
  for (const [element, count] of counts) {
    if (best === -1 || count > (counts.get(best) as number)) best = element;
  }
  return best;
}
