import type { Setting } from '../../core/case.js';
import { buildModel, type Model } from '../../core/model.js';
import type { Control } from '../../core/report.js';
import type { Concept } from './concept.js';
import type { TableConcept } from './table-concept.js';

/**
 * The game as one party sees it: its own reading as it is, and of each other party the reading that it
 * takes that party to have.
 *
 * Outcomes, rights and what parties are unaware of stay the same. A party whose reading says nothing
 * under `sees` sees the game as it is, and gets the same model back.
 *
 * Source: first-level hypergame, Bennett (1977), "Toward a theory of hypergames", Omega 5(6).
 *
 * Time of `buildModel`, once a party.
 */
export function ownGame(model: Model, party: number): Model {
  const sees = model.readings[party]?.sees ?? [];
  if (sees.length === 0) return model;
  return model.derive(`own game ${party}`, () => {
    const readingSet = model.readings.map((reading, other) => {
      const seen = sees.find((one) => one.party === other);
      if (seen) return seen.reading;
      return reading ? (model.case.preferences[other]?.indexOf(reading) ?? -1) : -1;
    });
    const settings = model.space.fixed.flatMap((level, issue): readonly Setting[] =>
      level === -1 ? [] : [{ issue, level }],
    );
    return buildModel(model.case, readingSet, settings, undefined, model.shared);
  });
}

/**
 * A concept in which every party is judged in its own game.
 *
 * Formula: s is stable for i iff it is stable for i in i's own game; an equilibrium is stable for each
 * party in that party's own game. Replies are those that i expects, not those that would be made.
 * Where no reading in force says what it sees, it is the concept itself.
 *
 * Source: Bennett (1977); for the graph model Obeidi, Kilgour and Hipel (2009).
 */
export function inOwnGames(concept: Concept): Concept {
  return {
    ...concept,
    deterrence: (model, control) => {
      const games = new Map<Model, ReturnType<Concept['deterrence']>>();
      return (party) => {
        const game = ownGame(model, party);
        const own = game === model ? control : keptApart(control, party);
        const deterrence = games.get(game) ?? concept.deterrence(game, own);
        games.set(game, deterrence);
        return deterrence(party);
      };
    },
  };
}

/** The same control with the tables of one party's own game kept under names of their own. */
function keptApart(control: Control | undefined, party: number): Control | undefined {
  const kept = control?.kept;
  if (!control || !kept) return control;
  const nameOf = (name: string) => `own game ${party} ${name}`;
  return {
    ...control,
    kept: {
      read: (name) => kept.read(nameOf(name)),
      write: (name, table) => kept.write(nameOf(name), table),
    },
  };
}

/** The same for a concept that only makes a table. */
export function tableInOwnGames(concept: TableConcept): TableConcept {
  return {
    ...concept,
    stable: (model) => {
      const tables = new Map<Model, readonly Uint8Array[]>();
      return model.payoffs.map((_, party) => {
        const game = ownGame(model, party);
        const table = tables.get(game) ?? concept.stable(game);
        tables.set(game, table);
        return table[party] as Uint8Array;
      });
    },
  };
}
