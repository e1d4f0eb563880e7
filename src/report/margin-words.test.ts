import { describe, expect, it } from 'vitest';
import type { LeadFinding, MarginFindings } from '../questions/margin-findings.js';
import { marginSentence } from './margin-words.js';

const lead = (margin: string): LeadFinding => ({ margin, security: '0', by: 1 });
const measured = (rungs: string, points?: string): MarginFindings => ({
  rungs: { ...lead(rungs), leaving: lead(rungs) },
  points: points === undefined ? null : { ...lead(points), leaving: lead(points) },
});

describe('how far a party is from leaving', () => {
  it('is told in rungs, and in points where it has them', () => {
    expect(marginSentence('Russia', measured('3'), true)).toBe(
      'Russia is three rungs from leaving: the best that it can make sure of by a move of its own, replies counted, is that much worse than staying.',
    );
    expect(marginSentence('Russia', measured('1', '12.5'), true)).toMatch(
      /^Russia is 12\.5 points, or one rung, from leaving: /,
    );
  });

  it('is no distance at all where a move secures as much, and a gain where it secures more', () => {
    expect(marginSentence('Russia', measured('0', '0'), true)).toBe(
      'Russia is on the edge of leaving: by a move of its own, replies counted, it can make sure of as much as it has here.',
    );
    expect(marginSentence('Russia', measured('-2', '-1'), false)).toBe(
      'Russia could make sure of 1 point, or two rungs, more than it has here by a move of its own.',
    );
  });

  it('keeps points apart where they order outcomes differently', () => {
    expect(marginSentence('Russia', measured('2', '-1/3'), true)).toMatch(
      /^Russia is two rungs from leaving: .* In its points, which order outcomes differently, that is 1\/3 points more than here\.$/,
    );
  });

  it('is not told of a party that cannot move, or where nothing is defined', () => {
    const stuck = measured('1');
    expect(
      marginSentence('Russia', { ...stuck, rungs: { ...stuck.rungs, leaving: null } }, true),
    ).toBe('');
    expect(marginSentence('Russia', null, true)).toBe('');
  });
});
