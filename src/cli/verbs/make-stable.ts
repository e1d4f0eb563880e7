import {
  conceptForAll,
  fittingOutcomes,
  jsonChunks,
  type MakeStableOptions,
  makeStable,
  makeStableDocument,
  type Replies,
  version,
} from '../../index.js';
import { readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { type Format, formatDocument } from '../format.js';
import { outcomeOption } from '../outcome-option.js';
import { progressLine } from '../progress.js';
import {
  expressionOption,
  headlineOption,
  readingOptions,
  refuse,
  whereOptions,
} from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

export type MakeStableFlags = {
  readonly makeStable: string | undefined;
  readonly party: readonly string[];
  /** Flags of `holds` that tell of what can develop, refused here. */
  readonly from?: string | undefined;
  readonly evolution?: string | true | undefined;
  readonly passing?: boolean;
  readonly replies?: Replies;
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly format: Format;
  readonly json: boolean;
};

/** `holds --make-stable`: what each party would have to prefer for an outcome to hold. */
export async function runMakeStable(
  terminal: Terminal,
  path: string,
  text: string,
  flags: MakeStableFlags,
): Promise<number> {
  if (flags.from !== undefined || flags.evolution !== undefined || flags.passing) {
    throw new CannotRun(
      'detente holds: --from, --evolution and --passing do not go with --make-stable',
    );
  }
  if (flags.replies === 'together') {
    throw new CannotRun('detente holds: --replies together does not go with --make-stable');
  }
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const [concept, ...more] = headlineOption(theCase, 'holds', flags.concept).concepts;
  if (concept === undefined || (flags.concept !== undefined && more.length > 0)) {
    throw new CannotRun('detente holds: with --make-stable, --concept takes one concept');
  }
  const own = conceptForAll(
    concept,
    theCase.parties.map(({ id }) => id),
  );
  if (own === undefined) {
    throw new CannotRun(
      `detente holds: --make-stable asks under one concept for all parties, not under ${concept}; name one with --concept`,
    );
  }
  const common = {
    readings: readingOptions(theCase, flags.reading),
    where: whereOptions(theCase, flags.where),
  };
  const asked: MakeStableOptions = {
    ...makeStable.defaults,
    ...common,
    concept: own,
    parties: flags.party,
  };
  refuse('holds', makeStable.check(theCase, asked));
  const isNumber = /^\s*#\d+\s*$/u.test(text);
  const state = isNumber
    ? outcomeOption(terminal, theCase, 'holds', '--make-stable', text, common)
    : undefined;
  const outcome =
    state === undefined
      ? fittingOutcomes(
          theCase,
          common,
          expressionOption(theCase, '--make-stable', text, common.where),
        )
      : { nearest: state, states: [state] };
  if (!outcome) {
    throw new CannotRun(`detente holds: --make-stable "${text}": no possible outcome satisfies it`);
  }
  const { control, clear } = progressLine(terminal, 'percent of the work');
  const report = makeStable.run(
    theCase,
    { ...asked, state: outcome.nearest, fitting: outcome.states },
    control,
  );
  clear();
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText('holds', path, flags),
  };
  if (flags.json) for (const chunk of jsonChunks(report)) await terminal.out(chunk);
  else await terminal.out(formatDocument(makeStableDocument(theCase, report, stamp), flags.format));
  const isWhole = flags.party.length === 0;
  const isPossible = isWhole
    ? report.holds || report.combination !== null
    : report.answers.every(({ holds, orders }) => holds || (orders && orders.holding !== '0'));
  return isPossible ? exitCodes.done : exitCodes.no;
}
