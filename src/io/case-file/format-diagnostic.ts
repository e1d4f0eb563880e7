import type { Diagnostic } from '../../core/diagnostic.js';
import { positionAt } from './position.js';

/**
 * A diagnostic as a person reads it: place, severity, code and what is wrong; then the facts; then
 * what to do.
 *
 *     river.yaml:48:9  error DET204: issue "flow" has no level "full"
 *       levels of "flow": none, seasonal, full-year
 *       help: did you mean "full-year"?
 */
export function formatDiagnostic(text: string, fileName: string, diagnostic: Diagnostic): string {
  const { code, severity, range, what, details, help } = diagnostic;
  const { line, column } = positionAt(text, range?.start ?? 0);
  return [
    `${fileName}:${line}:${column}  ${severity} ${code}: ${what}`,
    ...(details ?? []).map((detail) => `  ${detail}`),
    ...(help ? [`  help: ${help}`] : []),
  ].join('\n');
}
