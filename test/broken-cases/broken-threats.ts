import { wellCaseAnd } from '../../src/core/diagnostic-codes/well-case.js';
import type { BrokenCase } from './broken-case.js';

const threat = (lines: string) => wellCaseAnd(`threats:\n  shut: {${lines}}`);

/** Threats that do not load. */
export const brokenThreats: readonly BrokenCase[] = [
  {
    name: 'a threat by a party that is not in the case',
    text: threat('by: West, to: North, if: pump = locked, then: {road: blocked}'),
    code: 'DET211',
    at: '13:14',
    sees: 'West',
  },
  {
    name: 'a threat against its own maker',
    text: threat('by: South, to: [North, South], if: pump = locked, then: {road: blocked}'),
    code: 'DET244',
    at: '13:33',
    sees: 'South',
  },
  {
    name: 'a threat to nobody',
    text: threat('by: South, to: [], if: pump = locked, then: {road: blocked}'),
    code: 'DET210',
    at: '13:25',
    sees: '[]',
  },
  {
    name: 'a threat that does nothing',
    text: threat('by: South, to: North, if: pump = locked, then: {}'),
    code: 'DET210',
    at: '13:57',
    sees: '{}',
  },
  {
    name: 'a threat with a level that its issue lacks',
    text: threat('by: South, to: North, if: pump = locked, then: {road: mined}'),
    code: 'DET204',
    at: '13:64',
    sees: 'mined',
  },
  {
    name: 'a threat without a condition',
    text: threat('by: South, to: North, then: {road: blocked}'),
    code: 'DET202',
    at: '13:3',
    sees: 'shut',
  },
  {
    name: 'a threat whose condition names no issue of the case',
    text: threat('by: South, to: North, if: well = dry, then: {road: blocked}'),
    code: 'DET212',
    at: '13:36',
    sees: 'well',
  },
  {
    name: 'a threat by several parties at once',
    text: threat('by: [South, North], to: North, if: pump = locked, then: {road: blocked}'),
    code: 'DET203',
    at: '13:14',
    sees: '[South, North]',
  },
];

/** Threats that load and can never matter. */
export const doubtfulThreats: readonly BrokenCase[] = [
  {
    name: 'a threat that its maker cannot carry out alone',
    text: threat('by: South, to: North, if: pump = locked, then: {treaty: quotas}'),
    code: 'DET434',
    at: '13:51',
    sees: 'then',
  },
  {
    name: 'a threat whose condition nobody addressed can bring about',
    text: threat('by: South, to: North, if: treaty = quotas, then: {road: blocked}'),
    code: 'DET435',
    at: '13:32',
    sees: 'if',
  },
];
