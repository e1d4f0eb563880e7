import type { Difference } from '../core/difference.js';
import { amountWords } from './amount-words.js';
import { emphasis, type Inline } from './document.js';
import { inlineSeries } from './inline-series.js';
import type { Words } from './words.js';

/** A party beside the first thing in its order that it gains or loses. */
export type PartyDifference = {
  readonly party: string;
  readonly difference: Difference | null;
};

/**
 * What a difference is about, to stand in brackets after a party: `“quotas”`, `losing “quotas”`,
 * `from 40 to 55 points`.
 *
 * @returns empty where there is nothing to name.
 */
export function differenceWords(
  words: Words,
  difference: Difference | null,
  isGain: boolean,
): readonly Inline[] {
  if (!difference) return [];
  const verb = isGain ? [] : ['losing '];
  if (difference.by === 'points') {
    return [
      `from ${amountWords(difference.before)} to ${amountWords(difference.after)} of its own points`,
    ];
  }
  if (difference.by === 'ranking') {
    const named = isGain ? difference.after : difference.before;
    return named
      ? [...verb, emphasis(`“${words.want(named)}”`), ', ranked higher']
      : [isGain ? 'an outcome ranked higher' : 'to an outcome ranked lower'];
  }
  const wants = isGain ? difference.gained : difference.lost;
  if (wants.length === 0) return [];
  return [...verb, ...inlineSeries(wants.map((path) => [emphasis(`“${words.want(path)}”`)]))];
}

/** `A (“quotas”), B and C`: parties, each with what it gains or loses in brackets. */
export function partiesWithDifferences(
  words: Words,
  parties: readonly PartyDifference[],
  isGain: boolean,
): readonly Inline[] {
  return inlineSeries(
    parties.map(({ party, difference }) => {
      const told = differenceWords(words, difference, isGain);
      return told.length === 0 ? [words.party(party)] : [`${words.party(party)} (`, ...told, ')'];
    }),
  );
}
