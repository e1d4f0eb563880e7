import { consentUsedFrom } from '../../src/analysis/bargaining/consent-used.js';
import { isNoWorse, type NoDeal } from '../../src/analysis/bargaining/no-deal.js';
import type { TrackGroup } from '../../src/analysis/bargaining/track-packages.js';
import { isConsentGiven } from '../../src/core/consent.js';
import type { Model } from '../../src/core/model.js';
import { levelsOf } from '../../src/core/space.js';

/** Tracks straight from their definitions: every state is looked at, every pair of packages put together. */

const everyState = (model: Model) => Array.from({ length: model.states }, (_, state) => state);

const changedIssues = (model: Model, from: number, to: number) => {
  const before = levelsOf(model.space, from);
  return levelsOf(model.space, to).flatMap((level, issue) =>
    level === before[issue] ? [] : [issue],
  );
};

/** States that differ on track issues only, each brought there by a right of the group. */
export function naivePackages(model: Model, track: TrackGroup, start: number): readonly number[] {
  const before = levelsOf(model.space, start);
  return everyState(model).filter((state) => {
    const after = levelsOf(model.space, state);
    const changed = changedIssues(model, start, state);
    return (
      changed.length > 0 &&
      changed.every(
        (issue) =>
          track.issues.includes(issue) &&
          model.moves.rights
            .together(track.parties, issue, before)
            .includes(after[issue] as number),
      )
    );
  });
}

/** Packages to which the consent used is given by the track's parties, against every no deal. */
export function naiveAcceptable(
  model: Model,
  track: TrackGroup,
  start: number,
  noDeals: readonly NoDeal[],
): readonly number[] {
  return naivePackages(model, track, start).filter((state) =>
    noDeals.every((noDeal) =>
      isConsentGiven(
        consentUsedFrom(model, start).forState(state),
        (party) =>
          track.parties.includes(party) &&
          isNoWorse(model, noDeal, party, state) &&
          !model.hasRedLineCrossed(party, state),
      ),
    ),
  );
}

/** Acceptable packages outside no deal that no party could make alone by one move of its own. */
export function naiveZone(
  model: Model,
  track: TrackGroup,
  start: number,
  noDeals: readonly NoDeal[],
): readonly number[] {
  return naiveAcceptable(model, track, start, noDeals).filter(
    (state) =>
      !noDeals.some(({ end }) => end.includes(state)) &&
      !model.payoffs.some((_, party) =>
        changedIssues(model, start, state).every((issue) =>
          model.moves.rights
            .alone(party, issue, levelsOf(model.space, start))
            .includes(levelsOf(model.space, state)[issue] as number),
        ),
      ),
  );
}

/** Outcomes of pairs: the changes of both, which must not differ on an issue that both change. */
export function naiveUnlinked(
  model: Model,
  start: number,
  first: readonly number[],
  second: readonly number[],
): readonly number[] {
  const from = levelsOf(model.space, start);
  const wanted = new Set<string>();
  for (const a of [start, ...first]) {
    for (const b of [start, ...second]) {
      const levels = [...from];
      const before = levelsOf(model.space, a);
      const after = levelsOf(model.space, b);
      let agree = true;
      for (const [issue, was] of from.entries()) {
        const [one, other] = [before[issue] as number, after[issue] as number];
        if (one !== was && other !== was && one !== other) agree = false;
        levels[issue] = one !== was ? one : other;
      }
      if (agree) wanted.add(levels.join(' '));
    }
  }
  return everyState(model).filter(
    (state) => state !== start && wanted.has(levelsOf(model.space, state).join(' ')),
  );
}
