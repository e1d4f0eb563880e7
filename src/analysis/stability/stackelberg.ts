import type { Model } from '../../core/model.js';
import { anticipate, limitedMoveVerdict, type TiedVerdict } from './limited-move.js';

/**
 * Stackelberg stability, two parties, the leader named.
 *
 * Formula: s is stable for the leader iff it is L₂ stable for it, and for the follower iff it is L₁
 * stable, that is Nash: the leader reckons with the follower's best answer, the follower with none.
 *
 * Source: Fang, Hipel and Kilgour (1993), *Interactive Decision Making* (recalled), after von
 * Stackelberg (1934). Ties: where the follower has two best answers that the leader does not rank
 * alike, the verdict is `depends on ties`; economics often takes the answer that is better for the
 * leader, and we do not choose.
 *
 * @returns for a party and a state its verdict. @throws RangeError unless there are two parties.
 */
export function stackelberg(
  model: Model,
  leader: number,
): (party: number, state: number) => TiedVerdict {
  const one = anticipate(model, 1);
  const two = anticipate(model, 2);
  return (party, state) => limitedMoveVerdict(party === leader ? two : one, party, state);
}
