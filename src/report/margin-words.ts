import type { LeadFinding, MarginFindings } from '../questions/margin-findings.js';
import { counted } from './phrases.js';

/**
 * How far a party is from leaving, in its own measures only: `Russia is 12 points, or three rungs, from
 * leaving`. Empty where it has no move, or nothing is defined.
 *
 * @param isReplied - whether the concept in use counts replies.
 */
export function marginSentence(
  mover: string,
  margins: MarginFindings | null,
  isReplied: boolean,
): string {
  const rungs = margins?.rungs.leaving;
  if (!rungs) return '';
  const points = margins?.points?.leaving ?? null;
  const side = signOf(rungs);
  const isAligned = points === null || signOf(points) === side;
  const amount = counted(Math.abs(Number(rungs.margin)), 'rung');
  const amounts =
    points && isAligned && side !== 0 ? `${pointsWord(points)}, or ${amount},` : amount;
  const counting = isReplied ? ', replies counted,' : '';
  const told =
    side > 0
      ? `${mover} is ${amounts} from leaving: the best that it can make sure of by a move of its own${counting} is that much worse than staying.`
      : side < 0
        ? `${mover} could make sure of ${amounts} more than it has here by a move of its own${counting.replace(/,$/, '')}.`
        : `${mover} is on the edge of leaving: by a move of its own${counting} it can make sure of as much as it has here.`;
  return isAligned || points === null ? told : `${told} ${apartWords(points)}`;
}

/** Where points order some outcomes differently from the wants. */
function apartWords(points: LeadFinding): string {
  const side = signOf(points);
  if (side === 0) {
    return 'In its points, which order outcomes differently, that is just what it has here.';
  }
  return `In its points, which order outcomes differently, that is ${pointsWord(points)} ${side > 0 ? 'less' : 'more'} than here.`;
}

function signOf({ margin }: LeadFinding): number {
  return margin.startsWith('-') ? -1 : margin === '0' ? 0 : 1;
}

function pointsWord({ margin }: LeadFinding): string {
  const amount = margin.replace(/^-/, '');
  return `${amount} ${amount === '1' ? 'point' : 'points'}`;
}
