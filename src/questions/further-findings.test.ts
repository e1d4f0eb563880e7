import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { furtherConceptOf } from '../analysis/stability/further-concepts.js';
import { buildModel } from '../core/model.js';
import { uncontrolled } from '../core/report.js';
import { furtherFindings } from './further-findings.js';
import { holds } from './holds.js';

const theCase = caseOfText(`
detente: 1
title: table
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
wants: {A: [{want: a, unknown: true}], B: [b]}
`);
const tables = (...ids: readonly string[]) => {
  const limits: string[] = [];
  return { found: furtherFindings(buildModel(theCase), ids, uncontrolled, limits), limits };
};

describe('concepts that make a table', () => {
  it('say for each party what is stable, and what is stable for all', () => {
    const { found, limits } = tables('nash:b', 'nash:a');
    expect(found.map(({ id, states }) => [id, states])).toEqual([
      ['nash:b', [2, 3]],
      ['nash:a', []],
    ]);
    expect(found[0]?.verdicts).toEqual([
      { parties: ['A'], stable: [1, 1, 1, 1], tied: [] },
      { parties: ['B'], stable: [0, 0, 1, 1], tied: [] },
    ]);
    expect(limits).toEqual([]);
  });

  it('are left out with the reason where they do not apply or the work is stopped', () => {
    const { found, limits } = tables('strong-seq', 'relational-nash');
    expect(found).toEqual([]);
    expect(limits).toEqual([
      'strong-seq was not computed: no want or ranking entry of the readings in force is marked strong.',
      'relational-nash was not computed: the case gives no party attitudes.',
    ]);
    const told: string[] = [];
    const stopped = { ...uncontrolled, stopped: () => true };
    expect(furtherFindings(buildModel(theCase), ['nash:a'], stopped, told)).toEqual([]);
    expect(told).toEqual(['nash:a was not computed: the work was stopped.']);
  });

  it('are refused by a name that is none', () => {
    expect(furtherConceptOf(theCase, 'maximin')).toBeUndefined();
    expect(() => tables('maximin')).toThrow('there is no concept maximin');
    expect(() => tables('seq:e')).toThrow('seq is asked for with a type');
  });

  it('stand beside the headline and change nothing of it', () => {
    const plain = holds.run(theCase, holds.defaults, uncontrolled);
    const { further, ...rest } = holds.run(
      theCase,
      { ...holds.defaults, further: ['nash:b'] },
      uncontrolled,
    );
    expect(further.map(({ id }) => id)).toEqual(['nash:b']);
    expect({ ...rest, options: plain.options, levels: {} }).toEqual({
      ...plain,
      further: undefined,
      levels: {},
    });
  });
});
