import { z } from 'zod';
import { kind, number } from './schema-parts.js';

const words =
  'a party, or a block with `all`, `any`, `at_least` and `of`, or `weight` and `of`: {all: [A, B]}';

/** A rule of consent nests, so its schema refers to itself. */
const rule: z.ZodType = z.lazy(() =>
  z.union([z.string(), z.number(), ruleBlock], kind(words)).meta({ id: 'consent' }),
);

const branches = z.array(rule, kind('a list of parties and of blocks like this one'));

const ruleBlock = z.strictObject(
  {
    all: branches.describe('every one of these').optional(),
    any: branches.describe('at least one of these').optional(),
    at_least: number('so many of those under `of`').optional(),
    weight: number('a quota: those under `of` whose weights add up to it').optional(),
    of: z
      .union(
        [branches, z.record(z.string().meta({ title: 'party' }), number('its weight'))],
        kind('a list (with `at_least`), or a block of `party: weight` lines (with `weight`)'),
      )
      .describe('those who are counted, with `at_least`, or weighed, with `weight`')
      .optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? words : undefined) },
);

/** A rule that says whose consent is enough. */
export function consentOf(what: string) {
  return rule.describe(what);
}
