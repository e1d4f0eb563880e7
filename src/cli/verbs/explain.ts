import {
  type ExplainOptions,
  explain,
  explainDocument,
  findOutcome,
  jsonChunks,
  type Replies,
  version,
} from '../../index.js';
import { placeIn, readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { type Format, formatDocument } from '../format.js';
import { answerOf } from '../kept-answer.js';
import { outcomeOption } from '../outcome-option.js';
import { headlineOption, readingOptions, refuse, whereOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

export type ExplainFlags = {
  readonly party: readonly string[];
  readonly at: string | undefined;
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly replies: Replies;
  readonly format: Format;
  readonly json: boolean;
  /** False after --no-cache. */
  readonly cache: boolean;
};

/** `explain`: one party, or each, at one outcome: stays or leaves, by which move, answered how. */
export async function runExplain(
  terminal: Terminal,
  path: string,
  flags: ExplainFlags,
): Promise<number> {
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const [concept, ...more] = headlineOption(theCase, 'explain', flags.concept).concepts;
  if (concept === undefined || (flags.concept !== undefined && more.length > 0)) {
    throw new CannotRun('detente explain: --concept takes one concept here');
  }
  const common = {
    readings: readingOptions(theCase, flags.reading),
    where: whereOptions(theCase, flags.where),
  };
  const asked: ExplainOptions = {
    ...explain.defaults,
    ...common,
    concept,
    replies: flags.replies,
    parties: flags.party,
  };
  refuse('explain', explain.check(theCase, asked));
  const state =
    flags.at === undefined
      ? findOutcome(theCase, common, undefined)?.nearest
      : outcomeOption(terminal, theCase, 'explain', '--at', flags.at, common);
  if (state === undefined) {
    throw new CannotRun('detente explain: the case has no today; name an outcome with --at "…"');
  }
  const report = answerOf(terminal, {
    path,
    caseHash: input.reading.hash,
    theCase,
    analysis: explain,
    options: { ...asked, state },
    label: 'steps of the work',
    useCache: flags.cache,
  });
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText('explain', path, flags),
    placeOf: placeIn(input),
  };
  if (flags.json) for (const chunk of jsonChunks(report)) await terminal.out(chunk);
  else await terminal.out(formatDocument(explainDocument(theCase, report, stamp), flags.format));
  return report.reasons.some(({ verdict }) => verdict === 'leaves') ? exitCodes.no : exitCodes.done;
}
