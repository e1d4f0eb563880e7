import type { ComparisonOperator } from '../../core/expression.js';

/** What to write in place of a comparison sign of another language. */
export const foreignComparisons: Readonly<Record<string, ComparisonOperator>> = {
  '==': '=',
  '===': '=',
  ':': '=',
  ':=': '=',
  '＝': '=',
  '!==': '!=',
  '=!': '!=',
  '<>': '!=',
  '/=': '!=',
  '≠': '!=',
  '=<': '<=',
  '≤': '<=',
  '⩽': '<=',
  '≦': '<=',
  '=>': '>=',
  '≥': '>=',
  '⩾': '>=',
  '≧': '>=',
  '＜': '<',
  '＞': '>',
};

/** What to write in place of the other signs of other languages. */
export const foreignSigns: Readonly<Record<string, string>> = {
  '&': 'and',
  '&&': 'and',
  '∧': 'and',
  '|': 'or',
  '||': 'or',
  '∨': 'or',
  '!': 'not',
  '¬': 'not',
  '~': 'not',
  '->': 'if … then …',
  '==>': 'if … then …',
  '→': 'if … then …',
  '⇒': 'if … then …',
  '⟹': 'if … then …',
  '<->': 'iff',
  '<=>': 'iff',
  '↔': 'iff',
  '⇔': 'iff',
  '⟺': 'iff',
  ';': ',',
  '،': ',',
  '؛': ',',
  '、': ',',
  '，': ',',
};

/** Wide forms of signs, which an East Asian keyboard gives; the grammar has no place for them. */
export const wideSigns: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '！': 'not',
  '：': '=',
};

/**
 * What to write in place of a word that people try between conditions, and before one. A name may
 * be spelt so, and is one wherever the text parses: they are looked up at a syntax error only.
 */
export const wordsBetween: Readonly<Record<string, string>> = {
  is: '=',
  are: '=',
  equals: '=',
  eq: '=',
  isnt: '!=',
  but: 'and',
  nor: 'and not',
  xor: 'not (… iff …)',
  implies: 'if … then …',
  when: 'if … then …',
  unless: 'if not … then …',
};
export const wordsBefore: Readonly<Record<string, string>> = {
  no: 'not',
  when: 'if … then …',
  unless: 'if not … then …',
};

/** Words of the expression language; none of them can be a name. */
export const reservedWords: readonly string[] = [
  'and',
  'at',
  'if',
  'iff',
  'in',
  'least',
  'not',
  'of',
  'or',
  'then',
];
