import type { Case } from '../../core/case.js';
import { mostPartiesForGroups } from '../../core/model.js';
import { type CoalitionKind, coalitionVerdicts, type Reach } from './coalition.js';
import { largestConsistentSet } from './consistent-set.js';
import { type FurtherFamily, type Refusal, statesWhere, tooManyPairs } from './further.js';
import { dominating } from './indirect-dominance.js';
import { tooLargeForGroups } from './replies-together.js';

const reaches: Readonly<Record<string, Reach>> = {
  joint: 'one joint move',
  sequence: 'legal sequence',
};

const reachWords: Readonly<Record<Reach, string>> = {
  'one joint move':
    'A group reaches what one joint move brings about; replies are sequences of joint moves of groups of the others.',
  'legal sequence':
    "A group reaches what its members' own moves in turn bring about, so agreements are out of its reach; replies are sequences of the others' own moves.",
};

function unlessFewEnough(theCase: Case, name: string): Refusal | undefined {
  const count = theCase.parties.length;
  if (count <= mostPartiesForGroups) return undefined;
  return {
    refusal: `${name} asks every group, up to ${mostPartiesForGroups} parties, and the case has ${count}`,
  };
}

const source =
  'Kilgour, Hipel, Fang and Peng (2001) and Inohara and Hipel (2008), recalled; reach by one joint move is our own addition';

function coalitionFamily(
  key: CoalitionKind,
  name: string,
  definition: string,
  formula: string,
): FurtherFamily {
  return {
    key,
    usage: `${key}:joint, ${key}:sequence`,
    name,
    definition,
    formula,
    source,
    of: (theCase, argument) => {
      const reach =
        argument !== undefined && Object.hasOwn(reaches, argument) ? reaches[argument] : undefined;
      if (!reach) {
        return {
          refusal: `${name} needs the reach of a group named, since sources differ: ${key}:joint (one joint move, agreements included) or ${key}:sequence (the members' own moves in turn)`,
        };
      }
      return (
        unlessFewEnough(theCase, name) ?? {
          id: `${key}:${argument}`,
          name: `${name}, ${reach}`,
          definition: `${definition} ${reachWords[reach]}`,
          source,
          tooLarge: (model) =>
            (key === 'csmr' || reach === 'legal sequence' ? tooManyPairs(model) : undefined) ??
            tooLargeForGroups(model.parties, model.states),
          table: (model, stopped) => {
            const verdicts = coalitionVerdicts(model, key, reach, stopped);
            return (
              verdicts && {
                rows: verdicts.map(({ group, stable }) => ({ parties: group, stable })),
                states: statesWhere(model, (state) =>
                  verdicts.every(({ stable }) => stable[state] === 1),
                ),
                undecided: [],
                chains: [],
                notes: [],
              }
            );
          },
        }
      );
    },
  };
}

export const cnash = coalitionFamily(
  'cnash',
  'coalition Nash',
  'No group, single parties included, could reach an outcome that is better for each of its members.',
  '∀H: no t ∈ R_H(s) has Pᵢ(t) > Pᵢ(s) for every i ∈ H',
);
export const cgmr = coalitionFamily(
  'cgmr',
  'coalition GMR',
  'Every improvement of a group could be answered by moves of the others that leave some member of it no better off than at the start.',
  '∀H, every improvement t of H: ∃e ∈ R_{N∖H}(t) ∃i ∈ H: Pᵢ(e) ≤ Pᵢ(s)',
);
export const csmr = coalitionFamily(
  'csmr',
  'coalition SMR',
  'As coalition GMR, and whatever the group could reach from the reply would leave some member of it no better off than at the start.',
  '∀H, every improvement t of H: ∃e ∈ R_{N∖H}(t) ∀c ∈ {e} ∪ R_H(e) ∃i ∈ H: Pᵢ(c) ≤ Pᵢ(s)',
);
export const cseq = coalitionFamily(
  'cseq',
  'coalition SEQ',
  'As coalition GMR, where the reply is a sequence of improvements of groups of the others, each better for every member of its group.',
  '∀H, every improvement t of H: ∃e ∈ R⁺⁺_{N∖H}(t) ∃i ∈ H: Pᵢ(e) ≤ Pᵢ(s), where R⁺⁺ uses improvements of groups within N∖H',
);

export const indirect: FurtherFamily = {
  key: 'indirect',
  usage: 'indirect',
  name: 'indirect dominance',
  definition:
    'The outcomes that indirectly dominate today: a chain of moves by parties or groups leads there, and each mover prefers the end of the chain to where it moves.',
  formula:
    'y ≫ x iff x = x₀, …, x_m = y and H₀, …, H_{m−1} exist with x_{k+1} ∈ R_{H_k}(x_k) and Pᵢ(y) > Pᵢ(x_k) for every i ∈ H_k',
  source: 'Harsanyi (1974); Chwe (1994); groups reach by one joint move',
  of: (theCase, argument) => {
    if (argument !== undefined) return { refusal: 'indirect takes nothing after a colon' };
    const { key, name, definition, source: own } = indirect;
    if (theCase.today === undefined) {
      return { refusal: 'indirect dominance is asked of today, and the case has no today' };
    }
    return (
      unlessFewEnough(theCase, name) ?? {
        id: key,
        name,
        definition,
        source: own,
        tooLarge: tooManyPairs,
        table: (model, stopped) => {
          const { today } = model.space;
          const found = today === undefined ? [] : dominating(model, today, stopped);
          return (
            found && {
              rows: [],
              states: found.map(({ state }) => state),
              undecided: [],
              chains: found.map(({ chain }) => chain),
              notes: [],
            }
          );
        },
      }
    );
  },
};

export const consistent: FurtherFamily = {
  key: 'consistent',
  usage: 'consistent',
  name: 'largest consistent set',
  definition:
    'The largest set of outcomes such that, from each of them, every move of a party or group could lead on, by moves that indirect dominance allows, to an outcome of the set that is no better for some member of the group than where it moved.',
  formula:
    'X largest with a ∈ X ⇔ ∀H ∀d ∈ R_H(a) ∃e ∈ X: (e = d or e ≫ d) and ∃i ∈ H: Pᵢ(e) ≤ Pᵢ(a)',
  source: 'Chwe (1994), recalled; groups reach by one joint move',
  of: (theCase, argument) => {
    if (argument !== undefined) return { refusal: 'consistent takes nothing after a colon' };
    const { key, name, definition, source: own } = consistent;
    return (
      unlessFewEnough(theCase, name) ?? {
        id: key,
        name,
        definition,
        source: own,
        tooLarge: tooManyPairs,
        table: (model, stopped) => {
          const states = largestConsistentSet(model, stopped);
          return states && { rows: [], states, undecided: [], chains: [], notes: [] };
        },
      }
    );
  },
};
