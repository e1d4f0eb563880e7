import type { Place, Problems } from './problems.js';
import { shortened } from './shape-help.js';

/** Words of the grammar of conditions, and words that YAML readers turn into something else. */
const reservedWords: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'if', 'then', 'iff', 'in', 'at', 'least', 'of'],
  ...['yes', 'no', 'on', 'off'],
  // In JavaScript objects it is not a key like any other.
  '__proto__',
]);
const constantPattern = /^(true|false|null)$/i;
const namePattern = /^[\p{L}\p{M}\p{Nd}_]+$/u;
const evidencePattern = /^[\p{L}\p{M}\p{Nd}_-]+$/u;
/** Longest id; ids stand in tables and sentences. */
const longestId = 100;

export type IdKind = 'name' | 'evidence';

/**
 * Whether a text can be an id; says so where it cannot.
 *
 * Letters of any script, digits and `_`; ids of evidence may also contain `-`. The words of the
 * grammar cannot be ids, nor can words that a YAML reader may take for something else.
 *
 * @param also - further words that have a meaning where this id is used.
 */
export function checkId(
  id: string,
  idKind: IdKind,
  place: Place,
  problems: Problems,
  also: readonly string[] = [],
): boolean {
  if (reservedWords.has(id) || constantPattern.test(id) || also.includes(id)) {
    const isYesNo = id === 'yes' || id === 'no';
    problems.add(
      'DET215',
      place,
      `"${shortened(id)}" cannot be a name: the word has a meaning of its own`,
      {
        help: isYesNo
          ? 'choose another name; an issue with `lever: …` has the levels no and yes by itself'
          : `choose another name, such as "${id}_"`,
      },
    );
    return false;
  }
  const pattern = idKind === 'name' ? namePattern : evidencePattern;
  if (!pattern.test(id)) {
    const bad = [...id].find((character) => !pattern.test(character));
    const characters = idKind === 'name' ? 'letters, digits and _' : 'letters, digits, _ and -';
    problems.add('DET214', place, `"${shortened(id)}" cannot be a name: ${describe(bad)}`, {
      details: [`names are made of ${characters}`],
      help: `write "${suggest(id, idKind)}"; a label can be any text`,
    });
    return false;
  }
  const composed = id.normalize('NFC');
  if (composed !== id) {
    problems.add('DET214', place, `"${shortened(id)}" is written with separate accents`, {
      details: ['the same name typed elsewhere would look alike and still be another name'],
      help: `type it again: "${composed}"`,
    });
    return false;
  }
  if (id.length > longestId) {
    problems.add('DET214', place, `a name is longer than ${longestId} characters`, {
      help: 'shorten it; a label can be any text',
    });
    return false;
  }
  return true;
}

function describe(character: string | undefined): string {
  if (character === undefined) return 'it is empty';
  if (character === ' ') return 'it contains a space';
  if (/\s|\p{C}/u.test(character)) {
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `it contains the invisible character U+${code}`;
  }
  return `it contains "${character}"`;
}

function suggest(id: string, idKind: IdKind): string {
  const kept = idKind === 'name' ? /[^\p{L}\p{M}\p{Nd}_]+/gu : /[^\p{L}\p{M}\p{Nd}_-]+/gu;
  return id.trim().replace(/\p{C}/gu, '').replace(kept, '_').slice(0, longestId) || 'a_name';
}

/** An id as words, for a label that the file does not give: `us_aid` reads "us aid". */
export function idInWords(id: string): string {
  return id.replaceAll('_', ' ').trim() || id;
}
