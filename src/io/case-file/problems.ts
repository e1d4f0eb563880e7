import type { Diagnostic, Path, Severity, Span } from '../../core/diagnostic.js';
import { severityOf } from '../../core/diagnostic-codes.js';
import type { Entry, YamlNode } from './yaml-tree.js';

/** Where a flaw stands: its path for programs, its range for people. */
export type Place = {
  readonly path: Path;
  readonly range: Span;
  readonly atKey?: boolean;
  readonly within?: Span;
};

export type Remarks = {
  readonly details?: readonly string[];
  readonly help?: string;
  /** Where it is not the one of the code. */
  readonly severity?: Severity;
};

/** Collects the flaws of one reading. */
export type Problems = {
  readonly found: readonly Diagnostic[];
  /** So many flaws that no more are collected: the rest would be noise, and take time to find. */
  readonly isFull: () => boolean;
  readonly add: (code: string, place: Place, what: string, remarks?: Remarks) => void;
};

/** Most flaws reported of one file. */
export const mostProblems = 1_000;

/** An empty collection. One more than is reported is kept, so that it shows when there are more. The severity comes from the table of codes. */
export function collectProblems(): Problems {
  const found: Diagnostic[] = [];
  return {
    found,
    isFull: () => found.length > mostProblems,
    add(code, place, what, remarks = {}) {
      if (found.length > mostProblems) return;
      found.push({ code, severity: severityOf(code), ...place, what, ...remarks });
    },
  };
}

/** Points at a value. */
export function atValue(node: YamlNode): Place {
  return { path: node.path, range: node.span };
}

/** Points at the key of a line. */
export function atKey(entry: Entry): Place {
  return { path: entry.value.path, range: entry.keySpan, atKey: true };
}

/** A list of names in a sentence: `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
