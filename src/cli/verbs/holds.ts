import {
  briefDocument,
  briefEnsemble,
  type Case,
  type Document,
  type EnsembleReport,
  ensemble,
  type HoldsOptions,
  type HoldsReport,
  holds,
  holdsDocument,
  jsonChunks,
  type Replies,
  type Stamp,
  version,
} from '../../index.js';
import { type CaseInput, placeIn, readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { dealsBeside } from '../deals-beside.js';
import { type Format, formatDocument } from '../format.js';
import { answerOf } from '../kept-answer.js';
import { outcomeOption } from '../outcome-option.js';
import {
  conceptOptions,
  headlineOption,
  readingOptions,
  refuse,
  whereOptions,
} from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

export type QuestionFlags = {
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly replies: Replies;
  readonly format: Format;
  readonly json: boolean;
  /** False after --no-cache. */
  readonly cache: boolean;
  /** Only with `--make-stable`. */
  readonly party?: readonly string[];
};

/** What `holds` alone can be asked. */
export type HoldsFlags = QuestionFlags & {
  readonly from: string | undefined;
  readonly evolution: string | true | undefined;
  readonly passing: boolean;
};

/** Longest sequences of the evolution table when `--evolution` gives no number. */
const usualEvolution = 4;

/** `holds`: which outcomes nobody would leave, where things go, and what is on offer. */
export async function runHolds(
  terminal: Terminal,
  path: string,
  flags: HoldsFlags,
): Promise<number> {
  if ((flags.party ?? []).length > 0) {
    throw new CannotRun('detente holds: --party goes with --make-stable');
  }
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
  return answer(
    terminal,
    'brief',
    path,
    flags,
    (theCase, report, stamp, input) =>
      briefDocument(
        theCase,
        report,
        stamp,
        dealsBeside(terminal, report, {
          path,
          caseHash: input.reading.hash,
          theCase,
          useCache: flags.cache,
        }),
        ensembleFor(terminal, input, theCase, report, path, flags),
      ),
    () => exitCodes.done,
  );
}

/** What would change the answer, over the rival readings; undefined where that is not asked. */
function ensembleFor(
  terminal: Terminal,
  input: CaseInput,
  theCase: Case,
  { options: { where, concepts, replies } }: HoldsReport,
  path: string,
  flags: QuestionFlags,
): EnsembleReport | undefined {
  const [concept = ensemble.defaults.concept] = concepts;
  const options = briefEnsemble(theCase, { where, concept, replies });
  if (!options || ensemble.check(theCase, options).length > 0) return undefined;
  return answerOf(terminal, {
    path,
    caseHash: input.reading.hash,
    theCase,
    analysis: ensemble,
    options,
    label: 'combinations of readings',
    useCache: flags.cache,
    areReadingsOpen: true,
  });
}

async function answer(
  terminal: Terminal,
  verb: string,
  path: string,
  flags: QuestionFlags | HoldsFlags,
  toDocument: (theCase: Case, report: HoldsReport, stamp: Stamp, input: CaseInput) => Document,
  exitCode: (holding: number) => number,
): Promise<number> {
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const common = {
    readings: readingOptions(theCase, flags.reading),
    where: whereOptions(theCase, flags.where),
  };
  const asked: HoldsOptions = {
    ...holds.defaults,
    ...common,
    ...(verb === 'brief'
      ? headlineOption(theCase, verb, flags.concept)
      : conceptOptions(theCase, flags.concept)),
    replies: flags.replies,
    ...('passing' in flags
      ? { passing: flags.passing, evolution: evolutionOption(flags.evolution) }
      : {}),
  };
  refuse(verb, holds.check(theCase, asked));
  const from = 'from' in flags ? flags.from : undefined;
  const options: HoldsOptions =
    from === undefined
      ? asked
      : { ...asked, from: outcomeOption(terminal, theCase, verb, '--from', from, common) };
  const report = answerOf(terminal, {
    path,
    caseHash: input.reading.hash,
    theCase,
    analysis: holds,
    options,
    label: 'verdicts',
    useCache: flags.cache,
  });
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText(verb, path, flags),
    askWhy: commandText(
      'explain',
      path,
      {
        at: '#N',
        reading: flags.reading,
        where: flags.where,
        replies: flags.replies,
        concept: flags.concept === undefined ? undefined : options.concepts[0],
      },
      flags.format === 'text' ? 'as typed' : 'kept',
    ),
    askDeals: commandText('deals', path, flags, flags.format === 'text' ? 'as typed' : 'kept'),
    placeOf: placeIn(input),
  };
  if (flags.json) {
    if (verb === 'brief') {
      const document = toDocument(theCase, report, stamp, input);
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
    await terminal.out(formatDocument(toDocument(theCase, report, stamp, input), flags.format));
  }
  if (report.equilibria[options.concepts[0] ?? 'firm'] === undefined) {
    throw new CannotRun(`detente ${verb}: the work was stopped before an answer was reached`);
  }
  return exitCode(report.verdicts.length);
}

/** Reads `--evolution` or `--evolution 6`. */
function evolutionOption(text: string | true | undefined): number | null {
  if (text === undefined) return null;
  if (text === true) return usualEvolution;
  const moves = Number(text);
  if (!/^\d+$/u.test(text) || moves === 0 || moves > 1000) {
    throw new CannotRun(
      `--evolution "${text}": expected the longest sequence of moves to follow, 1 to 1000, for example ${usualEvolution}`,
    );
  }
  return moves;
}
