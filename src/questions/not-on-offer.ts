import type { Deterrence } from '../analysis/stability/concept.js';
import { makersOf } from '../analysis/stability/group-arcs.js';
import { unsignedGroups } from '../analysis/stability/unsigned.js';
import { firstDifference } from '../core/difference.js';
import { type Model, payoffAt } from '../core/model.js';
import { levelsOf } from '../core/space.js';
import type { NotOnOffer, UnsignedGroupFound } from './ways-findings.js';

/**
 * Why outcomes are not on offer: for each of them and each outcome where a deal could be signed, the
 * smallest groups that could bring it about in one step, and which members would not sign, for what.
 *
 * @param deterrences - for each party what deters it under the concept in use.
 * @param endsFrom - where steps lead from a state.
 * @returns in the order of `states`, then of `starts`; an outcome is left out from itself.
 */
export function notOnOffer(
  model: Model,
  deterrences: readonly Deterrence[],
  endsFrom: (state: number) => readonly (readonly number[])[],
  states: readonly number[],
  starts: readonly number[],
): readonly NotOnOffer[] {
  const idOf = (party: number) => model.case.parties[party]?.id as string;
  const answerTo = (party: number, from: number, to: number): UnsignedGroupFound['answer'] => {
    if (payoffAt(model, party, to) <= payoffAt(model, party, from)) return null;
    const deterrence = deterrences[party];
    if (!deterrence?.isDeterred(from, to)) return null;
    const reply = deterrence.reply(from, to) ?? [];
    const end = reply.at(-1)?.to;
    return {
      reply: reply.map((step) => ({
        party: idOf(step.party),
        with: makersOf(step).slice(1).map(idOf),
        to: step.to,
      })),
      lost: end === undefined ? null : (firstDifference(model, party, from, end) ?? null),
    };
  };
  return states.flatMap((state) => {
    const ends = endsFrom(state);
    const isHeld = ends.length === 1 && ends[0]?.length === 1 && ends[0][0] === state;
    return starts
      .filter((from) => from !== state)
      .map((from) => ({
        state,
        from,
        groups: unsignedGroups(model, from, state).map(({ group, unwilling, crossing }) => ({
          group: group.map(idOf),
          unwilling: unwilling.map((party) => ({
            party: idOf(party),
            lost: firstDifference(model, party, from, state) ?? null,
          })),
          crossing: crossing.map(idOf),
          answer: group.length === 1 ? answerTo(group[0] as number, from, state) : null,
        })),
        leadsTo: isHeld ? [] : ends,
      }));
  });
}

/** The states in order of how many issues differ from `start`, then by number; the first `most`. */
export function nearestTo(
  model: Model,
  start: number,
  states: readonly number[],
  most: number,
): readonly number[] {
  const from = levelsOf(model.space, start);
  const distance = (state: number) =>
    levelsOf(model.space, state).filter((level, issue) => level !== from[issue]).length;
  return states
    .map((state) => ({ state, far: distance(state) }))
    .sort((a, b) => a.far - b.far || a.state - b.state)
    .slice(0, most)
    .map(({ state }) => state);
}
