import type { Control } from '../../core/report.js';

/** How often, at most, progress is told over a whole budget. */
const progressSteps = 400;

/**
 * Work that may still be done, counted in steps and not in time, so that what is left out is the same
 * on every machine.
 */
export type WorkBudget = {
  /** Takes steps; false, with nothing taken, when fewer are left or the work was stopped. */
  readonly take: (steps: number) => boolean;
  /** Takes steps for work that is done in any case, as far as there are any left. */
  readonly charge: (steps: number) => void;
  readonly left: () => number;
  /** A budget of at most so many of the steps left: what it takes is taken here, too. */
  readonly part: (most: number) => WorkBudget;
};

/**
 * A budget of so many steps, which tells its progress as they are taken.
 *
 * With no steps nothing may be done. A part takes from the whole, never the other way round: steps
 * that a part leaves are left for what comes after it. O(1) a call.
 */
export function workBudget(most: number, control: Control): WorkBudget {
  let left = most;
  let told = most;
  const spend = (steps: number) => {
    left -= Math.min(left, steps);
    if (told - left < most / progressSteps) return;
    told = left;
    control.progress(Math.round(((most - left) / most) * 100), 100);
  };
  const budget: WorkBudget = {
    take: (steps) => {
      if (steps > left || control.stopped()) return false;
      spend(steps);
      return true;
    },
    charge: spend,
    left: () => left,
    part: (share) => partOf(budget, share),
  };
  return budget;
}

function partOf(whole: WorkBudget, most: number): WorkBudget {
  let own = Math.min(most, whole.left());
  const left = () => Math.min(own, whole.left());
  const part: WorkBudget = {
    take: (steps) => {
      if (steps > own || !whole.take(steps)) return false;
      own -= steps;
      return true;
    },
    charge: (steps) => {
      own -= Math.min(own, steps);
      whole.charge(steps);
    },
    left,
    part: (share) => partOf(part, Math.min(share, left())),
  };
  return part;
}

/** A budget that never runs out. */
export const endlessWork: WorkBudget = {
  take: () => true,
  charge: () => {},
  left: () => Number.POSITIVE_INFINITY,
  part: () => endlessWork,
};
