import { basename, isAbsolute } from 'node:path';

/** What a question was asked with. */
type Asked = {
  readonly party?: readonly string[];
  readonly at?: string | undefined;
  readonly from?: string | undefined;
  readonly evolution?: string | true | undefined;
  readonly passing?: boolean;
  readonly makeStable?: string | undefined;
  readonly track?: string | undefined;
  readonly with?: string | undefined;
  readonly without?: string | undefined;
  readonly near?: string | undefined;
  readonly repair?: string | undefined;
  readonly noDeal?: string;
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly toReading?: readonly string[];
  readonly toWhere?: readonly string[];
  readonly csv?: string | undefined;
  readonly replies?: string;
  readonly changes?: readonly string[];
  readonly headline?: readonly string[];
  readonly given?: string | undefined;
  readonly vary?: string | undefined;
  readonly draws?: string | undefined;
  readonly precision?: string | undefined;
  readonly seed?: string | undefined;
  readonly chunk?: string | undefined;
  readonly choices?: boolean;
};

/** An argument as a shell would take it. */
function quoted(argument: string): string {
  return /^[\p{L}\p{N}_.,:=/-]+$/u.test(argument) ? argument : `"${argument}"`;
}

/**
 * The command that repeats an answer, with the names of the files and without their folders.
 *
 * @param folders - `kept`: a path below this folder stays as typed, so that the command runs here;
 *   `as typed`: any path does.
 */
export function commandText(
  verb: string,
  path: string | readonly string[],
  asked: Asked,
  folders: 'left out' | 'kept' | 'as typed' = 'left out',
): string {
  const flags = [
    ...(asked.changes ?? []),
    ...(asked.headline ?? []).flatMap((text) => ['--headline', text]),
    ...(['given', 'vary', 'draws', 'precision', 'seed', 'chunk'] as const).flatMap((flag) => {
      const value = asked[flag];
      return value === undefined ? [] : [`--${flag}`, value];
    }),
    ...(asked.choices ? ['--choices'] : []),
    ...(asked.party ?? []).flatMap((id) => ['--party', id]),
    ...(asked.makeStable === undefined ? [] : ['--make-stable', asked.makeStable]),
    ...(['track', 'with', 'without', 'near', 'repair'] as const).flatMap((flag) => {
      const value = asked[flag];
      return value === undefined ? [] : [`--${flag}`, value];
    }),
    ...(asked.noDeal === 'today' ? ['--no-deal', asked.noDeal] : []),
    ...(asked.at === undefined ? [] : ['--at', asked.at]),
    ...(asked.from === undefined ? [] : ['--from', asked.from]),
    ...asked.reading.flatMap((reading) => ['--reading', reading]),
    ...asked.where.flatMap((setting) => ['--where', setting]),
    ...(asked.toReading ?? []).flatMap((reading) => ['--to-reading', reading]),
    ...(asked.toWhere ?? []).flatMap((setting) => ['--to-where', setting]),
    ...(asked.csv === undefined ? [] : ['--csv', basename(asked.csv)]),
    ...(asked.concept === undefined ? [] : ['--concept', asked.concept]),
    ...(asked.evolution === undefined ? [] : ['--evolution']),
    ...(typeof asked.evolution === 'string' ? [asked.evolution] : []),
    ...(asked.passing ? ['--passing'] : []),
    ...(asked.replies === 'together' ? ['--replies', asked.replies] : []),
  ];
  const isBelow = (one: string) => !isAbsolute(one) && !one.split(/[\\/]/u).includes('..');
  const files = [path]
    .flat()
    .map((one) =>
      one === '-' || folders === 'as typed' || (folders === 'kept' && isBelow(one))
        ? one
        : basename(one),
    );
  return ['detente', verb, ...files, ...flags].map(quoted).join(' ');
}
