import type { Case } from '../../core/case.js';
import type { Model } from '../../core/model.js';
import { type FurtherFamily, type FurtherTable, type Refusal, statesWhere } from './further.js';
import { anticipate, limitedMoveVerdict, type TiedVerdict } from './limited-move.js';
import { farSighted, mostMovesAhead, nonMyopicVerdict } from './non-myopic.js';
import { stackelberg } from './stackelberg.js';

/** Most states for which anticipations are kept. */
const mostStates = 4096;

const tooLarge = (model: Model) =>
  model.states <= mostStates
    ? undefined
    : `anticipations are worked out up to ${mostStates} outcomes; here are ${model.states}`;

const source =
  'Zagare (1984); Kilgour (1984); graph model Fang, Hipel and Kilgour (1993), recalled';

/** Refuses a concept that is defined for two parties only. */
function unlessTwo(theCase: Case, name: string): Refusal | undefined {
  const count = theCase.parties.length;
  if (count === 2) return undefined;
  return {
    refusal: `${name} is defined for two parties, and the case has ${count}: ${
      count < 2
        ? 'there is nobody whose answer could be anticipated'
        : 'beyond two, who moves next has to be assumed, the published versions disagree on it, and none is offered here'
    }`,
  };
}

function tableOf(
  model: Model,
  verdict: (party: number, state: number) => TiedVerdict,
  notes: readonly string[] = [],
): FurtherTable {
  const rows = [0, 1].map((party) => {
    const verdicts = statesWhere(model, () => true).map((state) => verdict(party, state));
    return {
      parties: [party],
      stable: Uint8Array.from(verdicts, (one) => (one === 'stable' ? 1 : 0)),
      tied: Uint8Array.from(verdicts, (one) => (one === 'depends on ties' ? 1 : 0)),
    };
  });
  const states = statesWhere(model, (state) => rows.every(({ stable }) => stable[state] === 1));
  const undecided = statesWhere(
    model,
    (state) =>
      !states.includes(state) &&
      rows.every(({ stable, tied }) => stable[state] === 1 || tied[state] === 1),
  );
  return { rows, states, undecided, chains: [], notes };
}

export const limitedMove: FurtherFamily = {
  key: 'limited',
  usage: 'limited:H',
  name: 'limited move',
  definition:
    'Two parties move in turn and each looks H moves ahead: a party stays where every move of its own would end, once both had moved on as suits them, no better for it than staying.',
  formula:
    'G₀(i, s) = s; G_h(i, s) = G_{h−1}(j, t) for a t ∈ Rᵢ(s) that is best for i at that end, if it is better than s; else s. Stable iff G_H(i, s) = s',
  source,
  of: (theCase, argument) => {
    const horizon = Number(argument);
    if (argument === undefined || !/^[1-9]\d{0,2}$/.test(argument)) {
      return {
        refusal:
          'limited move needs the number of moves that a party looks ahead, from 1 to 999, as in limited:2',
      };
    }
    return (
      unlessTwo(theCase, 'limited move') ?? {
        id: `limited:${argument}`,
        name: `limited move, ${horizon} ahead`,
        definition: `Two parties move in turn and each looks ${horizon === 1 ? 'one move' : `${horizon} moves`} ahead: a party stays where every move of its own would end, once both had moved on as suits them, no better for it than staying.`,
        source,
        tooLarge,
        table: (model, stopped) => {
          if (stopped()) return undefined;
          const anticipation = anticipate(model, horizon);
          return tableOf(model, (party, state) => limitedMoveVerdict(anticipation, party, state));
        },
      }
    );
  },
};

export const nonMyopic: FurtherFamily = {
  key: 'non-myopic',
  usage: 'non-myopic',
  name: 'non-myopic',
  definition:
    'As limited move, for every number of moves ahead from some number on: a party that looks very far ahead stays.',
  formula: '∃H ∀h ≥ H: G_h(i, s) = s',
  source: 'Kilgour (1984); graph model Fang, Hipel and Kilgour (1993), recalled',
  of: (theCase, argument) => {
    if (argument !== undefined) return { refusal: 'non-myopic takes nothing after a colon' };
    const { name, definition, source: own } = nonMyopic;
    return (
      unlessTwo(theCase, name) ?? {
        id: 'non-myopic',
        name,
        definition,
        source: own,
        tooLarge,
        table: (model, stopped) => {
          const recurrence = farSighted(model, stopped);
          if (stopped()) return undefined;
          if (!recurrence) {
            return {
              rows: [],
              states: [],
              undecided: statesWhere(model, () => true),
              chains: [],
              notes: [
                `What the parties anticipate had not come back to itself ${mostMovesAhead} moves ahead: no verdict is given.`,
              ],
            };
          }
          const { from, cycle } = recurrence;
          return tableOf(model, (party, state) => nonMyopicVerdict(recurrence, party, state), [
            cycle.length === 1
              ? `What the parties anticipate no longer changes from ${from} moves ahead on.`
              : `What the parties anticipate recurs in a cycle of ${cycle.length} from ${from} moves ahead on; stable means stable at each of them.`,
          ]);
        },
      }
    );
  },
};

export const stackelbergFamily: FurtherFamily = {
  key: 'stackelberg',
  usage: 'stackelberg:PARTY',
  name: 'Stackelberg',
  definition:
    'Two parties: the leader stays where no move of its own, answered by the follower as suits the follower best, would be better for it; the follower stays where no single move of its own is better for it.',
  formula: 'stable for the leader iff G₂(i, s) = s, for the follower iff R⁺ⱼ(s) = ∅',
  source: 'Fang, Hipel and Kilgour (1993), recalled; von Stackelberg (1934)',
  of: (theCase, argument) => {
    const { key, name, definition, source: own } = stackelbergFamily;
    const refusal = unlessTwo(theCase, name);
    if (refusal) return refusal;
    const ids = theCase.parties.map(({ id }) => id);
    const leader = ids.indexOf(argument ?? '');
    if (leader === -1) {
      return {
        refusal: `Stackelberg needs its leader named: ${ids.map((id) => `${key}:${id}`).join(' or ')}`,
      };
    }
    return {
      id: `${key}:${argument}`,
      name: `Stackelberg, led by ${theCase.parties[leader]?.called}`,
      definition,
      source: own,
      tooLarge,
      table: (model, stopped) =>
        stopped() ? undefined : tableOf(model, stackelberg(model, leader)),
    };
  },
};
