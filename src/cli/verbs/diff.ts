import { basename } from 'node:path';
import {
  bottomLineChanges,
  briefDocument,
  type Case,
  type DiffSide,
  diff,
  diffDocument,
  type HoldsOptions,
  holds,
  isNothing,
  jsonChunks,
  version,
} from '../../index.js';
import { type CaseInput, readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { formatDocument } from '../format.js';
import { answerOf } from '../kept-answer.js';
import { headlineOption, readingOptions, refuse, whereOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import type { QuestionFlags } from './holds.js';

export type DiffFlags = QuestionFlags & {
  readonly toReading: readonly string[];
  readonly toWhere: readonly string[];
};

/**
 * `diff`: what separates two answers to `holds`, about two cases or about one asked in two ways.
 *
 * The second answer is asked as the first, but for what `--to-reading` and `--to-where` say.
 */
export async function runDiff(
  terminal: Terminal,
  path: string,
  other: string | undefined,
  flags: DiffFlags,
): Promise<number> {
  if (other === undefined && flags.toReading.length + flags.toWhere.length === 0) {
    throw new CannotRun(
      'detente diff: nothing to compare with; name a second case file, or say with --to-reading or --to-where how the case is asked the second time',
    );
  }
  if (path === '-' && other === '-') {
    throw new CannotRun('detente diff: only one of the two cases can come from standard input');
  }
  const first = await readInput(terminal, path);
  const second = other === undefined ? first : await readInput(terminal, other);
  const before = soundCase(terminal, first);
  const after = second === first ? before : soundCase(terminal, second);
  if (!before || !after) return exitCodes.failed;
  const sides = [
    sideOf(terminal, first, before, flags, { readings: {}, where: {} }),
    sideOf(terminal, second, after, flags, {
      readings: readingOptions(after, flags.toReading),
      where: whereOptions(after, flags.toWhere),
    }),
  ] as const;
  const found = diff(...sides);
  const briefs = sides.map((side) =>
    briefDocument(side.case, side.report, { hash: side.hash, version }),
  );
  const sentences = bottomLineChanges(
    ...(briefs as [(typeof briefs)[number], (typeof briefs)[number]]),
  );
  if (flags.json) {
    const { analysis, options, seed, ...findings } = found;
    const [one, two] = sides.map(({ case: theCase, hash, file }) => ({
      file,
      title: theCase.title,
      hash,
    }));
    const cases = { before: one, after: two };
    const whole = { analysis, version, cases, options, seed, ...findings, sentences };
    for (const chunk of jsonChunks(whole)) await terminal.out(chunk);
  } else {
    const paths = other === undefined ? [path] : [path, other];
    const document = diffDocument(...sides, found, sentences, commandText('diff', paths, flags));
    await terminal.out(formatDocument(document, flags.format));
  }
  return isNothing(found, sentences) ? exitCodes.done : exitCodes.no;
}

type Side = DiffSide & { readonly file: string };

/** Answers one side and names it: the file, and what tells its question from the other's. */
function sideOf(
  terminal: Terminal,
  input: CaseInput,
  theCase: Case,
  flags: DiffFlags,
  own: Pick<HoldsOptions, 'readings' | 'where'>,
): Side {
  const options: HoldsOptions = {
    ...holds.defaults,
    readings: { ...readingOptions(theCase, flags.reading), ...own.readings },
    where: { ...whereOptions(theCase, flags.where), ...own.where },
    concepts: headlineOption(theCase, 'diff', flags.concept).concepts,
    replies: flags.replies,
  };
  refuse('diff', holds.check(theCase, options));
  const report = answerOf(terminal, {
    path: input.name === 'standard input' ? '-' : input.name,
    caseHash: input.reading.hash,
    theCase,
    analysis: holds,
    options,
    label: 'verdicts',
    useCache: flags.cache,
  });
  const [headline = 'firm'] = options.concepts;
  if (report.equilibria[headline] === undefined) {
    throw new CannotRun('detente diff: the work was stopped before an answer was reached');
  }
  const file = basename(input.name);
  const asked = [
    ...Object.entries(options.readings).map(([party, reading]) => `${party}=${reading}`),
    ...Object.entries(options.where).map(([issue, level]) => `${issue} = ${level}`),
  ];
  const name = `${file}${asked.length === 0 ? '' : ` with ${asked.join(', ')}`}`;
  return { case: theCase, report, name, hash: input.reading.hash, file };
}
