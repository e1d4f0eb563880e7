import {
  briefDocument,
  type Document,
  type HoldsOptions,
  holds,
  holdsDocument,
  jsonChunks,
  version,
} from '../../index.js';
import { readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { type Format, formatDocument } from '../format.js';
import { progressLine } from '../progress.js';
import { askedConcepts, readingOptions, refuse, whereOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

export type QuestionFlags = {
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly format: Format;
  readonly json: boolean;
};

/** `holds`: which outcomes nobody would leave, where things go, and what is on offer. */
export async function runHolds(
  terminal: Terminal,
  path: string,
  flags: QuestionFlags,
): Promise<number> {
  return answer(terminal, 'holds', path, flags, holdsDocument, (count) =>
    count === 0 ? exitCodes.no : exitCodes.done,
  );
}

/** `brief`: the two printed pages. */
export async function runBrief(
  terminal: Terminal,
  path: string,
  flags: QuestionFlags,
): Promise<number> {
  return answer(terminal, 'brief', path, flags, briefDocument, () => exitCodes.done);
}

async function answer(
  terminal: Terminal,
  verb: string,
  path: string,
  flags: QuestionFlags,
  toDocument: typeof holdsDocument,
  exitCode: (holding: number) => number,
): Promise<number> {
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const options: HoldsOptions = {
    readings: readingOptions(theCase, flags.reading),
    ...askedConcepts(theCase, flags.concept, holds.defaults.concepts),
    where: whereOptions(theCase, flags.where),
  };
  refuse(verb, holds.check(theCase, options));
  const { control, clear } = progressLine(terminal, 'verdicts');
  const report = holds.run(theCase, options, control);
  clear();
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText(verb, path, flags),
  };
  if (flags.json) {
    if (verb === 'brief') {
      const document: Document = toDocument(theCase, report, stamp);
      for (const chunk of jsonChunks({ analysis: 'brief', ...document })) await terminal.out(chunk);
    } else {
      const { analysis, options: asked, seed, ...findings } = report;
      const whole = {
        analysis,
        version,
        case: { title: theCase.title, hash: stamp.hash },
        options: asked,
        seed,
        ...findings,
      };
      for (const chunk of jsonChunks(whole)) await terminal.out(chunk);
    }
  } else {
    await terminal.out(formatDocument(toDocument(theCase, report, stamp), flags.format));
  }
  if (report.equilibria[options.concepts[0] ?? 'firm'] === undefined) {
    throw new CannotRun(`detente ${verb}: the work was stopped before an answer was reached`);
  }
  return exitCode(report.verdicts.length);
}
