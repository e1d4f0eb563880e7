import {
  type Analysis,
  type Case,
  type Control,
  type Kept,
  outcomeCount,
  type Report,
} from '../index.js';
import { progressLine } from './progress.js';
import type { AnswerKey, ResultsCache } from './results-cache.js';
import type { Terminal } from './terminal.js';

/** Results are kept when they took longer than this to work out … */
const longMilliseconds = 300;
/** … or when the case has more outcomes than this before its rules. */
const manyOutcomes = 4096n;

/** What is asked of one case file, and where its results may be kept. */
export type Asked<Options, Findings> = {
  readonly path: string;
  readonly caseHash: string;
  readonly theCase: Case;
  readonly analysis: Analysis<Options, Findings>;
  readonly options: Options;
  /** What the progress line counts. */
  readonly label: string;
  readonly useCache: boolean;
  /** Whether a reading that is not named is left open, where other answers take the first. */
  readonly areReadingsOpen?: boolean;
};

/**
 * The answer to a question: the one kept beside the case, or worked out with a line of progress.
 *
 * A kept answer equals a fresh one; a message says that it was kept. Without a file, without leave to
 * keep results, or where it is not worth it, nothing is written.
 */
export function answerOf<Options extends CaseOptions, Findings>(
  terminal: Terminal,
  asked: Asked<Options, Findings>,
): Report<Options, Findings> {
  const { analysis } = asked;
  const options = fullOptions(asked);
  const key: AnswerKey = { caseHash: asked.caseHash, analysis: analysis.name, options };
  const cache = cacheOf(terminal, asked);
  const known = cache?.recall(key);
  if (known !== undefined) {
    terminal.err(fromCache);
    return known as Report<Options, Findings>;
  }
  return controlWith(terminal, asked, (control, isWorthKeeping) => {
    const report = analysis.run(asked.theCase, options, control);
    if (isWorthKeeping() && !control.stopped()) cache?.keep(key, report);
    return report;
  });
}

type CaseOptions = {
  readonly readings: Readonly<Record<string, string>>;
  readonly where: Readonly<Record<string, string>>;
};

/**
 * Runs work about a case with a line of progress and with the tables kept beside the case; says so
 * where a kept table was used.
 */
export function controlWith<Options extends CaseOptions, Findings, Result>(
  terminal: Terminal,
  asked: Asked<Options, Findings>,
  work: (control: Control, isWorthKeeping: () => boolean) => Result,
): Result {
  const { readings, where } = fullOptions(asked);
  const cache = cacheOf(terminal, asked);
  const { control, clear } = progressLine(terminal, asked.label);
  const start = terminal.now();
  const isMany = outcomeCount(asked.theCase) > manyOutcomes;
  const isWorthKeeping = () => isMany || terminal.now() - start > longMilliseconds;
  let tablesRead = 0;
  const tables = cache?.tables({ caseHash: asked.caseHash, options: { readings, where } });
  const kept = tables
    ? {
        kept: whenWorth(tables, isWorthKeeping, () => {
          tablesRead += 1;
        }),
      }
    : {};
  const result = work({ ...control, ...kept }, isWorthKeeping);
  clear();
  if (tablesRead > 0) terminal.err(fromCache);
  return result;
}

function cacheOf<Options, Findings>(
  terminal: Terminal,
  { useCache, path }: Asked<Options, Findings>,
): ResultsCache | undefined {
  return useCache && path !== '-' ? terminal.openCache?.(path) : undefined;
}

/** With every party's reading named, where naming the first one asks the same as naming none. */
function fullOptions<Options extends CaseOptions, Findings>({
  theCase,
  options,
  areReadingsOpen = false,
}: Asked<Options, Findings>): Options {
  if (areReadingsOpen) return options;
  const first = Object.fromEntries(
    theCase.parties.flatMap(({ id }, party) => {
      const reading = theCase.preferences[party]?.[0]?.id;
      return reading === undefined ? [] : [[id, reading]];
    }),
  );
  return { ...options, readings: { ...first, ...options.readings } };
}

const fromCache =
  'from the results kept beside the case (.detente-cache); --no-cache works them out anew\n';

function whenWorth(kept: Kept, isWorthKeeping: () => boolean, found: () => void): Kept {
  return {
    read: (name) => {
      const table = kept.read(name);
      if (table) found();
      return table;
    },
    write: (name, table) => {
      if (isWorthKeeping()) kept.write(name, table);
    },
  };
}
