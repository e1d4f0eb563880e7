import { improvementsFrom, type Model, payoffAt } from '../../core/model.js';
import { levelsOf, stateWith } from '../../core/space.js';
import type { Concept } from './concept.js';

/**
 * Simultaneous stability.
 *
 * Formula: s is SIM for i iff for every t ∈ R⁺ᵢ(s) there are improvements *from s* of a non-empty set
 * of other parties, made at the same time as i's, whose superposition is feasible and has
 * P_i <= P_i(s). Source: Fraser and Hipel (1984); Kilgour, Hipel and Fang (1987). Sources differ on
 * which opponents move; ours: any non-empty set, each by one of its own improvements. Moves are
 * superposed only where they change different issues; two that change the same issue do not combine.
 *
 * Time O(product of the improvements of the others) an improvement, with early exit.
 */
export const sim: Concept = {
  id: 'sim',
  name: 'SIM',
  definition:
    'Every improvement could meet improvements of others made at the same moment, which together leave the party no better off than at the start.',
  formula:
    '∀t ∈ R⁺ᵢ(s) ∃ improvements of others from s whose superposition e with t has Pᵢ(e) ≤ Pᵢ(s)',
  source: 'Fraser and Hipel (1984); Kilgour, Hipel and Fang (1987)',
  deterrence: (model) => (party) => ({
    least: undefined,
    isDeterred: (from, to) => isDeterredAtOnce(model, party, from, to),
    reply: () => undefined,
  }),
};

/** The issues on which two states differ, with the level at the second. */
function changesBetween(model: Model, from: number, to: number): ReadonlyMap<number, number> {
  const before = levelsOf(model.space, from);
  const after = levelsOf(model.space, to);
  const changes = new Map<number, number>();
  after.forEach((level, issue) => {
    if (level !== before[issue]) changes.set(issue, level);
  });
  return changes;
}

function isDeterredAtOnce(model: Model, mover: number, from: number, to: number): boolean {
  const start = payoffAt(model, mover, from);
  const others = model.payoffs
    .map((_, party) => (party === mover ? [] : improvementsFrom(model, party, from)))
    .map((targets) => targets.map((target) => changesBetween(model, from, target)));

  /** Tries every choice of the parties from `party` on, given the levels changed so far. */
  const search = (
    party: number,
    levels: number[],
    changed: ReadonlySet<number>,
    joined: boolean,
  ): boolean => {
    if (party === others.length) {
      if (!joined) return false;
      const end = stateWith(model.space, levels);
      return end !== -1 && payoffAt(model, mover, end) <= start;
    }
    if (search(party + 1, levels, changed, joined)) return true;
    for (const changes of others[party] ?? []) {
      if ([...changes.keys()].some((issue) => changed.has(issue))) continue;
      const next = [...levels];
      for (const [issue, level] of changes) next[issue] = level;
      if (search(party + 1, next, new Set([...changed, ...changes.keys()]), true)) return true;
    }
    return false;
  };
  const own = changesBetween(model, from, to);
  return search(0, levelsOf(model.space, to), new Set(own.keys()), false);
}
