import type { CodePage } from './code-page.js';
import { wellCaseAnd } from './well-case.js';

const threat = (lines: string) => wellCaseAnd(`threats: {shut_road: {${lines}}}`);

/** DET24x and DET43x: conditional moves that somebody has declared. */
export const threatCodes: Readonly<Record<string, CodePage>> = {
  DET244: {
    title: 'A threat against its own maker',
    severity: 'error',
    meaning: 'The party that makes a threat stands among those whom it is addressed to.',
    why: 'Whether a threat works is judged by what others would choose if they believed it.',
    bad: threat('by: South, to: [North, South], if: pump = locked, then: {road: blocked}'),
    good: threat('by: South, to: North, if: pump = locked, then: {road: blocked}'),
  },
  DET434: {
    title: 'A threat that its maker cannot carry out',
    severity: 'warning',
    meaning:
      'At no possible outcome where the condition of a threat holds can its maker, alone, bring about the levels threatened.',
    why: 'It would never be carried out, so it can change nothing. A level, the maker or a rule is not what was meant.',
    bad: threat('by: South, to: North, if: pump = locked, then: {treaty: quotas}'),
    good: threat('by: South, to: North, if: pump = locked, then: {road: blocked}'),
  },
  DET435: {
    title: 'A threat whose condition nobody addressed can bring about',
    severity: 'warning',
    meaning:
      'No move of a party that a threat is addressed to leads from an outcome where its condition fails to one where it holds.',
    why: 'It would never fall due by anything that they do. The condition or the parties addressed are not what was meant.',
    bad: threat('by: South, to: North, if: treaty = quotas, then: {road: blocked}'),
    good: threat('by: South, to: North, if: pump = locked, then: {road: blocked}'),
  },
};
