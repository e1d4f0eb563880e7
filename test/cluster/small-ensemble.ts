import {
  type Chunk,
  type EnsembleJob,
  ensemble,
  ensembleChunks,
  readCase,
} from '../../src/index.js';

const caseText = `detente: 1
title: Two villages and a well
parties: {North: Northfield, South: Southam}
issues:
  pump: {by: North, levels: [shared, locked]}
  road: {by: South, levels: [open, blocked]}
  treaty: {agree: [North, South], levels: [none, quotas]}
today: {pump: locked, road: [blocked, open], treaty: none}
outcomes: {settled: {when: treaty = quotas, label: a treaty}}
preferences:
  North:
    keen:
      wants:
        - road = open
        - {want: pump = locked, confidence: low}
        - {want: treaty = quotas, unsure: true}
        - {want: pump = shared, unsure: true}
    wary: {wants: [pump = locked, {want: road = open, confidence: low}, treaty = none]}
  South:
    stated:
      points:
        pump: {weight: 40 ± 20, levels: {shared: 100, locked: 0}}
        treaty: {weight: 30, levels: {none: 0, quotas: 100}}
        road: {weight: 30, levels: {open: 0, blocked: 100}}
`;

/** The first chunks, of three draws each but for check points, of a case that is quickly answered. */
export function smallEnsemble(count: number): {
  readonly job: EnsembleJob;
  readonly chunks: readonly Chunk[];
} {
  const options = { ...ensemble.defaults, draws: count * 3, chunk: 3, precision: 0 };
  const { case: theCase, diagnostics } = readCase(caseText);
  if (!theCase) throw new Error(diagnostics.map(({ what }) => what).join('\n'));
  return { job: { caseText, options }, chunks: ensembleChunks(theCase, options).slice(0, count) };
}
