import { basename } from 'node:path';

/** What a question was asked with. */
type Asked = {
  readonly party?: readonly string[];
  readonly at?: string | undefined;
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
};

/** An argument as a shell would take it. */
function quoted(argument: string): string {
  return /^[\p{L}\p{N}_.,:=/-]+$/u.test(argument) ? argument : `"${argument}"`;
}

/** The command that repeats an answer, with the file's name and without its folder. */
export function commandText(verb: string, path: string, asked: Asked): string {
  const flags = [
    ...(asked.party ?? []).flatMap((id) => ['--party', id]),
    ...(asked.at === undefined ? [] : ['--at', asked.at]),
    ...asked.reading.flatMap((reading) => ['--reading', reading]),
    ...asked.where.flatMap((setting) => ['--where', setting]),
    ...(asked.concept === undefined ? [] : ['--concept', asked.concept]),
  ];
  const file = path === '-' ? path : basename(path);
  return ['detente', verb, file, ...flags].map(quoted).join(' ');
}
