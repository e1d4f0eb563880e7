import type { Severity } from './diagnostic.js';

const gentler: Readonly<Record<string, Severity>> = { DET415: 'note', DET420: 'warning' };

/** Severity of a code. */
export function severityOf(code: string): Severity {
  return gentler[code] ?? 'error';
}
