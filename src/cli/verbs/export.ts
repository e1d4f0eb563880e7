import {
  csvChunks,
  deals,
  exportTables,
  type HeadlineId,
  type HoldsOptions,
  holds,
  stateTables,
  version,
} from '../../index.js';
import { readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { answerOf, controlWith } from '../kept-answer.js';
import { headlineOption, readingOptions, refuse, whereOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import { writeInto } from '../write-into.js';

export type ExportFlags = {
  readonly csv: string | undefined;
  readonly negmas: string | undefined;
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly force: boolean;
  /** False after --no-cache. */
  readonly cache: boolean;
};

/** `export --csv`: the tables of the answers to `holds` and `deals`, one file each. */
export async function runExport(
  terminal: Terminal,
  path: string,
  flags: ExportFlags,
): Promise<number> {
  const { csv } = flags;
  if (csv === undefined) {
    throw new CannotRun(
      'detente export: say what to write, with --csv <folder> or --negmas <folder>',
    );
  }
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const options: HoldsOptions = {
    ...holds.defaults,
    readings: readingOptions(theCase, flags.reading),
    concepts: headlineOption(theCase, 'export', flags.concept).concepts,
    where: whereOptions(theCase, flags.where),
  };
  refuse('export', holds.check(theCase, options));
  const asked = {
    path,
    caseHash: input.reading.hash,
    theCase,
    analysis: holds,
    options,
    label: 'verdicts',
    useCache: flags.cache,
  };
  const report = answerOf(terminal, asked);
  // A concept that was too much for this case is no column; the table `about` says so.
  const concepts = options.concepts.filter((id: HeadlineId) => report.equilibria[id] !== undefined);
  const [headline] = options.concepts;
  const tables =
    concepts[0] === headline
      ? controlWith(terminal, asked, (control) =>
          stateTables(theCase, { ...options, concepts }, control),
        )
      : undefined;
  if (!tables) {
    throw new CannotRun(
      'detente export: the concept that decides what holds was not worked out; nothing was written',
    );
  }
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText('export', path, { ...flags, csv }),
  };
  const { readings, where } = options;
  const dealsAsked = {
    ...deals.defaults,
    readings,
    where,
    concept: headline ?? deals.defaults.concept,
  };
  const agreed =
    deals.check(theCase, dealsAsked).length > 0
      ? undefined
      : answerOf(terminal, { ...asked, analysis: deals, options: dealsAsked });
  const files = exportTables(theCase, report, tables, stamp, agreed).map(
    ({ name, header, rows }) => ({
      name: `${name}.csv`,
      pieces: () => csvChunks(header, rows()),
    }),
  );
  await writeInto(terminal, csv, files, flags.force);
  return exitCodes.done;
}
