import type { Case, Reading } from './case.js';
import { compileExpression } from './expression.js';
import type { Model } from './model.js';
import { filterArcs } from './moves.js';
import { payoffsOf } from './payoffs.js';
import { shareApart } from './shared-tables.js';
import { levelsOf } from './space.js';
import { utilitiesOf } from './utility.js';

/**
 * The model in which one party is read in another way, all else as it was.
 *
 * The reading may be one that the case does not hold: it takes the place of the one in force, or of
 * the indifference of a party that has none. States and moves are shared with the model given, so
 * only what follows from the party's order is worked out again.
 * @throws RangeError for a party that the model does not have.
 *
 * Time O(states × wants of the reading).
 */
export function modelWithReading(model: Model, party: number, reading: Reading): Model {
  const { case: theCase, space, moves, parties, states, groups, shared } = model;
  if (!theCase.parties[party]) {
    throw new RangeError(`modelWithReading: there is no party ${party}`);
  }
  // The reading stands in the case, too: what one party takes another's to be is looked up there.
  const current = model.readings[party];
  const changed: Case = {
    ...theCase,
    preferences: theCase.preferences.map((readings, who) =>
      who === party
        ? readings.toSpliced(current ? readings.indexOf(current) : readings.length, 1, reading)
        : readings,
    ),
  };
  const payoffs = model.payoffs.with(party, payoffsOf(space, reading));
  const derived = new Map<string, unknown>();
  const derive = <Table>(name: string, make: () => Table): Table => {
    if (!derived.has(name)) derived.set(name, make());
    return derived.get(name) as Table;
  };
  return {
    case: changed,
    space,
    moves,
    parties,
    states,
    groups,
    readings: model.readings.with(party, reading),
    payoffs,
    derive,
    // What follows from a reading that was only tried is not to outlive it.
    share: shareApart(model.share),
    shared,
    get utilities() {
      return derive('utilities', () => model.utilities.with(party, utilitiesOf(space, reading)));
    },
    get improvements() {
      return derive('improvements', () =>
        moves.alone.map((arcs, mover) => {
          const payoff = payoffs[mover] as Int32Array;
          return filterArcs(arcs, (from, to) => (payoff[to] as number) > (payoff[from] as number));
        }),
      );
    },
    hasRedLineCrossed: (who, state) =>
      who === party
        ? reading.redLines.some(({ line }) =>
            compileExpression(line, theCase)(levelsOf(space, state)),
          )
        : model.hasRedLineCrossed(who, state),
  };
}
