import type { HoldsReport } from '../../src/report/holds-words.js';
import type { NaiveGame, ReplyConcept } from './naive-game.js';
import { type Complaints, holdsUnder, replayReply, sameJson, sameSet } from './replay-reasons.js';

type Step = { readonly party: string; readonly to: number };

/** Every state that steps of the given parties lead to, by looking. */
function reach(game: NaiveGame, concept: ReplyConcept, parties: readonly number[], from: number) {
  const reached = new Set([from]);
  for (const state of reached) {
    for (const party of parties) {
      for (const to of game.stepsFrom(concept, party, state)) reached.add(to);
    }
  }
  return reached;
}

/** Fewest steps from one state to any of others; Infinity where there is no way. */
function fewest(game: NaiveGame, concept: ReplyConcept, from: number, to: readonly number[]) {
  let layer = new Set([from]);
  const seen = new Set(layer);
  for (let steps = 0; layer.size > 0; steps += 1) {
    if (to.some((state) => layer.has(state))) return steps;
    const next = new Set<number>();
    for (const state of layer) {
      for (const party of game.parties) {
        for (const one of game.stepsFrom(concept, party, state)) {
          if (!seen.has(one)) next.add(one);
          seen.add(one);
        }
      }
    }
    layer = next;
  }
  return Number.POSITIVE_INFINITY;
}

/** Replays a shortest chain of steps to one of several states. */
function replayPath(
  game: NaiveGame,
  concept: ReplyConcept,
  from: number,
  path: readonly Step[],
  ends: readonly number[],
  say: (what: string) => void,
): void {
  let at = from;
  for (const { party, to } of path) {
    if (!game.stepsFrom(concept, game.partyOf(party), at).includes(to)) {
      say(`${party} has no step from ${at} to ${to}`);
    }
    at = to;
  }
  if (!ends.includes(at)) say(`the way ends at ${at}`);
  if (path.length !== fewest(game, concept, from, ends)) say('there is a shorter way');
}

/** Ends as the definition has them: left by no step, each of their outcomes reached from each. */
function isEnd(game: NaiveGame, concept: ReplyConcept, end: readonly number[]): boolean {
  return end.every((state) => sameSet(reach(game, concept, game.parties, state), end));
}

function endsFrom(game: NaiveGame, concept: ReplyConcept, from: number): readonly number[][] {
  const ends: number[][] = [];
  for (const state of reach(game, concept, game.parties, from)) {
    const own = [...reach(game, concept, game.parties, state)].sort((a, b) => a - b);
    if (own[0] === state && isEnd(game, concept, own)) ends.push(own);
  }
  return ends.sort((a, b) => (a[0] as number) - (b[0] as number));
}

function groupsOfTwoOrMore(game: NaiveGame): readonly (readonly number[])[] {
  const groups: number[][] = [[]];
  for (const party of game.parties) for (const group of [...groups]) groups.push([...group, party]);
  return groups.filter((group) => group.length > 1);
}

/** Joint improvements that no member could make alone, from a state. */
function properDeals(game: NaiveGame, from: number) {
  return groupsOfTwoOrMore(game).flatMap((group) =>
    game.states
      .map((_, to) => to)
      .filter(
        (to) =>
          group.every((party) => game.compare(party, to, from) > 0) &&
          game.canMoveTogether(group, from, to) &&
          !group.some((party) => game.canMove(party, from, to)),
      )
      .map((to) => ({ group, to })),
  );
}

/** Replays where things go, what is on offer, side deals, and why outcomes are not on offer. */
export function replayWays(
  game: NaiveGame,
  concept: ReplyConcept,
  report: HoldsReport,
  complain: Complaints,
): void {
  const { start, parties } = report;
  const ids = (group: readonly number[]) => group.map((party) => parties[party]);
  if (start !== null) {
    if (!sameJson(report.ends, endsFrom(game, concept, start))) complain('ends', 'are others');
    report.ends.forEach((end, at) => {
      const say = (what: string) => complain(`path to end ${at}`, what);
      replayPath(game, concept, start, report.pathsToEnds[at] ?? [], end, say);
    });
  }

  const starts = start === null ? [] : [...new Set([start, ...report.ends.flat()])];
  const due = starts.flatMap((from) =>
    properDeals(game, from).flatMap(({ group, to: sign }) => {
      const [end, ...others] = endsFrom(game, concept, sign);
      const [state, ...more] = end ?? [];
      if (state === undefined || others.length > 0 || more.length > 0) return [];
      const isGood = group.every(
        (party) =>
          game.compare(party, state, from) > 0 &&
          !game.crossesRedLine(party, sign) &&
          !game.crossesRedLine(party, state),
      );
      return isGood ? [{ state, from, group: ids(group), sign }] : [];
    }),
  );
  const told = report.onOffer.map(({ state, from, group, sign }) => ({ state, from, group, sign }));
  if (!sameSet(told, due)) complain('onOffer', `${JSON.stringify(due)} is`);
  report.onOffer.forEach(({ sign, state }, at) => {
    const say = (what: string) => complain(`path of offer ${at}`, what);
    replayPath(game, concept, sign, report.pathsToOffers[at] ?? [], [state], say);
  });

  const deals = report.verdicts.flatMap(({ state: from }) =>
    properDeals(game, from)
      .filter(({ group, to }) => {
        const outsiders = game.parties.filter((party) => !group.includes(party));
        return (
          group.every((party) => game.stepsFrom(concept, party, to).length === 0) &&
          [...reach(game, concept, outsiders, to)].every((state) =>
            group.every((party) => game.compare(party, state, from) > 0),
          )
        );
      })
      .map(({ group, to }) => ({
        from,
        to,
        group: ids(group),
        crossing: ids(group.filter((party) => game.crossesRedLine(party, to))),
      })),
  );
  const toldDeals = report.sideDeals.map(({ from, to, group, crossing }) => ({
    from,
    to,
    group,
    crossing,
  }));
  if (!sameSet(toldDeals, deals)) complain('sideDeals', `${JSON.stringify(deals)} are`);

  for (const one of report.notOnOffer) replayNotOnOffer(game, concept, report, one, complain);
  replayPassing(game, concept, report, complain);
}

