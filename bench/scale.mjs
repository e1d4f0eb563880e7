// How the time to judge every outcome grows with their number, in one process:
//   npm run bench:scale            the table of docs/reference/speed.md
//   npm run bench:scale -- 16      up to 2^16 outcomes only
//
// Input: scripts/large-case.mjs, four parties, 14 wants a party. Timed: listing the outcomes, ranking
// them for every party, and the verdicts of Nash, GMR, SMR, SEQ, SSEQ and firm on every outcome and
// party. Not timed: reading the text. The median of several runs; this machine's noise is the spread.
import { cpus } from 'node:os';
import { conceptOf } from '../dist/analysis/stability/concepts.js';
import { verdictsOf } from '../dist/analysis/stability/verdicts.js';
import { buildModel } from '../dist/core/model.js';
import { readCase } from '../dist/io/case-file/read-case.js';
import { largeCaseText } from '../scripts/large-case.mjs';

const concepts = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'];
const largest = Number(process.argv[2] ?? 20);

function caseOf(...shape) {
  const { case: theCase } = readCase(largeCaseText(...shape));
  if (!theCase) throw new Error('the generated case is flawed');
  return theCase;
}

function timeOnce(theCase) {
  const start = performance.now();
  const model = buildModel(theCase);
  let equilibria = 0;
  for (const id of concepts) {
    for (const one of verdictsOf(model, conceptOf(id))?.isEquilibrium ?? []) equilibria += one;
  }
  return { seconds: (performance.now() - start) / 1000, equilibria };
}

function timed(theCase, runs) {
  const all = Array.from({ length: runs }, () => timeOnce(theCase));
  const sorted = all.map(({ seconds }) => seconds).sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(runs / 2)],
    least: sorted[0],
    most: sorted[runs - 1],
    memory: process.memoryUsage().rss / 1e6,
  };
}

const three = (seconds) => seconds.toPrecision(2).replace(/^(\d+)e.*/, '$1');
timed(caseOf(10, 0), 20);

const cpu = cpus()[0]?.model ?? 'unknown';
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpu.trim()}, ${cpus().length} cores, Node ${process.version}\n`,
);
console.log(
  '| outcomes | seconds (median) | least to most | ns per outcome and log₂ outcomes | memory | with six agreements that can be left | factor |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|');
for (const issues of [12, 14, 16, 18, 20].filter((count) => count <= largest)) {
  const runs = issues > 17 ? 3 : 7;
  const levers = timed(caseOf(issues, 0), runs);
  const agreements = timed(caseOf(issues, 6), runs);
  const states = 2 ** issues;
  const cells = [
    states.toLocaleString('en'),
    three(levers.median),
    `${three(levers.least)} to ${three(levers.most)}`,
    Math.round((levers.median * 1e9) / (states * issues)),
    `${Math.round(levers.memory)} MB`,
    three(agreements.median),
    (agreements.median / levers.median).toFixed(1),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

// The same number of outcomes, decided by more parties or in fewer issues of more levels.
console.log('\n| outcomes | parties | levels an issue | seconds (median) | least to most |');
console.log('|---:|---:|---:|---:|---:|');
for (const [issues, parties, levels] of [
  [16, 2, 2],
  [16, 3, 2],
  [16, 4, 2],
  [16, 6, 2],
  [8, 4, 4],
  [4, 4, 16],
]) {
  const { median, least, most } = timed(caseOf(issues, 0, parties, levels), 5);
  const cells = [
    (levels ** issues).toLocaleString('en'),
    parties,
    levels,
    three(median),
    `${three(least)} to ${three(most)}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
