import { z } from 'zod';
import { conceptIds } from '../../core/concept-ids.js';
import { consentOf } from './schema-consent.js';
import { evidenceKeys } from './schema-evidence.js';
import {
  block,
  condition,
  date,
  from,
  kind,
  listOf,
  mapOf,
  nameOf,
  namesOf,
  note,
  number,
  numberOrRange,
  oneOf,
  text,
  texts,
} from './schema-parts.js';

const member = block({
  name: text('as a heading'),
  voices: texts('persons who speak for it').optional(),
  note: note(),
});

const party = block({
  name: text('as a heading: `United States`'),
  called: text('inside a sentence: `the United States`; the name by default').optional(),
  voices: texts('persons who speak for it').optional(),
  members: mapOf(
    'id',
    z.union([z.string(), z.number(), member], kind('a name, or a block with `name`')),
    'the members of a coalition that can be split',
  ).optional(),
  aliases: texts('other names it goes by in texts').optional(),
  concept: oneOf(
    conceptIds,
    'the stability concept by which it is judged unless `--concept` says otherwise; firm by default',
  ).optional(),
  consent: consentOf(
    'its constituents: it consents to a deal if and only if they do; itself among them is its own judgement',
  ).optional(),
  unaware: z
    .array(condition('outcomes it does not see'), kind('a list of conditions'))
    .describe(
      'outcomes that it does not see as possible: it makes no move out of them or into them',
    )
    .optional(),
  attitudes: mapOf(
    'party',
    oneOf(
      ['positive', 'neutral', 'negative'],
      'whether it wishes that party well, ill, or neither; without a line well for itself, neither for others',
    ),
    'how it is disposed to other parties and to itself; read by the relational concepts',
  ).optional(),
  note: note(),
});

const levelText = {
  label: text('completes "the front line is …"; the id by default').optional(),
  says: text('a whole clause: `the fighting has stopped`').optional(),
  act: text('what a party does that brings it about, after "could": `stop fighting`').optional(),
  note: note(),
  from: from(),
};
const levelValue = z.union(
  [z.string(), z.number(), block(levelText)],
  kind('a label, or a block with `label`, `says` or `act`'),
);
const levels = z
  .union(
    [
      z.array(
        z.union(
          [z.string(), z.number(), z.record(z.string(), levelValue)],
          kind('a level, or `level: label`'),
        ),
      ),
      z.record(z.string(), levelValue),
    ],
    kind('a list of levels, or a block of `level: label` lines'),
  )
  .describe('two or more levels, in order');

const move = block({
  by: namesOf('a party', 'parties', 'who can make it, each alone'),
  from: namesOf('a level', 'levels', 'where it starts'),
  to: namesOf('a level', 'levels', 'where it leads'),
  when: condition('only at outcomes where this holds').optional(),
});

const blocked = block({
  by: namesOf('a party', 'parties', 'who is held back'),
  when: condition('at outcomes where this holds; always, by default').optional(),
  to: namesOf(
    'a level',
    'levels',
    'the levels it cannot bring the issue to; all, by default',
  ).optional(),
});

const issue = block({
  label: text('subject of "… is frozen": `the front line`; the id by default').optional(),
  by: namesOf(
    'a party',
    'parties',
    'who can change it, each alone and freely; or `nobody`',
  ).optional(),
  lever: nameOf('a party', 'the party that alone decides it; levels `no` and `yes`').optional(),
  agree: listOf(
    'a party',
    'parties',
    'who signs it: all must agree to change it, unless `consent` says whose consent is enough',
  ).optional(),
  consent: consentOf(
    'with `agree`: whose consent is enough to change it, among those who sign; all of them by default',
  ).optional(),
  moves: z
    .array(move, kind('a list of moves, each with `by`, `from` and `to`'))
    .describe('exactly the changes that can be made, and by whom')
    .optional(),
  levels: levels.optional(),
  leave: z
    .union(
      [
        z.string(),
        z.array(z.string()),
        z.record(z.string(), z.union([z.string(), z.number()], kind('a level'))),
      ],
      kind('any, all, none, a list of parties, or a block of `party: level` lines'),
    )
    .describe(
      'who can bring an agreement back to its first level: `any` (each signer alone; the default), `all` (only together, as it is signed), `none`, a list of parties, or for each party the level it can fall back to',
    )
    .optional(),
  irreversible: z
    .union([z.boolean(), z.enum(['up', 'down'])], kind('true, false, up or down'))
    .describe('`true` or `up`: the level only rises; `down`: it only falls')
    .optional(),
  blocked: z
    .array(blocked, kind('a list of blocks, each with `by`'))
    .describe('changes that somebody cannot make')
    .optional(),
  says: mapOf(
    'level',
    text('a clause'),
    'for each level a whole clause: `the fighting has stopped`',
  ).optional(),
  act: mapOf(
    'level',
    text('a phrase after "could"'),
    'for each level what a party does that brings it about: `stop fighting`',
  ).optional(),
  note: note(),
  from: from(),
});

