import {
  type Case,
  type CaseReading,
  type Diagnostic,
  defaultConceptsOf,
  type HoldsReport,
  hasErrors,
  holds,
  readCase,
  uncontrolled,
} from '../../index.js';
import type { Asked, Readings, SetAside } from './protocol.js';
import { premisesOf } from './suppose.js';

/** A case read and, where nothing stands in the way, what holds in it. */
export type Worked = {
  readonly reading: CaseReading;
  readonly diagnostics: readonly Diagnostic[];
  /** The readings asked for that the case has. */
  readonly readings: Readings;
  /** Suppositions that the answer is made without. */
  readonly aside: readonly SetAside[];
  /** The case is as it is under what is supposed. */
  readonly found: { readonly theCase: Case; readonly report: HoldsReport } | undefined;
};

/** Works out what holds; asked the same again, it answers from memory. */
export type Work = (asked: Asked) => Worked;

/** A `Work` that remembers its last answer. */
export function createWork(): Work {
  let last: { readonly key: string; readonly worked: Worked } | undefined;
  return (asked) => {
    const key = keyOf(asked);
    if (last?.key !== key) last = { key, worked: work(asked) };
    return last.worked;
  };
}

/** Tells what is asked apart from anything else that could be. */
export function keyOf({ text, readings, supposed }: Asked): string {
  return JSON.stringify([text, readings, supposed]);
}

function work(asked: Asked): Worked {
  const reading = readCase(asked.text);
  const { case: written, diagnostics } = reading;
  if (!written) return { reading, diagnostics, readings: {}, aside: [], found: undefined };
  const { theCase, readings, aside } = premisesOf(written, asked);
  const options = { ...holds.defaults, concepts: defaultConceptsOf(theCase), readings };
  const hindrances = holds.check(theCase, options);
  const all = [...diagnostics, ...hindrances];
  if (hasErrors(hindrances)) {
    return { reading, diagnostics: all, readings, aside, found: undefined };
  }
  const report = holds.run(theCase, options, uncontrolled);
  return { reading, diagnostics: all, readings, aside, found: { theCase, report } };
}
