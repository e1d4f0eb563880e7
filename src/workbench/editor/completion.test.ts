import { CompletionContext } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { Vocabulary } from '../analysis/protocol.js';
import { completeCase } from './completion.js';

const vocabulary: Vocabulary = {
  parties: [{ id: 'North', says: 'Northfield' }],
  issues: [
    {
      id: 'pump',
      says: 'the pump',
      levels: [
        { id: 'shared', says: 'Northfield shares the pump' },
        { id: 'locked', says: 'locked' },
      ],
    },
  ],
  terms: [{ id: 'peace', says: 'pump = shared' }],
  outcomes: [{ id: 'full_deal', says: 'the full deal' }],
  evidence: [{ id: 'st-1', says: 'a statement' }],
};

/** What is offered at the end of the text. */
function offered(text: string, explicit = false): readonly string[] {
  const state = EditorState.create({ doc: text, extensions: [yaml()] });
  const context = new CompletionContext(state, text.length, explicit);
  return completeCase(context, vocabulary)?.options.map(({ label }) => label) ?? [];
}

test('behind an issue its levels are offered, in conditions and in settings', () => {
  expect(offered('wants:\n  North: [pump = s')).toEqual(['shared', 'locked']);
  expect(offered('today: {pump: l')).toEqual(['shared', 'locked']);
  expect(offered('today: {pump: [locked, sh')).toEqual(['shared', 'locked']);
  expect(offered('rules: [{never: pump in [shared, lo')).toEqual(['shared', 'locked']);
});

test('behind from: evidence is offered, and judgement', () => {
  expect(offered('  - {want: peace, from: [st-1, s')).toEqual(['judgement', 'st-1']);
});

test('in a condition every name and the words of conditions are offered', () => {
  const words = offered('  - want: not p');
  expect(words).toEqual(expect.arrayContaining(['pump', 'peace', 'full_deal', 'and', 'iff']));
});

test('at the place of a key the keys used elsewhere are offered, not the one being written', () => {
  expect(offered('title: A\nwants:\n  North:\n    - {want: peace, why: x}\n    - {w')).toEqual(
    expect.arrayContaining(['title', 'want', 'why', 'pump']),
  );
});

test('nothing is offered in a comment, nor before a letter unless asked for', () => {
  expect(offered('# p')).toEqual([]);
  expect(offered('pump = ')).toEqual([]);
  expect(offered('pump = ', true)).toEqual(['shared', 'locked']);
});
