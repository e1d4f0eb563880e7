import { expect, test } from 'vitest';
import { orderedChanges, type Ranked } from './ordered-changes.js';

/** `'a bc d'`: a before b and c, which are equally important, before d. */
const list = (text: string): Ranked[] =>
  text
    .split(' ')
    .filter((group) => group !== '')
    .flatMap((group, rank) => [...group].map((one) => ({ text: one, label: undefined, rank })));

const none = { added: [], dropped: [], moved: [], changed: [] };

test('a list compared with itself has no changes, also with equally important entries', () => {
  for (const text of ['', 'a', 'a b c', 'a bc d']) {
    const { kept, ...changes } = orderedChanges(list(text), list(text));
    expect(changes).toEqual(none);
    expect(kept).toHaveLength(list(text).length);
  }
});

test('an entry moved to the front is one move, not one of each that it passed', () => {
  expect(orderedChanges(list('a b c d'), list('d a b c'))).toMatchObject({
    ...none,
    moved: [[3, 0]],
  });
});

test('an entry added or dropped moves nothing', () => {
  expect(orderedChanges(list('a b'), list('x a b'))).toMatchObject({ ...none, added: [0] });
  expect(orderedChanges(list('x a b'), list('a b'))).toMatchObject({ ...none, dropped: [0] });
});

test('neighbours swapped are one move', () => {
  expect(orderedChanges(list('a b'), list('b a')).moved).toHaveLength(1);
});

test('made equally important, or ranked where it was equal, is a move', () => {
  expect(orderedChanges(list('a b'), list('ab')).moved).toHaveLength(1);
  expect(orderedChanges(list('ab'), list('a b')).moved).toHaveLength(1);
  expect(orderedChanges(list('ab'), list('ba'))).toMatchObject(none);
});

test('the same label with another text is a change; the same text comes first', () => {
  const one = (text: string, label: string, rank = 0): Ranked => ({ text, label, rank });
  expect(orderedChanges([one('x', 'peace')], [one('y', 'peace')])).toEqual({
    ...none,
    changed: [[0, 0]],
    kept: [],
  });
  const swapped = orderedChanges(
    [one('x', 'peace'), one('y', 'war', 1)],
    [one('y', 'peace'), one('x', 'war', 1)],
  );
  expect(swapped.changed).toEqual([]);
  expect(swapped.moved).toHaveLength(1);
});

test('a text that stands twice is matched from the front', () => {
  expect(orderedChanges(list('a b a'), list('a b'))).toMatchObject({ ...none, dropped: [2] });
});
