import {
  bottomLineChanges,
  type Case,
  type CaseOptions,
  type ChunkRecord,
  changeDocument,
  changesBetween,
  chunkRecordText,
  csvChunks,
  doubtsFound,
  type EnsembleOptions,
  type EnsembleReport,
  type Executor,
  ensembleTables,
  type HoldsOptions,
  type HoldsReport,
  holds,
  jobIds,
  jsonChunks,
  readChunkRecord,
  runEnsemble,
  type Stamp,
  supposed,
  supposedWords,
  version,
  wholeBrief,
} from '../../index.js';
import { type CaseInput, placeIn, readInput, soundCase } from '../case-input.js';
import { changeOption } from '../change-option.js';
import { orCannotRun } from '../cluster-problem.js';
import { commandText } from '../command-text.js';
import { dealsBeside } from '../deals-beside.js';
import { type EnsembleFlags, ensembleOptions } from '../ensemble-options.js';
import { formatDocument } from '../format.js';
import { answerOf } from '../kept-answer.js';
import { printEnsemble } from '../print-ensemble.js';
import { programMark } from '../program-mark.js';
import { progressLine } from '../progress.js';
import { headlineOption, readingOptions, refuse, whereOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import { threadExecutor } from '../thread-executor.js';
import { threadsOption } from '../threads-option.js';
import { writeInto } from '../write-into.js';
import type { QuestionFlags } from './holds.js';

/** What `whatif` alone can be asked. */
export type WhatIfFlags = QuestionFlags &
  EnsembleFlags & {
    readonly threads: string | undefined;
    readonly on: string | undefined;
    readonly key: string | undefined;
    readonly byHash: boolean;
    readonly csv: string | undefined;
    readonly force: boolean;
  };

/**
 * `whatif`: in what share of the assumption sets each headline stands and what carries that, or, with
 * changes, what the brief would say otherwise.
 */
export async function runWhatIf(
  terminal: Terminal,
  path: string,
  changes: readonly string[],
  flags: WhatIfFlags,
  untilInterrupted: () => Promise<void>,
): Promise<number> {
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const stamp: Stamp = {
    hash: input.reading.hash,
    version,
    command: commandText('whatif', path, { ...flags, changes }),
    placeOf: placeIn(input),
  };
  if (changes.length > 0) refuseFlagsOfShares(flags);
  refuseIdleFlags(changes, flags);
  return changes.length > 0
    ? answerChange(terminal, { input, theCase, path, flags, stamp }, changes)
    : answerEnsemble(terminal, { input, theCase, path, flags, stamp }, untilInterrupted);
}

/** Flags that say something of shares alone would be passed over beside a change. */
function refuseFlagsOfShares(flags: WhatIfFlags): void {
  const { headline, given, vary, draws, precision, seed, chunk, choices, csv } = flags;
  const asked = {
    headline: headline.length > 0,
    given: given !== undefined,
    vary: vary !== undefined,
    draws: draws !== undefined,
    precision: precision !== undefined,
    seed: seed !== undefined,
    chunk: chunk !== undefined,
    choices,
    csv: csv !== undefined,
  };
  const [first] = Object.entries(asked).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
  if (first === undefined) return;
  throw new CannotRun(
    `detente whatif: --${first} is about shares over all that the file leaves open; a change is answered once, so leave one of them out`,
  );
}

/** How often, in milliseconds, what is answered of long work is kept beside the case … */
const keepEvery = 10_000;
/** … and how long work has to take for its answer to be kept. */
const worthKeeping = 300;

/** Refuses flags that would change nothing, so that nobody believes they did. */
function refuseIdleFlags(changes: readonly string[], flags: WhatIfFlags): void {
  const idle = [
    changes.length > 0 && flags.on !== undefined
      ? '--on lets a queue count shares; a change is worked out here'
      : '',
    flags.on === undefined && (flags.key !== undefined || flags.byHash)
      ? '--key and --by-hash go with --on'
      : '',
    flags.csv === undefined && flags.force ? '--force goes with --csv' : '',
    flags.csv !== undefined && (flags.json || flags.format !== 'text')
      ? '--csv writes tables instead of a document: leave out --json and --format'
      : '',
  ].filter((text) => text !== '');
  if (idle.length > 0)
    throw new CannotRun(idle.map((text) => `detente whatif: ${text}`).join('\n'));
}

type Asked = {
  readonly input: CaseInput;
  readonly theCase: Case;
  readonly path: string;
  readonly flags: WhatIfFlags;
  readonly stamp: Stamp;
};

/** Before and after: what the brief says otherwise when something is supposed. */
async function answerChange(
  terminal: Terminal,
  asked: Asked,
  changes: readonly string[],
): Promise<number> {
  const { theCase, flags, stamp } = asked;
  const options: CaseOptions = {
    readings: readingOptions(theCase, flags.reading),
    where: whereOptions(theCase, flags.where),
  };
  const suppositions = changes.map((text) => changeOption(theCase, text));
  const before = holdsReport(terminal, asked, theCase, options, flags.cache);
  const after = supposed(theCase, options, suppositions);
  refuse('whatif', after.problems);
  if (after.case === undefined) return exitCodes.failed;
  // Results are kept by the text of a file, which says nothing of what is supposed.
  const then = holdsReport(terminal, asked, after.case, after.options, false);
  const beside = { path: asked.path, caseHash: stamp.hash };
  const briefs = [
    wholeBrief(
      theCase,
      before,
      stamp,
      dealsBeside(terminal, before, { ...beside, theCase, useCache: flags.cache }),
    ),
    wholeBrief(
      after.case,
      then,
      stamp,
      dealsBeside(terminal, then, { ...beside, theCase: after.case, useCache: false }),
    ),
  ] as const;
  const words = supposedWords(theCase, suppositions, after.acts, doubtsFound(theCase));
  if (flags.json) {
    const whole = {
      analysis: 'whatif',
      version,
      case: { title: theCase.title, hash: stamp.hash },
      supposed: words,
      bottomLine: bottomLineChanges(...briefs),
      nowSaid: changesBetween(briefs[1], briefs[0]).gone,
      noLongerSaid: changesBetween(briefs[0], briefs[1]).gone,
      before,
      after: then,
    };
    for (const chunk of jsonChunks(whole)) await terminal.out(chunk);
  } else {
    const document = changeDocument(theCase, words, ...briefs, stamp);
    await terminal.out(formatDocument(document, flags.format));
  }
  return exitCodes.done;
}

function holdsReport(
  terminal: Terminal,
  { input, path, flags }: Asked,
  theCase: Case,
  asked: CaseOptions,
  useCache: boolean,
): HoldsReport {
  const { concepts } = headlineOption(theCase, 'whatif', flags.concept);
  const options: HoldsOptions = { ...holds.defaults, ...asked, concepts, replies: flags.replies };
  refuse('whatif', holds.check(theCase, options));
  return answerOf(terminal, {
    path,
    caseHash: input.reading.hash,
    theCase,
    analysis: holds,
    options,
    label: 'verdicts',
    useCache,
  });
}

/** The shares of the assumption sets, and what carries them. */
async function answerEnsemble(
  terminal: Terminal,
  asked: Asked,
  untilInterrupted: () => Promise<void>,
): Promise<number> {
  const { theCase, flags, stamp } = asked;
  const options = ensembleOptions(theCase, 'whatif', flags);
  const report = await ensembleAnswer(terminal, asked, options, untilInterrupted);
  if (flags.csv === undefined) await printEnsemble(terminal, theCase, report, stamp, flags);
  else {
    const files = ensembleTables(report).map(({ name: table, header, rows }) => ({
      name: `${table}.csv`,
      pieces: () => csvChunks(header, rows()),
    }));
    await writeInto(terminal, flags.csv, files, flags.force);
  }
  return report.ended === 'stopped' ? exitCodes.failed : exitCodes.done;
}

/** The whole answer kept beside the case; else worked out, from what an interrupted run left. */
async function ensembleAnswer(
  terminal: Terminal,
  { input, theCase, path, flags }: Asked,
  options: EnsembleOptions,
  untilInterrupted: () => Promise<void>,
): Promise<EnsembleReport> {
  const caseHash = input.reading.hash;
  const cache = flags.cache && path !== '-' ? terminal.openCache?.(path) : undefined;
  const whole = { caseHash, analysis: 'whatif', options };
  const known = cache?.recall(whole);
  if (known !== undefined) {
    terminal.err(
      'from the results kept beside the case (.detente-cache); --no-cache works them out anew\n',
    );
    return known as EnsembleReport;
  }
  const job = { caseText: input.text, options };
  const parts = { caseHash, analysis: 'whatif, in parts', options };
  const name = jobIds(job).chunk;
  const kept = new Map<string, ChunkRecord>();
  for (const text of (cache?.recall(parts) as readonly string[] | undefined) ?? []) {
    const read = readChunkRecord(text);
    if ('record' in read && name(read.record) === read.record.id)
      kept.set(read.record.id, read.record);
  }
  const before = kept.size;
  const keepParts = () => {
    if (kept.size > before) cache?.keep(parts, [...kept.values()].map(chunkRecordText));
  };
  let isStopped = false;
  void untilInterrupted().then(() => {
    isStopped = true;
  });
  const { control, clear } = progressLine(terminal, 'assumption sets');
  const earlier = [...kept.values()];
  const start = terminal.now();
  let lastKept = start;
  const { executor, close } = await executorFor(terminal, flags);
  try {
    const report = await orCannotRun('whatif', () =>
      runEnsemble(theCase, job, executor, {
        progress: control.progress,
        stopped: () => isStopped,
        earlier,
        answered: (result) => {
          const record = { ...result, id: name(result) };
          kept.set(record.id, record);
          if (terminal.now() - lastKept < keepEvery) return;
          lastKept = terminal.now();
          keepParts();
        },
      }),
    );
    clear();
    if (report.ended === 'stopped') {
      keepParts();
      terminal.err(
        cache
          ? 'stopped; what was answered is kept beside the case, and the same command goes on from there\n'
          : 'stopped\n',
      );
    } else if (terminal.now() - start > worthKeeping) {
      cache?.keep(whole, report);
    }
    return report;
  } finally {
    clear();
    await close();
  }
}

/** Who answers: a queue where one is named, else the threads of this machine. */
async function executorFor(
  terminal: Terminal,
  { on, key, byHash, threads }: WhatIfFlags,
): Promise<{ readonly executor: Executor; readonly close: () => Promise<void> }> {
  if (on === undefined) {
    const executor = threadExecutor(threadsOption(terminal, threads));
    return { executor, close: executor.close };
  }
  const { queueExecutor } = await import('../../cluster/queue-executor.js');
  const { readKeyFile } = await import('../../cluster/sealing.js');
  const executor = await orCannotRun('whatif', async () =>
    queueExecutor({
      url: on,
      program: programMark(),
      key: key === undefined ? undefined : await readKeyFile(key),
      isByHash: byHash,
      tell: (message) => terminal.err(`detente: ${message}\n`),
    }),
  );
  return { executor, close: executor.close };
}
