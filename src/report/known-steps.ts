import type { HoldsReport } from './holds-words.js';

/** One step: who makes it, and where it leads. */
export type Step = { readonly party: string; readonly to: number };

/**
 * The steps of an answer by the state they start from, parties in case order, targets ascending.
 *
 * Where the tables of steps were left out for their size, the steps that the reasons and the paths of
 * the answer name: these are some of the steps, not all.
 *
 * Time linear in what the answer lists, once; then O(steps from the state).
 */
export function knownSteps(report: HoldsReport): (state: number) => readonly Step[] {
  const { steps, parties } = report;
  if (parties.some((party) => (steps[party]?.length ?? 0) > 0)) {
    return (state) =>
      parties.flatMap((party) => (steps[party]?.[state] ?? []).map((to) => ({ party, to })));
  }
  const found = new Map<number, Map<string, Step>>();
  const add = (from: number, step: Step) => {
    const own = found.get(from) ?? new Map<string, Step>();
    found.set(from, own.set(`${step.party} ${step.to}`, step));
  };
  const verdicts = [...report.verdicts, ...report.named.flatMap(({ nearest }) => nearest ?? [])];
  for (const { state, reasons } of verdicts) {
    for (const { party, exits } of reasons) {
      for (const { to, isDeterred } of exits) if (!isDeterred) add(state, { party, to });
    }
  }
  for (const path of report.pathsToEnds) {
    let at = report.start;
    for (const step of path) {
      if (at !== null) add(at, step);
      at = step.to;
    }
  }
  report.pathsToOffers.forEach((path, offer) => {
    let at = report.onOffer[offer]?.sign;
    for (const step of path) {
      if (at !== undefined) add(at, step);
      at = step.to;
    }
  });
  const order = (party: string) => parties.indexOf(party);
  return (state) =>
    [...(found.get(state)?.values() ?? [])].sort(
      (a, b) => order(a.party) - order(b.party) || a.to - b.to,
    );
}

/**
 * A shortest chain of steps from a state to one that is wanted; empty when the state itself is,
 * undefined when the steps lead to none. Ties by the order of the steps. Time O(states + steps).
 */
export function chainOfSteps(
  stepsAt: (state: number) => readonly Step[],
  start: number,
  isWanted: (state: number) => boolean,
): readonly Step[] | undefined {
  const cameBy = new Map<number, (Step & { readonly from: number }) | undefined>([
    [start, undefined],
  ]);
  for (const [state] of cameBy) {
    if (isWanted(state)) {
      const chain: Step[] = [];
      for (let step = cameBy.get(state); step; step = cameBy.get(step.from)) {
        chain.unshift({ party: step.party, to: step.to });
      }
      return chain;
    }
    for (const step of stepsAt(state)) {
      if (!cameBy.has(step.to)) cameBy.set(step.to, { ...step, from: state });
    }
  }
  return undefined;
}
