import type { Span } from '../../core/diagnostic.js';

/** A change of a text: the range goes, the new text stands in its place. */
export type Patch = { readonly range: Span; readonly text: string };

/**
 * Applies changes to a text; everything outside their ranges stays byte for byte, line endings and
 * byte-order mark included. Ranges count in the text as it was; their order does not matter.
 * Two insertions at one place keep the order in which they are given.
 *
 * @throws RangeError when a range lies outside the text or two of them overlap.
 */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  const ordered = patches
    .map((patch, index) => ({ ...patch, index }))
    .sort(
      (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || a.index - b.index,
    );
  let result = '';
  let at = 0;
  for (const { range, text: inserted, index } of ordered) {
    const { start, end } = range;
    if (!(start >= at && end >= start && end <= text.length)) {
      throw new RangeError(
        `applyPatches: patches[${index}] covers ${start} to ${end}; it overlaps another or lies outside the text of ${text.length} characters`,
      );
    }
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}

/** A text that YAML reads back as exactly this one, on one line, in a list or in braces or not. */
export function scalarText(value: string): string {
  const isPlain =
    /^[\p{L}\p{Nd}_(](?:[^\p{C}:#,[\]{}"'&*!|>%@`\\]*[^\p{C}:#,[\]{}"'&*!|>%@`\\\s])?$/u.test(
      value,
    ) &&
    !/^(?:yes|no|on|off|y|n|true|false|null)$/i.test(value) &&
    !/^[\d.+-]/.test(value) &&
    !/\s{2}|[\u00a0\u2028\u2029\ufeff]/u.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** The line ending that a text uses, for lines added to it. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}
