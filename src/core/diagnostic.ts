/** Keys and list positions that lead from the top of a case file to one of its elements. */
export type Path = readonly (string | number)[];

/** Half-open range of character offsets. */
export type Span = { readonly start: number; readonly end: number };

export type Severity = 'error' | 'warning' | 'note';

/**
 * A flaw in a case, for the person who wrote it.
 *
 * `code` is stable (`DET204`) and has a reference page. `path` names the element; `within` narrows it
 * to part of that element's text (an expression's word). `range`, in offsets of the file's text, is
 * filled in by the reader of the file, which knows where each path stands.
 */
export type Diagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly path: Path;
  /** Point at the key rather than at the value of the last step of `path`. */
  readonly atKey?: boolean;
  readonly within?: Span;
  readonly range?: Span;
  /** What is wrong, one sentence without a full stop. */
  readonly what: string;
  /** Facts that let the reader judge: the levels that exist, the states concerned. */
  readonly details?: readonly string[];
  /** What to do about it, in the imperative. */
  readonly help?: string;
};

/** True when something stands in the way of answering. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
