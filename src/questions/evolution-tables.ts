import { evolutionFrom, type Successors } from '../analysis/stability/evolution.js';
import { improvementsFrom, type Model } from '../core/model.js';
import type { Control } from '../core/report.js';
import type { EvolutionFound, EvolutionTable } from './ways-findings.js';

/** Most outcomes that one table lists. */
export const mostEvolutionStates = 10_000;

/** How things can develop from `start`, by improvements and by any moves, up to `mostMoves` moves. */
export function evolutionTables(
  model: Model,
  start: number,
  mostMoves: number,
  control: Control,
): EvolutionFound {
  const tableOf = (from: Successors): EvolutionTable => {
    const limits = { mostMoves, mostStates: mostEvolutionStates, stopped: control.stopped };
    const { depths, isComplete } = evolutionFrom(model.parties, from, start, limits);
    return {
      depths: depths.map((depth) =>
        depth.map(({ state, movers }) => ({
          state,
          movers: movers.map((party) => model.case.parties[party]?.id as string),
        })),
      ),
      isComplete,
    };
  };
  return {
    improvements: tableOf((party, state) => improvementsFrom(model, party, state)),
    moves: tableOf(model.moves.from),
  };
}