function replayNotOnOffer(
  game: NaiveGame,
  concept: ReplyConcept,
  report: HoldsReport,
  { state, from, groups, leadsTo }: HoldsReport['notOnOffer'][number],
  complain: Complaints,
): void {
  const say = (what: string) => complain(`not on offer: ${state} from ${from}`, what);
  const ids = (group: readonly number[]) => group.map((party) => report.parties[party]);
  const able = [
    ...game.parties.filter((party) => game.canMove(party, from, state)).map((party) => [party]),
    ...groupsOfTwoOrMore(game).filter((group) => game.canMoveTogether(group, from, state)),
  ];
  const smallest = able.filter(
    (group) =>
      !able.some(
        (other) => other.length < group.length && other.every((party) => group.includes(party)),
      ),
  );
  if (
    !sameSet(
      groups.map(({ group }) => group),
      smallest.map(ids),
    )
  ) {
    say(`the smallest groups are ${smallest.map((group) => ids(group).join('+')).join(' ')}`);
  }
  for (const { group, unwilling, crossing, answer } of groups) {
    const members = group.map(game.partyOf);
    const refusing = members
      .filter((party) => game.compare(party, state, from) <= 0)
      .map((party) => ({
        party: report.parties[party],
        lost: game.difference(party, from, state) ?? null,
      }));
    if (!sameJson(unwilling, refusing)) say(`${JSON.stringify(refusing)} would not sign`);
    const red = members.filter((party) => members.length > 1 && game.crossesRedLine(party, state));
    if (!sameJson(crossing, ids(red))) say('whose red line it crosses');
    const [alone] = members;
    if (members.length === 1 && alone !== undefined) {
      const isAnswered =
        game.improves(alone, from, state) && game.isDeterred(concept, alone, from, state);
      if (isAnswered !== (answer !== null)) say('whether a move alone would be answered');
      if (answer) {
        replayReply(game, concept, alone, from, state, answer.reply, answer.lost, say);
      }
    } else if (answer) say('a group is told an answer');
    const isRefused = refusing.length + red.length > 0;
    if (members.length > 1 && !isRefused && holdsUnder(game, concept, state)) {
      say('all would sign, and it would hold');
    }
  }
  const ends = holdsUnder(game, concept, state) ? [] : endsFrom(game, concept, state);
  if (!sameJson(leadsTo, ends)) say(`steps lead to ${JSON.stringify(ends)}`);
}

/** Replays the chains to passing outcomes, and who of their signers ends below. */
function replayPassing(
  game: NaiveGame,
  concept: ReplyConcept,
  report: HoldsReport,
  complain: Complaints,
): void {
  const { start } = report;
  if (start === null || !report.passing) return;
  const touched = new Set([start]);
  for (const state of touched) {
    for (const party of game.parties) {
      for (const to of game.improvementsFrom(party, state)) touched.add(to);
    }
    for (const group of groupsOfTwoOrMore(game)) {
      game.states.forEach((_, to) => {
        const isBetter = group.every((party) => game.compare(party, to, state) > 0);
        if (isBetter && game.canMoveTogether(group, state, to)) touched.add(to);
      });
    }
  }
  const known = new Set([
    start,
    ...report.ends.flat(),
    ...report.onOffer.map(({ state }) => state),
  ]);
  if (
    !sameSet(
      report.passing.map(({ state }) => state),
      [...touched].filter((one) => !known.has(one)),
    )
  ) {
    complain('passing', 'are others');
  }
  for (const one of report.passing) {
    const say = (what: string) => complain(`passing ${one.state}`, what);
    let at = start;
    const signers = new Set<string>();
    for (const { group, to } of one.chain) {
      const members = group.map(game.partyOf);
      const [alone] = members;
      const from = at;
      const isMove =
        members.length === 1 && alone !== undefined
          ? game.canMove(alone, from, to)
          : game.canMoveTogether(members, from, to);
      if (!isMove || !members.every((party) => game.compare(party, to, from) > 0)) {
        say(`${group.join('+')} would not go from ${from} to ${to}`);
      }
      if (members.length > 1) for (const id of group) signers.add(id);
      at = to;
    }
    if (at !== one.state) say(`the chain ends at ${at}`);
    if (!sameSet(one.signers, signers)) say('who signs');
    if (one.holds !== holdsUnder(game, concept, one.state)) say('whether it would hold');
    const below = (other: number) =>
      one.signers.filter((id) => game.compare(game.partyOf(id), one.state, other) < 0);
    if (!sameJson(one.belowStart, below(start))) say('who ends below the start');
    const belowEnds = report.ends.map((end) =>
      one.signers.filter((id) => end.every((other) => below(other).includes(id))),
    );
    if (!sameJson(one.belowEnds, belowEnds)) say('who ends below no deal');
  }
}