const level = z.union([z.string(), z.number(), z.boolean()], kind('a level'));
const settings = (what: string) => mapOf('issue', level, what);

const levelsToday = mapOf(
  'issue',
  z.union([level, z.array(level)], kind('a level, or a list of the levels where it may stand')),
  'the level of every issue today; where that is open a list of levels, the one to start from first',
);

const rule = block({
  never: condition('no outcome satisfies this'),
  doubt: z
    .literal([true, false], kind('true or false'))
    .describe(
      '`true`: whether the rule holds is not sure; it is applied, and an ensemble also asks without it',
    )
    .optional(),
  why: text('the reason').optional(),
  from: from(),
});

const coalescence = block({
  when: condition('the outcomes that count as one'),
  why: text('the reason').optional(),
  from: from(),
});

const term = z.union(
  [
    z.string(),
    block({
      when: condition('the condition it names'),
      says: text('a clause for when it holds: `there is a ceasefire`').optional(),
      says_not: text('a clause for when it does not hold').optional(),
      note: note(),
    }),
  ],
  kind('a condition, or a block with `when`'),
);

/** Keys of an issue. */
export const issueKeys: readonly string[] = Object.keys(issue.shape);

const outcomeBlock = block({
  when: condition('the outcomes it names').optional(),
  set: settings('the levels of some issues').optional(),
  label: text('its name in sentences; the id by default').optional(),
  note: note(),
  from: from(),
});
/** Keys of a named outcome or a scenario. */
export const outcomeKeys: readonly string[] = Object.keys(outcomeBlock.shape);
const outcome = z.union(
  [z.string(), outcomeBlock],
  kind('a condition, or a block with `when` or `set`'),
);

/** A key that is written only to say that something is so. */
function mark(what: string) {
  return z.literal(true, kind('true')).describe(what).optional();
}

const why = text('the reason').optional();
const label = text('a short noun phrase for sentences').optional();

const want = z.union(
  [
    z.string(),
    block({
      want: condition('what the party wants to be so'),
      label,
      why,
      from: from(),
      confidence: oneOf(
        ['high', 'medium', 'low'],
        'how sure the analyst is of this want',
      ).optional(),
      worth: numberOrRange('utility gained when it is met, in the points of the party').optional(),
      strong: mark(
        '`true`: outcomes that differ on it differ greatly to the party; strong wants come before all others',
      ),
      unknown: mark(
        '`true`: whether the party wants it is not known; outcomes first told apart by it cannot be compared',
      ),
      unsure: mark(
        '`true`: its place among the neighbours marked so too is not sure; an ensemble takes them in every order',
      ),
    }),
  ],
  kind('a condition such as `pump = shared`, or a block with `want`'),
);
const wants = z
  .array(
    z.union(
      [want, z.array(want)],
      kind('a condition, a block with `want`, or a list of equally important ones'),
    ),
    kind('a list of wants, the most important first'),
  )
  .describe('what the party wants, the most important first; an inner list is equally important');

const rankingEntry = z.union(
  [
    z.string(),
    block({
      outcomes: condition('the outcomes of this rank'),
      label,
      why,
      from: from(),
      strong: mark('`true`: everything after it is greatly less preferred'),
      unsure: mark(
        '`true`: its place among the neighbours marked so too is not sure; an ensemble takes them in every order',
      ),
    }),
  ],
  kind('a condition, or a block with `outcomes`'),
);

const redLine = z.union(
  [
    z.string(),
    block({ line: condition('what the party never consents to'), label, why, from: from() }),
  ],
  kind('a condition, or a block with `line`'),
);

const issuePoints = block({
  weight: numberOrRange('hundredths of each score that count; 100 by default').optional(),
  levels: mapOf('level', numberOrRange('a score'), 'a score for every level'),
  why,
  from: from(),
});

const noDeal = z.union(
  [
    z.string(),
    z.number(),
    z.array(z.union([z.string(), z.number()], kind('a number'))),
    block({
      value: z
        .union(
          [z.string(), z.number(), z.array(z.union([z.string(), z.number()], kind('a number')))],
          kind('a number, a range such as [50, 60, 75], today or ends'),
        )
        .describe('a number or a range of them, `today` or `ends`'),
      why,
      from: from(),
    }),
  ],
  kind('today, ends, or a block with `value` and `from`'),
);

