import { z } from 'zod';

// The generated parsers of zod need `eval`, which the workbench's policy forbids.
z.config({ jitless: true });

/**
 * A kind of value, and in words what the reader of a message should write. The words stand in
 * "… should be <words>".
 */
export function kind(words: string): { error: string } {
  return { error: words };
}

/** A text; a bare number such as a year is one too. */
export function text(what: string) {
  return z.union([z.string(), z.number()], kind('a text')).describe(what);
}

/** A list of texts. */
export function texts(what: string) {
  return z
    .array(z.union([z.string(), z.number()], kind('a text')), kind('a list of texts'))
    .describe(what);
}

/** A name defined elsewhere in the case. */
export function nameOf(thing: string, what: string) {
  return z.union([z.string(), z.number()], kind(`${thing}`)).describe(what);
}

/** One name or a list of them. */
export function namesOf(thing: string, things: string, what: string) {
  const name = z.union([z.string(), z.number()], kind(thing));
  return z
    .union([z.string(), z.number(), z.array(name)], kind(`${thing} or a list of ${things}`))
    .describe(what);
}

/** A list of names. */
export function listOf(thing: string, things: string, what: string) {
  const name = z.union([z.string(), z.number()], kind(thing));
  return z.array(name, kind(`a list of ${things}`)).describe(what);
}

/** A condition on outcomes. */
export function condition(what: string) {
  return z.string(kind('a condition such as `pump = shared`')).describe(what);
}

/** The pattern of a decimal or a fraction. */
const plain = '[+-]?\\d+(\\.\\d+|\\s*/\\s*\\d+)?';

/** A decimal or a fraction, held exactly. */
export function number(what: string) {
  const fraction = z.string().meta({ pattern: `^${plain}$` });
  return z.union([z.number(), fraction], kind('a number such as 40, 0.5 or 2/3')).describe(what);
}

/** A number, or a range of them: `60 ± 10`, `[50, 60, 75]`. */
export function numberOrRange(what: string) {
  const text = z.string().meta({ pattern: `^${plain}(\\s*(±|\\+-)\\s*${plain})?$` });
  const item = z.union([z.number(), z.string().meta({ pattern: `^${plain}$` })], kind('a number'));
  const triangle = z.array(item).meta({ minItems: 3, maxItems: 3 });
  return z
    .union([z.number(), text, triangle], kind(numberOrRangeWords))
    .describe(`${what}; or a range, \`60 ± 10\` or \`[50, 60, 75]\``);
}

/** What a number that may be a range should be. */
const numberOrRangeWords = 'a number such as 40 or 2/3, or a range such as 60 ± 10 or [50, 60, 75]';

/** A date as exact as it is known. */
export function date(what: string) {
  return z
    .union([z.string(), z.number()], kind('a date such as 2025-04-27, 2025-04 or 2025'))
    .describe(what);
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
  what: string,
) {
  return z.enum(words, kind(`one of ${words.join(', ')}`)).describe(what);
}

/** Where something is taken from. */
export function from() {
  return namesOf(
    'an evidence id',
    'evidence ids',
    'where this comes from: ids of sources, statements or claims, or `judgement`',
  ).optional();
}

/** A map from names to values of one kind. */
export function mapOf<Value extends z.ZodType>(thing: string, value: Value, what: string) {
  return z
    .record(z.string().meta({ title: thing }), value, kind(`a block of \`${thing}: …\` lines`))
    .describe(what);
}

/** A block of fixed keys; any other key is a flaw. */
export function block<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? 'a block of `key: value` lines' : undefined),
  });
}

/** A remark that no analysis reads. */
export function note() {
  return text('a remark for people; no analysis reads it').optional();
}
