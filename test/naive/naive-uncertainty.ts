import type { AssumptionSet, Doubt } from '../../src/analysis/uncertainty/doubt.js';
import {
  add,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/core/rational.js';

/** One way that things may be: a case of every doubt, acting or not, with its weight. */
export type World = { readonly set: AssumptionSet; readonly weight: Rational };

/** Whether a doubt acts, from the definition: the reading that it is about is in force. */
export function acts(doubts: readonly Doubt[], set: AssumptionSet, at: number): boolean {
  const about = doubts[at]?.about;
  if (!about || !('reading' in about)) return true;
  return doubts.every(
    (other, its) =>
      other.about.kind !== 'reading' ||
      other.about.party !== about.party ||
      set[its] === about.reading,
  );
}

/**
 * Every combination of cases of all doubts, weighted by all of them whether they act or not, each as
 * its settled set. A set so comes up once for each combination of what does not act in it, and the
 * weights of these add up to its own.
 */
export function everyWorld(doubts: readonly Doubt[]): readonly World[] {
  let worlds: readonly World[] = [{ set: [], weight: one }];
  for (const { cases, weights } of doubts) {
    worlds = worlds.flatMap(({ set, weight }) =>
      cases.map((_, chosen) => ({
        set: [...set, chosen],
        weight: multiply(weight, weights?.[chosen] ?? rational(1n, BigInt(cases.length))),
      })),
    );
  }
  return worlds.map(({ set, weight }) => ({
    set: set.map((chosen, at) => (acts(doubts, set, at) ? chosen : 0)),
    weight,
  }));
}

type Which = (set: AssumptionSet) => boolean;

export function weightWhere(worlds: readonly World[], which: Which): Rational {
  return worlds.reduce((sum, { set, weight }) => (which(set) ? add(sum, weight) : sum), zero);
}

/** Share of yes among the worlds of a kind; undefined where they have no weight. */
export function naiveShare(
  worlds: readonly World[],
  among: Which,
  answer: Which,
): Rational | undefined {
  const whole = weightWhere(worlds, among);
  if (whole.n === 0n) return undefined;
  return divide(
    weightWhere(worlds, (set) => among(set) && answer(set)),
    whole,
  );
}

const size = (value: Rational) => (value.n < 0n ? subtract(zero, value) : value);

/** Shares of each case, swing and information, term by term. */
export function naiveBar(
  doubts: readonly Doubt[],
  worlds: readonly World[],
  counts: Which,
  answer: Which,
  at: number,
) {
  const acting: Which = (set) => counts(set) && acts(doubts, set, at);
  const among = naiveShare(worlds, acting, answer);
  const cases = (doubts[at] as Doubt).cases.map((_, chosen) => {
    const taken: Which = (set) => acting(set) && set[at] === chosen;
    return {
      share: naiveShare(worlds, taken, answer),
      weight: naiveShare(worlds, counts, taken) ?? zero,
    };
  });
  const known = cases.flatMap(({ share }) => (share ? [share] : [])).toSorted(compare);
  const [least, greatest] = [known[0], known.at(-1)];
  return {
    shares: cases.map(({ share }) => share),
    swing: least && greatest ? subtract(greatest, least) : zero,
    information: cases.reduce(
      (sum, { share, weight }) =>
        share && among ? add(sum, multiply(weight, size(subtract(share, among)))) : sum,
      zero,
    ),
  };
}

/** The interaction that is greatest in size, of equal ones the first; undefined where all are 0. */
export function naiveInteraction(
  doubts: readonly Doubt[],
  worlds: readonly World[],
  counts: Which,
  answer: Which,
  first: number,
  second: number,
) {
  const share = (a: number, b: number) =>
    naiveShare(
      worlds,
      (set) =>
        counts(set) &&
        acts(doubts, set, first) &&
        acts(doubts, set, second) &&
        set[first] === a &&
        set[second] === b,
      answer,
    );
  const [one, two] = [doubts[first] as Doubt, doubts[second] as Doubt];
  const table = one.cases.map((_, a) => two.cases.map((_, b) => share(a, b)));
  let best: { readonly cases: readonly number[]; readonly effect: Rational } | undefined;
  for (let a = 0; a < one.cases.length; a += 1) {
    for (let aa = a + 1; aa < one.cases.length; aa += 1) {
      for (let b = 0; b < two.cases.length; b += 1) {
        for (let bb = b + 1; bb < two.cases.length; bb += 1) {
          const four = [table[aa]?.[bb], table[aa]?.[b], table[a]?.[bb], table[a]?.[b]];
          const [both, left, right, neither] = four;
          if (!both || !left || !right || !neither) continue;
          const effect = add(subtract(subtract(both, left), right), neither);
          if (compare(size(effect), best ? size(best.effect) : zero) > 0) {
            best = { cases: [a, aa, b, bb], effect };
          }
        }
      }
    }
  }
  return best;
}

/** Every possible set with the other answer and as few entries other than 0 as can be. */
export function naiveFlips(
  worlds: readonly World[],
  counts: Which,
  answer: Which,
): readonly AssumptionSet[] {
  const [first] = worlds;
  if (!first || !counts(first.set)) return [];
  const changes = (set: AssumptionSet) => set.filter((chosen) => chosen !== 0).length;
  const turned = new Map(
    worlds
      .filter(({ set }) => counts(set) && answer(set) !== answer(first.set))
      .map(({ set }) => [set.join(), set]),
  );
  const fewest = Math.min(...[...turned.values()].map(changes));
  return [...turned.values()].filter((set) => changes(set) === fewest);
}
