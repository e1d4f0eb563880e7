import { z } from 'zod';
import {
  block,
  condition,
  date,
  kind,
  listOf,
  mapOf,
  nameOf,
  note,
  number,
  oneOf,
  text,
  texts,
} from './schema-parts.js';

export const statementKinds = [
  'quoted',
  'paraphrased',
  'reported_fact',
  'document_term',
  'inference',
  'opinion',
] as const;

export const modalities = [
  'asserted',
  'possible',
  'conditional',
  'negated',
  'desired',
  'threatened',
] as const;

export const claimStatuses = [
  'stated',
  'contested',
  'contradicted',
  'imprecise',
  'incomplete',
  'counterfactual',
  'possible',
] as const;

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

const evidenceIds = (what: string) => listOf('an evidence id', 'evidence ids', what).optional();

const source = block({
  title: text('what it is called'),
  kind: text('such as report, interview, document, opinion').optional(),
  outlet: text('who published it').optional(),
  date: date('when it was published').optional(),
  accessed: date('when it was read').optional(),
  language: text('the language it was read in').optional(),
  slant: text('its declared or known interest').optional(),
  reliability: oneOf(reliabilities, 'A (reliable) to F (cannot be judged)').optional(),
  origin: text('the wire or agency it copies; sources of one origin count once').optional(),
  via: texts('through whom it reached the analyst').optional(),
  url: text('its address').optional(),
  note: note(),
});

const passage = block({
  exact: text('the words themselves'),
  prefix: text('the words just before').optional(),
  suffix: text('the words just after').optional(),
  position: z
    .array(number('an offset'), kind('a list of two numbers, [start, end]'))
    .describe('first character and the one after the last, counted from 0')
    .optional(),
  hash: text('SHA-256 of the text the position was counted in').optional(),
});

const statement = block({
  text: text('what was said'),
  source: nameOf('a source id', 'the source it stands in'),
  speaker: text('the person who said it').optional(),
  party: nameOf('a party', 'the party the speaker speaks for').optional(),
  reported_by: texts('from speaker to source, each hop named').optional(),
  kind: oneOf(statementKinds, 'how the words reached the page').optional(),
  modality: oneOf(modalities, 'how it was put').optional(),
  said: date('when it was said').optional(),
  published: date('when it was published').optional(),
  credibility: number('1 (confirmed) to 6 (cannot be judged)').optional(),
  passage: passage
    .describe('where it stands in the source (W3C Web Annotation selectors)')
    .optional(),
  note: note(),
});

const claim = block({
  text: text('the proposition, attributed rather than narrated'),
  status: oneOf(claimStatuses, 'what the evidence says about it'),
  for: evidenceIds('evidence that supports it'),
  against: evidenceIds('evidence that contradicts it'),
  note: note(),
});

const hypothesis = block({
  text: text('what may be so'),
  when: condition('the outcomes it stands for').optional(),
  evidence: mapOf(
    'evidence id',
    number('`--`, `-`, `0`, `+`, `++`, or how many times more expected under it'),
    'how much more expected each item of evidence is under it',
  ).optional(),
  note: note(),
});

const forecast = block({
  source: nameOf('a source id', 'who forecasts'),
  at: date('when it was made').optional(),
  probability: number('between 0 and 1'),
  note: note(),
});

const indicator = z.union(
  [
    z.string(),
    z.number(),
    block({
      text: text('what would be seen'),
      ratio: number('how many times more expected if the answer is yes').optional(),
    }),
  ],
  kind('a text, or a block with `text` and `ratio`'),
);

const question = block({
  text: text('the question, answerable by yes or no'),
  by: date('when it is to be resolved').optional(),
  resolves: text('what counts as yes').optional(),
  bears_on: listOf(
    'a name',
    'names',
    'what the answer matters to: issues, terms, outcomes, claims, hypotheses, parties (`RU`: its readings) and readings (`RU.declared`)',
  ).optional(),
  indicators: z
    .array(indicator, kind('a list of texts'))
    .describe('signs to watch for before the date')
    .optional(),
  forecasts: z
    .array(forecast, kind('a list of forecasts'))
    .describe('forecasts by others')
    .optional(),
  note: note(),
});

/** Keys of a case that hold its evidence. */
export const evidenceKeys = {
  sources: mapOf('id', source, 'documents, speeches, posts').optional(),
  statements: mapOf('id', statement, 'who said what, where').optional(),
  claims: mapOf('id', claim, 'propositions that the case rests on').optional(),
  hypotheses: mapOf('id', hypothesis, 'rival accounts of what is going on').optional(),
  questions: mapOf('id', question, 'open questions with a date').optional(),
};
