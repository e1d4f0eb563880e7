import { describe, expect, it } from 'vitest';
import { counted, countWord, longDate, sentenceCase, series } from './phrases.js';
import { stampLine } from './stamp.js';

describe('phrases', () => {
  it('a series has commas and one word before its last', () => {
    expect(series([])).toBe('');
    expect(series(['a'])).toBe('a');
    expect(series(['a', 'b'])).toBe('a and b');
    expect(series(['a', 'b', 'c'])).toBe('a, b and c');
    expect(series(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('a count is a word up to ten, with its noun in the singular for one only', () => {
    expect(counted(0, 'outcome')).toBe('no outcomes');
    expect(counted(1, 'outcome')).toBe('one outcome');
    expect(counted(10, 'outcome')).toBe('ten outcomes');
    expect(counted(11, 'outcome')).toBe('11 outcomes');
    expect(counted(2, 'further party is', 'further parties are')).toBe('two further parties are');
  });

  it('a count may stand for its noun', () => {
    expect([0, 1, 10, 11].map(countWord)).toEqual(['none', 'one', 'ten', '11']);
  });

  it('a sentence starts with a capital, of any script, and is otherwise left alone', () => {
    expect(sentenceCase('the United States')).toBe('The United States');
    expect(sentenceCase('україна')).toBe('Україна');
    expect(sentenceCase('“the deal”')).toBe('“the deal”');
    expect(sentenceCase('')).toBe('');
  });

  it('a date is told in full, as exact as it is known', () => {
    expect(longDate('2025-04-07')).toBe('7 April 2025');
    expect(longDate('2025-12')).toBe('December 2025');
    expect(longDate('2025')).toBe('2025');
    expect(longDate('2025-13-01')).toBe('2025-13-01');
    expect(longDate('spring 2025')).toBe('spring 2025');
  });

  it('the stamp has the file, the program and what was drawn', () => {
    const stamp = { hash: '0123456789abcdef', version: '1.2.3' };
    expect(stampLine(stamp, null)).toBe(
      'Case file 0123456789ab · Détente 1.2.3 · nothing drawn at random',
    );
    expect(stampLine(stamp, 0)).toBe('Case file 0123456789ab · Détente 1.2.3 · seed 0');
  });
});