const reading = block({
  label: text('the reading in a few words; the id by default').optional(),
  weight: number(
    'how much it counts against the other readings; on all readings of a party or on none',
  ).optional(),
  why,
  from: from(),
  wants: wants.optional(),
  ranking: z
    .array(rankingEntry, kind('a list of conditions, the best outcomes first'))
    .describe('conditions, the best outcomes first; each claims the outcomes not yet claimed')
    .optional(),
  points: mapOf('issue', issuePoints, 'scores for the levels of issues').optional(),
  red_lines: z
    .array(redLine, kind('a list of conditions'))
    .describe('what the party never consents to')
    .optional(),
  no_deal: noDeal
    .describe(
      'what the party has without a deal: `today`, `ends` (where things go if left alone; the default), or a number or a range with its source',
    )
    .optional(),
  sees: mapOf(
    'party',
    nameOf('a reading', 'the id of the reading it takes that party to have'),
    'what the party, so read, takes the readings of others to be; a party not named is seen as it is',
  ).optional(),
});

/** Keys of a reading. */
export const readingKeys: readonly string[] = Object.keys(reading.shape);

const proposal = block({
  label: text('what it is called; the id by default').optional(),
  by: namesOf('a party', 'parties', 'who made it'),
  terms: settings('the levels it proposes; an issue it does not name stays as today'),
  note: note(),
  from: from(),
});

const track = block({
  label: text('what it is called; the id by default').optional(),
  parties: listOf('a party', 'parties', 'who negotiates in it'),
  issues: listOf('an issue', 'issues', 'what is negotiated in it'),
  note: note(),
});

const threat = block({
  label: text('what it is called; the id by default').optional(),
  by: nameOf('a party', 'who makes it'),
  to: namesOf('a party', 'parties', 'whom it is addressed to'),
  if: condition('what they would bring about'),
  then: settings('the levels that its maker would then bring about'),
  why,
  note: note(),
  from: from(),
});

/**
 * The one schema of a case file: its shape is checked with it, and the reference of keys and the
 * published JSON Schema are printed from it. Names, levels, conditions and numbers are checked
 * afterwards, where they are resolved.
 */
export const caseSchema = block({
  detente: z.literal(1, kind('1')).describe('version of the format; 1'),
  title: text('one line'),
  as_of: date('the day the case describes').optional(),
  question: text('what the case is to answer').optional(),
  decision_for: text('who decides on it').optional(),
  handling: text('who may see it; printed on every page').optional(),
  note: note(),
  parties: mapOf(
    'id',
    z.union([z.string(), z.number(), party], kind('a name, or a block with `name`')),
    'who chooses and has preferences, in order of display',
  ),
  issues: mapOf('id', issue, 'what there is to settle, and who can change it'),
  today: levelsToday.optional(),
  rules: z
    .array(rule, kind('a list of blocks with `never`'))
    .describe('combinations that cannot be')
    .optional(),
  coalesce: z
    .array(coalescence, kind('a list of blocks with `when`'))
    .describe(
      'outcomes that count as one: shown as today where it is among them, else as the first of them, and compared as that one',
    )
    .optional(),
  terms: mapOf('id', term, 'named conditions').optional(),
  outcomes: mapOf('id', outcome, 'named sets of outcomes').optional(),
  scenarios: mapOf('id', outcome, 'named assumptions to be looked at').optional(),
  wants: mapOf(
    'party',
    wants,
    'for each party its wants, as one reading called `stated`',
  ).optional(),
  preferences: mapOf(
    'party',
    mapOf('reading id', reading, 'rival accounts of what the party wants, the default first'),
    'for each party its readings',
  ).optional(),
  proposals: mapOf('id', proposal, 'what is on the table').optional(),
  tracks: mapOf('id', track, 'parties and issues that are negotiated together').optional(),
  threats: mapOf('id', threat, 'conditional moves that somebody has declared').optional(),
  consent: consentOf(
    'whose consent an agreement needs that has no `consent` of its own and is signed by every party named here; any other agreement needs all who sign it',
  ).optional(),
  ...evidenceKeys,
  later: z.unknown().describe('what happened afterwards; sealed: only `score` reads it').optional(),
});

/** The published JSON Schema, for editors. */
export function caseJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(caseSchema, { target: 'draft-7', io: 'input' });
  return { ...schema, title: 'Détente case file' };
}
