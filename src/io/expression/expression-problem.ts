import type { Severity, Span } from '../../core/diagnostic.js';

/** What the words of an expression can stand for. A lever's levels are `no`, `yes`. */
export type NameTable = {
  readonly issues: readonly {
    readonly id: string;
    readonly levels: readonly string[];
    readonly isLever: boolean;
  }[];
  readonly terms: readonly string[];
  readonly outcomes: readonly string[];
};

/**
 * A flaw in the text of an expression; `span` is in offsets of that text.
 *
 * - DET204 a level that the issue does not have
 * - DET212 an unknown name
 * - DET301 a text that is not an expression
 * - DET302 the bare name of an issue of more than two levels
 * - DET303 a comparison of something that has no levels
 * - DET305 a count for `at least` that cannot be meant
 * - DET306 a sign or word of another language
 * - DET307 (a warning) a comparison or list that always or never holds, or a level listed twice
 */
export type ExpressionProblem = {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly what: string;
  readonly details?: readonly string[];
  readonly help?: string;
};
