import { consentUsedFrom } from '../analysis/bargaining/consent-used.js';
import { joined } from '../analysis/bargaining/track-packages.js';
import type { Tracks } from '../analysis/bargaining/track-sequence.js';
import type { RedLine, Track } from '../core/case.js';
import { isTrueAt } from '../core/columns.js';
import { partiesOfConsent } from '../core/consent.js';
import { payoffAt } from '../core/model.js';
import { levelAt } from '../core/space.js';
import { namedSets } from './named-sets.js';
import { changeFor } from './track-comparison.js';
import { changedIssues, fewestChanges, idsOf, mostTold } from './track-pair.js';
import type { TrackAnswer, TrackPair } from './track-types.js';

/** A red line as the case calls it. */
export const redLineText = ({ label, text }: RedLine) => label ?? text;

/**
 * Whether the parties of one track can do without the other track's further parties, whether they would
 * rather, what it leaves these, and what links the two or would.
 *
 * Asked where the parties of `small` are some, and not all, of those of `full`. What all would agree on is
 * the solution of both tracks as one. A track alone is compared with it when signed, and at the ends
 * of the steps after each: what does not last counts for nothing there.
 *
 * @returns undefined where the parties of `small` are not some of those of `full`.
 */
export function trackAnswer(
  tracks: Tracks,
  small: Track,
  full: Track,
  pair: TrackPair,
): TrackAnswer | undefined {
  const { model, today, endsAfter, mostTies } = tracks.world;
  const absent = full.parties.filter((party) => !small.parties.includes(party));
  if (absent.length === 0 || small.parties.some((party) => !full.parties.includes(party))) {
    return undefined;
  }
  const alone = tracks.solve(small, today);
  const joint = joinedTrack(tracks, small, full);
  const ends = (states: readonly number[]) => [
    ...new Set(states.slice(0, mostTies).flatMap((state) => endsAfter(state).flat())),
  ];
  const compared = (before: readonly number[], after: readonly number[]) =>
    before.length > 0 && after.length > 0
      ? small.parties.map((party) => changeFor(model, party, before, after))
      : [];
  const closing = pair.closings.find(({ closed }) => closed === small.id);
  const absentIds = idsOf(model, absent);
  return {
    alone: small.id,
    full: full.id,
    parties: idsOf(model, small.parties),
    absent: absentIds,
    canAlone: alone.zone.zone.length > 0,
    preference: {
      alone: alone.outcomes.slice(0, mostTold),
      full: joint.outcomes.slice(0, mostTold),
      atOnce: compared(joint.outcomes, alone.outcomes),
      inTheEnd: compared(ends(joint.outcomes), ends(alone.outcomes)),
    },
    proposals:
      alone.outcomes.length === 0
        ? []
        : namedSets(model).flatMap(({ kind, id, label, states }) =>
            kind === 'proposal' && states.length > 0
              ? [{ id, label, changes: compared(states.slice(0, 1), alone.outcomes) }]
              : [],
          ),
    leaves: (closing?.outcomes ?? []).map(({ state, atOnce, inTheEnd }) => ({
      state,
      atOnce: atOnce.filter(({ party }) => absentIds.includes(party)),
      inTheEnd: inTheEnd.filter(({ party }) => absentIds.includes(party)),
    })),
    links: linksOf(tracks, small, full, absent),
  };
}

/** Both tracks as one, solved from today. */
function joinedTrack(tracks: Tracks, a: Track, b: Track) {
  return tracks.solve(joined(a, b), tracks.world.today);
}

function linksOf(
  tracks: Tracks,
  small: Track,
  full: Track,
  absent: readonly number[],
): TrackAnswer['links'] {
  const { model, today } = tracks.world;
  const { space } = model;
  const alone = tracks.solve(small, today);
  const joint = joinedTrack(tracks, small, full).zone;
  const used = new Map(joint.parts.map(({ start }) => [start, consentUsedFrom(model, start)]));
  const linking = joint.zone.filter((state) => {
    const consent = used.get(joint.startOf(state))?.forState(state);
    return consent && partiesOfConsent(consent).some((party) => absent.includes(party));
  });
  const deals = alone.zone.packages.filter(alone.zone.isDeal);

  const redLines = small.parties
    .flatMap((party) =>
      (model.case.preferences[party] ?? []).flatMap((reading) => {
        const isInForce = reading.id === model.readings[party]?.id;
        const among = isInForce ? deals : alone.zone.zone;
        return reading.redLines.map((line) => {
          const column = space.column(line.line);
          return {
            party: model.case.parties[party]?.id as string,
            line: redLineText(line),
            reading: reading.id,
            isInForce,
            crossed: among.filter((state) => isTrueAt(column, space.numbers[state] as number))
              .length,
            of: among.length,
          };
        });
      }),
    )
    .filter(({ crossed }) => crossed > 0)
    .sort((a, b) => Number(b.isInForce) - Number(a.isInForce) || b.crossed - a.crossed);

  // What the smaller track would have, refused by itself, with the fewest levels from outside it.
  const levelsIn = (state: number) =>
    small.issues.map((issue) => levelAt(space, state, issue)).join(' ');
  const acceptable = new Set(alone.zone.acceptable.map(levelsIn));
  const refused = new Set(deals.map(levelsIn).filter((levels) => !acceptable.has(levels)));
  const outside = (state: number) =>
    changedIssues(model, joint.startOf(state), state).filter(
      (issue) => !small.issues.includes(issue),
    );
  const rescued = linking
    .filter((state) => refused.has(levelsIn(state)))
    .map((state) => ({ state, issues: outside(state) }));
  const fewest = rescued.reduce((least, { issues }) => Math.min(least, issues.length), Infinity);

  const preferred =
    alone.outcomes.length === 0
      ? []
      : linking.filter(
          (state) =>
            outside(state).length > 0 &&
            alone.outcomes.every((own) =>
              small.parties.every(
                (party) => payoffAt(model, party, state) >= payoffAt(model, party, own),
              ),
            ),
        );
  return {
    redLines,
    additions: rescued
      .filter(({ issues }) => issues.length === fewest)
      .slice(0, mostTold)
      .map(({ state, issues }) => ({
        state,
        levels: issues.map((issue) => ({
          issue: model.case.issues[issue]?.id as string,
          level: model.case.issues[issue]?.levels[levelAt(space, state, issue)]?.id as string,
        })),
      })),
    preferred: preferred.length,
    nearestPreferred: fewestChanges(model, today, preferred)[0] ?? null,
  };
}
