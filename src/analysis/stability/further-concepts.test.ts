import { describe, expect, it } from 'vitest';
import {
  chicken,
  gameOf,
  prisonersDilemma,
  threeStepReply,
} from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import type { FurtherConcept } from './further.js';
import { furtherConceptOf, furtherFamilies } from './further-concepts.js';

function asked(model: Model, id: string): FurtherConcept {
  const found = furtherConceptOf(model.case, id);
  if (!found || 'refusal' in found) throw new Error(`${id}: ${found?.refusal}`);
  return found;
}

const refusal = (model: Model, id: string) => {
  const found = furtherConceptOf(model.case, id);
  return found && 'refusal' in found ? found.refusal : undefined;
};

const statesOf = (model: Model, id: string) => asked(model, id).table(model, () => false)?.states;

describe('a concept without steps', () => {
  it('is asked for by name and gives the states that are stable for all', () => {
    expect(statesOf(prisonersDilemma, 'limited:1')).toEqual([0]);
    expect(statesOf(prisonersDilemma, 'limited:2')).toEqual([0, 3]);
    expect(statesOf(prisonersDilemma, 'non-myopic')).toEqual([0, 3]);
    expect(statesOf(prisonersDilemma, 'stackelberg:A')).toEqual([0]);
    expect(statesOf(chicken, 'stackelberg:B')).toEqual([1]);
    expect(statesOf(prisonersDilemma, 'cnash:joint')).toEqual([]);
    expect(statesOf(prisonersDilemma, 'cseq:sequence')).toEqual([3]);
    expect(statesOf(prisonersDilemma, 'indirect')).toEqual([3]);
    expect(statesOf(prisonersDilemma, 'consistent')).toEqual([3]);
    expect(furtherConceptOf(prisonersDilemma.case, 'maximin')).toBeUndefined();
  });

  it('says in words what is missing from its name', () => {
    expect(refusal(chicken, 'limited')).toMatch(/as in limited:2/);
    expect(refusal(chicken, 'limited:0')).toMatch(/from 1 to 999/);
    expect(refusal(chicken, 'stackelberg')).toMatch(/stackelberg:A or stackelberg:B/);
    expect(refusal(chicken, 'cnash')).toMatch(/cnash:joint .* or cnash:sequence/);
    expect(refusal(chicken, 'cnash:constructor')).toMatch(/reach of a group/);
    for (const { key } of furtherFamilies) {
      expect(refusal(chicken, `${key}:nothing`)).toMatch(/\w/);
    }
  });

  it('is refused in words beyond two parties where the sources disagree', () => {
    for (const id of ['limited:2', 'non-myopic', 'stackelberg:A']) {
      expect(refusal(threeStepReply, id)).toMatch(
        /defined for two parties, and the case has 3: .* published versions disagree/,
      );
      expect(refusal(gameOf([[0, 1]]), id)).toMatch(/the case has 1: there is nobody/);
    }
  });

  it('says how far ahead the parties looked until nothing changed', () => {
    expect(asked(chicken, 'non-myopic').table(chicken, () => false)?.notes).toEqual([
      'What the parties anticipate no longer changes from 3 moves ahead on.',
    ]);
  });

  it('gives nothing when told to stop', () => {
    for (const id of ['limited:2', 'non-myopic', 'stackelberg:A', 'cgmr:joint', 'indirect']) {
      expect(asked(chicken, id).table(chicken, () => true)).toBeUndefined();
    }
  });
});
