import type { HoldsReport } from './holds-words.js';

/** How sentences speak of the outcome that an answer starts from. */
export type StartWords = {
  /** False where the answer was asked from another outcome than today. */
  readonly isToday: boolean;
  /** `from today`, or `from there` once the outcome has been named. */
  readonly from: string;
  /** Follows "Things stay". */
  readonly stay: string;
};

/** Words for where an answer starts. */
export function startWords({ start, today }: Pick<HoldsReport, 'start' | 'today'>): StartWords {
  return start === null || start === today
    ? { isToday: true, from: 'from today', stay: 'as today' }
    : { isToday: false, from: 'from there', stay: 'there' };
}
