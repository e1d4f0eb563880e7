import { describe, expect, test } from 'vitest';
import { nearestName } from './nearest-name.js';

describe('nearestName', () => {
  test('a word that is a candidate is its own nearest name', () => {
    expect(nearestName('none', ['non', 'none'])).toBe('none');
  });

  test('a dropped, added, replaced or swapped letter is one step away', () => {
    const names = ['sanctions', 'front', 'nato'];
    expect(nearestName('sanction', names)).toBe('sanctions');
    expect(nearestName('fronts', names)).toBe('front');
    expect(nearestName('frond', names)).toBe('front');
    expect(nearestName('forntt', ['front'])).toBe('front');
    expect(nearestName('otan', names)).toBe(undefined);
    expect(nearestName('ntao', names)).toBe('nato');
  });

  test('case does not count', () => {
    expect(nearestName('NO', ['no_deal', 'no'])).toBe('no');
    expect(nearestName('Crimea', ['crimea'])).toBe('crimea');
  });

  test('letters of another script that look alike do not count', () => {
    expect(nearestName('сeаsefire', ['ceasefire'])).toBe('ceasefire');
    expect(nearestName('ceasefire', ['сеаsеfirе', 'ceasefires'])).toBe('сеаsеfirе');
  });

  test('accents and vowel signs do not count', () => {
    expect(nearestName('detente', ['détente'])).toBe('détente');
    expect(nearestName('سَلام', ['سلام'])).toBe('سلام');
  });

  test('names in Cyrillic and Arabic are compared letter by letter', () => {
    expect(nearestName('перемирее', ['санкции', 'перемирие'])).toBe('перемирие');
    expect(nearestName('هدنه', ['هدنة', 'حدود'])).toBe('هدنة');
  });

  test('one of the parts of a name is enough if no other name has it', () => {
    expect(nearestName('full', ['none', 'seasonal', 'full_year'])).toBe('full_year');
    expect(nearestName('full', ['none', 'seasonal', 'full-year'])).toBe('full-year');
    expect(nearestName('sanctions_us', ['us_sanctions', 'us_aid'])).toBe('us_sanctions');
    expect(nearestName('us', ['us_sanctions'])).toBe(undefined);
    expect(nearestName('sanctions', ['russian_sanctions', 'european_sanctions'])).toBe(undefined);
  });

  test('the beginning of a name is enough if no other name begins so', () => {
    expect(nearestName('norm', ['normalisation', 'nato'])).toBe('normalisation');
    expect(nearestName('euro', ['european_force', 'european_aid'])).toBe(undefined);
    expect(nearestName('nor', ['normalisation'])).toBe(undefined);
  });

  test('short names need more than one letter in common', () => {
    expect(nearestName('y', ['x'])).toBe(undefined);
    expect(nearestName('ab', ['ac'])).toBe(undefined);
    expect(nearestName('abc', ['abd'])).toBe('abd');
  });

  test('a tie goes to the name listed first', () => {
    expect(nearestName('food', ['foot', 'ford'])).toBe('foot');
    expect(nearestName('food', ['ford', 'foot'])).toBe('ford');
  });

  test('without candidates there is no nearest name', () => {
    expect(nearestName('front', [])).toBe(undefined);
    expect(nearestName('', ['front'])).toBe(undefined);
  });
});
