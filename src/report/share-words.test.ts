import { describe, expect, it } from 'vitest';
import { hundredths, rankingShareWords } from './share-words.js';

const counted = { least: '8/15', most: '8/15', count: '384', of: '720', limit: null };

describe('a share of rankings', () => {
  it('is told as a count where the numbers are short', () => {
    expect(rankingShareWords(counted, 'six outcomes')).toBe(
      '384 of the 720 strict rankings of the six outcomes would do',
    );
  });

  it('is told in hundredths where they are long or not written out', () => {
    const long = { ...counted, of: '2432902008176640000', count: '1297547737694208000' };
    expect(rankingShareWords(long, '20 outcomes')).toBe(
      'about 53 in 100 of all strict rankings of the 20 outcomes would do',
    );
    const none = { ...counted, least: '1/2', most: '1/2', count: null, of: null };
    expect(rankingShareWords(none, '504 outcomes')).toBe(
      '50 in 100 of all strict rankings of the 504 outcomes would do',
    );
  });

  it('is told between bounds where it was not counted, with the reason', () => {
    const open = { least: '1/10', most: '17/25', count: null, of: null, limit: 'it is long' };
    expect(rankingShareWords(open, '504 outcomes')).toBe(
      'between 10 in 100 and 68 in 100 of all strict rankings of the 504 outcomes would do; not counted, since it is long',
    );
    expect(rankingShareWords({ ...open, most: '1' }, '504 outcomes')).toBe(
      'at least 10 in 100 of all strict rankings of the 504 outcomes would do; not counted, since it is long',
    );
  });

  it('is all of them where every ranking would do', () => {
    expect(rankingShareWords({ ...counted, least: '1', most: '1' }, 'six outcomes')).toBe(
      'all strict rankings of the six outcomes would do',
    );
  });

  it('never rounds to none or to all', () => {
    expect(hundredths('1/1000')).toBe('fewer than 1 in 100');
    expect(hundredths('999/1000')).toBe('more than 99 in 100');
    expect(hundredths('1/100')).toBe('1 in 100');
    expect(hundredths('1/3')).toBe('about 33 in 100');
    expect(hundredths('2/3')).toBe('about 67 in 100');
  });
});
