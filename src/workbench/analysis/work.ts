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
import type { Readings } from './protocol.js';

/** A case read and, where nothing stands in the way, what holds in it. */
export type Worked = {
  readonly reading: CaseReading;
  readonly diagnostics: readonly Diagnostic[];
  /** The readings asked for that the case has. */
  readonly readings: Readings;
  readonly found: { readonly theCase: Case; readonly report: HoldsReport } | undefined;
};

/** Works out what holds; asked again for the same text and readings, it answers from memory. */
export type Work = (text: string, asked: Readings) => Worked;

/** A `Work` that remembers its last answer. */
export function createWork(): Work {
  let last: { readonly key: string; readonly worked: Worked } | undefined;
  return (text, asked) => {
    const key = JSON.stringify([text, asked]);
    if (last?.key !== key) last = { key, worked: work(text, asked) };
    return last.worked;
  };
}

function work(text: string, asked: Readings): Worked {
  const reading = readCase(text);
  const { case: theCase, diagnostics } = reading;
  if (!theCase) return { reading, diagnostics, readings: {}, found: undefined };
  const readings = knownReadings(theCase, asked);
  const options = { ...holds.defaults, concepts: defaultConceptsOf(theCase), readings };
  const hindrances = holds.check(theCase, options);
  const all = [...diagnostics, ...hindrances];
  if (hasErrors(hindrances)) return { reading, diagnostics: all, readings, found: undefined };
  const report = holds.run(theCase, options, uncontrolled);
  return { reading, diagnostics: all, readings, found: { theCase, report } };
}

/** The readings asked for that the case has: editing the text may have renamed one. */
export function knownReadings(theCase: Case, asked: Readings): Readings {
  return Object.fromEntries(
    theCase.parties.flatMap(({ id }, party) => {
      const reading = theCase.preferences[party]?.find((one) => one.id === asked[id]);
      return reading ? [[id, reading.id]] : [];
    }),
  );
}
