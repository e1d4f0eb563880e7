import type { Difference } from '../../src/core/difference.js';
import type { HoldsReport } from '../../src/report/holds-words.js';
import type { NaiveGame, ReplyConcept } from './naive-game.js';

/** What is wrong with what is said; a place and a sentence each. */
export type Complaints = (place: string, what: string) => void;

type Verdict = HoldsReport['verdicts'][number];
type Reason = Verdict['reasons'][number];
type Exit = Reason['exits'][number];

export const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
export const sameSet = (a: Iterable<unknown>, b: Iterable<unknown>) =>
  sameJson(
    [...new Set([...a].map((one) => JSON.stringify(one)))].sort(),
    [...new Set([...b].map((one) => JSON.stringify(one)))].sort(),
  );

/** Replays a reply: its steps legal, allowed by the concept, made by others, and its end deterring. */
export function replayReply(
  game: NaiveGame,
  concept: ReplyConcept,
  mover: number,
  from: number,
  to: number,
  reply: Exit['reply'],
  lost: Difference | null,
  complain: (what: string) => void,
): void {
  if (concept === 'sim') {
    // Moves at one moment have no order to tell: no reply is named, and nothing as lost.
    if (reply.length > 0 || lost) complain('it tells a reply');
    if (!game.isDeterred(concept, mover, from, to)) complain('no moves at that moment deter it');
    return;
  }
  if (reply.length === 0) complain('it is deterred by no reply');
  let at = to;
  let last = -1;
  for (const step of reply) {
    const party = game.partyOf(step.party);
    if (party === -1 || party === mover) complain(`${step.party} does not reply`);
    if (party === last) complain(`${step.party} moves twice in a row`);
    if (!game.mayReply(concept, party, at, step.to)) {
      complain(`${step.party} may not reply by going from ${at} to ${step.to}`);
    }
    at = step.to;
    last = party;
  }
  if (!game.deters(concept, mover, from, at))
    complain(`the reply ends at ${at}, which deters nothing`);
  if (!sameJson(lost, game.difference(mover, from, at) ?? null)) {
    complain(`it names ${JSON.stringify(lost)} as lost`);
  }
}

function replayExit(
  game: NaiveGame,
  concept: ReplyConcept,
  party: number,
  state: number,
  exit: Exit,
  complain: (what: string) => void,
): void {
  const say = (what: string) => complain(`${state} to ${exit.to}: ${what}`);
  if (!game.canMove(party, state, exit.to)) say('this is no move of the party');
  if (game.compare(party, exit.to, state) <= 0) say('this is no improvement');
  if (!sameJson(exit.gained, game.difference(party, state, exit.to))) {
    say(`it names ${JSON.stringify(exit.gained)} as gained`);
  }
  if (exit.isDeterred) {
    replayReply(game, concept, party, state, exit.to, exit.reply, exit.lost, say);
    return;
  }
  if (exit.reply.length > 0 || exit.lost) say('it tells a reply that does not deter');
  if (game.isDeterred(concept, party, state, exit.to)) say('some reply deters it');
}

/** Replays a party's reason at a state. */
function replayReason(
  game: NaiveGame,
  concept: ReplyConcept,
  reason: Reason,
  complain: (what: string) => void,
): void {
  const party = game.partyOf(reason.party);
  const moves = game.movesFrom(party, reason.state);
  const improvements = game.improvementsFrom(party, reason.state);
  const say = (what: string) => complain(`${reason.party}, ${reason.verdict}: ${what}`);
  if (
    !sameSet(
      reason.exits.map(({ to }) => to),
      improvements,
    )
  ) {
    say(`its improvements are ${improvements.join(', ') || 'none'}`);
  }
  const isFree = reason.exits.some(({ isDeterred }) => !isDeterred);
  const due =
    moves.length === 0
      ? 'cannot move'
      : improvements.length === 0
        ? 'would not move'
        : isFree
          ? 'leaves'
          : 'deterred';
  if (due !== reason.verdict) say(`this is ${due}`);
  if (isFree && reason.exits[0]?.isDeterred) say('the way out told first is answered');
  for (const exit of reason.exits) replayExit(game, concept, party, reason.state, exit, say);
}

/** Whether every party's improvements from a state are deterred, by looking at each. */
export function holdsUnder(game: NaiveGame, concept: ReplyConcept, state: number): boolean {
  return game.parties.every((party) => game.stepsFrom(concept, party, state).length === 0);
}

const markConcepts = [
  ['nobody wants to leave', 'nash'],
  ['held by a reply', 'firm'],
  ['regretted reply', 'seq'],
] as const;

/** Replays everything that is said of one outcome: verdict, mark, opinions, red lines, each reason. */
export function replayVerdict(
  game: NaiveGame,
  concept: ReplyConcept,
  report: HoldsReport,
  verdict: Verdict,
  complain: Complaints,
): void {
  const { state } = verdict;
  const say = (what: string) => complain(`state ${state}`, what);
  if (
    !sameJson(
      verdict.reasons.map(({ party }) => party),
      report.parties,
    )
  ) {
    say('a party has no reason');
  }
  for (const reason of verdict.reasons) {
    if (reason.state !== state) say(`the reason of ${reason.party} is about ${reason.state}`);
    replayReason(game, concept, reason, say);
  }
  const holds = verdict.reasons.every((reason) => reason.verdict !== 'leaves');
  if (verdict.holds !== holds) say(`that it ${verdict.holds ? 'holds' : 'does not hold'}`);
  const due = markConcepts.find(([, one]) => holdsUnder(game, one, state))?.[0];
  const isHarmful = holdsUnder(game, 'gmr', state);
  const mark = due ?? (isHarmful ? 'self-harming reply' : null);
  if (verdict.mark !== mark) say(`its mark is ${mark}`);
  const opinions = (against: number | null) =>
    Object.fromEntries(
      report.parties.map((id, party) => {
        const order = against === null ? 0 : game.compare(party, state, against);
        return [id, order > 0 ? 'better' : order < 0 ? 'worse' : 'same'];
      }),
    );
  if (!sameJson(verdict.againstToday, report.today === null ? {} : opinions(report.today))) {
    say('its opinions against today');
  }
  const isElsewhere = report.start !== null && report.start !== report.today;
  if (!sameJson(verdict.againstStart, isElsewhere ? opinions(report.start) : {})) {
    say('its opinions against the start');
  }
  const crossing = report.parties.filter((_, party) => game.crossesRedLine(party, state));
  if (!sameJson(verdict.crossing, crossing)) say('whose red line it crosses');
  const end = report.ends.findIndex((one) => one.includes(state));
  if ((verdict.end ?? -1) !== end) say('which end it is');
  const offers = report.onOffer.flatMap((offer, at) => (offer.state === state ? [at] : []));
  if (!sameJson(verdict.offers, offers)) say('by which offers it is on offer');
}
