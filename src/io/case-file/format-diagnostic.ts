import type { Diagnostic } from '../../core/diagnostic.js';
import { positionAt } from './position.js';
import { wrap } from './wrap.js';

/**
 * A diagnostic as a person reads it: place, severity, code and what is wrong; then the facts; then
 * what to do. Lines are broken at 100 columns; a word longer than that is not broken.
 *
 *     river.yaml:48:9  error DET204: issue "flow" has no level "full"
 *       levels of "flow": none, seasonal, full-year
 *       help: did you mean "full-year"?
 *
 * Control and other invisible characters of the file are shown by their code, so that no file can
 * steer the terminal it is checked in.
 *
 * @throws RangeError when the diagnostic's range lies outside the text.
 */
export function formatDiagnostic(text: string, fileName: string, diagnostic: Diagnostic): string {
  const { code, severity, range, what, details = [], help } = diagnostic;
  const { line, column } = positionAt(text, range?.start ?? 0);
  const lines = [
    ...wrap(visible(`${fileName}:${line}:${column}  ${severity} ${code}: ${what}`), '', '    '),
    ...details.flatMap((detail) => wrap(visible(detail), '  ', '    ')),
    ...(help === undefined ? [] : wrap(visible(`help: ${help}`), '  ', '    ')),
  ];
  return lines.join('\n');
}

/**
 * A remark on a place of the file that is no flaw, in the same form: `river.yaml:48:9  check: …`.
 *
 * @throws RangeError when the offset lies outside the text.
 */
export function formatRemark(
  text: string,
  fileName: string,
  offset: number,
  remark: string,
): string {
  const { line, column } = positionAt(text, offset);
  return wrap(visible(`${fileName}:${line}:${column}  check: ${remark}`), '', '    ').join('\n');
}

function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    // Joiners belong to the spelling of several scripts.
    if (character === '\u200c' || character === '\u200d') return character;
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
