import { nearestName } from '../index.js';
import { CannotRun } from './terminal.js';

/**
 * The id that an option names, when the case has it.
 *
 * @param noun - what the id stands for: `track`, `proposal`, `party`.
 * @throws CannotRun with the ids that there are, and the nearest of them.
 */
export function idOption(
  verb: string,
  flag: string,
  text: string,
  noun: string,
  ids: readonly string[],
): string {
  const id = text.trim();
  if (ids.includes(id)) return id;
  const nouns = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  const near = nearestName(id, ids);
  throw new CannotRun(
    [
      `detente ${verb}: ${flag} "${text}": there is no ${noun} "${id}"`,
      ids.length === 0 ? `  the case has no ${nouns}` : `  ${nouns}: ${ids.join(', ')}`,
      ...(near === undefined ? [] : [`  help: did you mean "${near}"?`]),
    ].join('\n'),
  );
}

/** Ids with commas between, each once, in the order of the case; an empty list where nothing was asked. */
export function idsOption(
  verb: string,
  flag: string,
  text: string | undefined,
  noun: string,
  ids: readonly string[],
): readonly string[] {
  if (text === undefined) return [];
  const asked = new Set(text.split(',').map((one) => idOption(verb, flag, one, noun, ids)));
  return ids.filter((id) => asked.has(id));
}
