import {
  bottomLineChanges,
  type Changes,
  changesBetween,
  type Document,
  type SentenceChanges,
} from '../../index.js';
import type { Answer } from './protocol.js';

/** What differs between two answers. */
export type AnswerChanges = {
  readonly bottomLine: SentenceChanges;
  readonly brief: Changes;
  readonly holds: Changes;
};

/**
 * Compares two answers saying by saying. What is told of rival readings comes later than the rest:
 * where one of the two briefs is still without it, it is left out of both, so that what only was not
 * there yet is neither new nor gone.
 */
export function answerChanges(before: Answer, after: Answer): AnswerChanges {
  const isAlike = (before.briefAlone === undefined) === (after.briefAlone === undefined);
  const brief = (answer: Answer): Document =>
    isAlike ? answer.brief : (answer.briefAlone ?? answer.brief);
  return {
    bottomLine: bottomLineChanges(brief(before), brief(after)),
    brief: changesBetween(brief(before), brief(after)),
    holds: changesBetween(before.holds, after.holds),
  };
}
