import type { HoldsFindings, OutcomeVerdict } from './holds-findings.js';
import { statesOfThreats } from './threats.js';

type Told = Pick<
  HoldsFindings,
  | 'today'
  | 'start'
  | 'ends'
  | 'pathsToEnds'
  | 'onOffer'
  | 'pathsToOffers'
  | 'notOnOffer'
  | 'evolution'
  | 'passing'
  | 'verdicts'
  | 'named'
  | 'sideDeals'
  | 'further'
  | 'traps'
  | 'threats'
>;

/** Every state that an answer speaks of, ascending, so that it can be described. */
export function mentionedStates(told: Told): readonly number[] {
  const states = new Set<number>();
  const add = (...some: readonly (number | null)[]) => {
    for (const state of some) if (state !== null && state !== -1) states.add(state);
  };
  const addVerdict = ({ state, reasons }: OutcomeVerdict) => {
    add(state);
    for (const { exits } of reasons) {
      for (const { to, reply } of exits) add(to, ...reply.map((step) => step.to));
    }
  };
  add(told.today, told.start);
  for (const end of told.ends) for (const state of end) add(state);
  for (const path of told.pathsToEnds) add(...path.map(({ to }) => to));
  for (const { state, from, sign } of told.onOffer) add(state, from, sign);
  for (const path of told.pathsToOffers) add(...path.map(({ to }) => to));
  for (const { state, from, groups, leadsTo } of told.notOnOffer) {
    add(state, from);
    for (const end of leadsTo) for (const one of end) add(one);
    for (const { answer } of groups) add(...(answer?.reply ?? []).map(({ to }) => to));
  }
  const { evolution } = told;
  for (const { depths } of evolution ? [evolution.improvements, evolution.moves] : []) {
    for (const { state } of depths.flat()) add(state);
  }
  for (const { state, chain } of told.passing ?? []) add(state, ...chain.map(({ to }) => to));
  for (const { from, to } of told.sideDeals) add(from, to);
  for (const verdict of told.verdicts) addVerdict(verdict);
  for (const { states: own, undecided, chains } of told.further) {
    add(...own, ...undecided, ...chains.flat().map(({ to }) => to));
  }
  for (const { nearest, nearestHolding } of told.named) {
    if (nearest) addVerdict(nearest);
    add(nearestHolding);
  }
  for (const { nearest } of told.traps) add(nearest);
  add(...statesOfThreats(told.threats));
  return [...states].sort((a, b) => a - b);
}
