import {
  briefDocument,
  type Case,
  explain,
  explainDocument,
  hasErrors,
  holds,
  holdsDocument,
  type Path,
  readCase,
  uncontrolled,
  version,
} from '../../index.js';
import type { Answer, Job, Outcome, PartyReadings, Readings } from './protocol.js';
import { vocabularyOf } from './vocabulary.js';

/** Reads a text and, where nothing stands in the way, makes the two documents from it. */
export function answerCase(text: string, asked: Readings): Outcome {
  const { case: theCase, diagnostics, hash } = readCase(text);
  if (!theCase) return { kind: 'answer', diagnostics, answer: undefined };
  const readings = knownReadings(theCase, asked);
  const options = { ...holds.defaults, readings };
  const hindrances = holds.check(theCase, options);
  const found = [...diagnostics, ...hindrances];
  if (hasErrors(hindrances)) return { kind: 'answer', diagnostics: found, answer: undefined };
  const report = holds.run(theCase, options, uncontrolled);
  const stamp = { hash, version };
  const answer: Answer = {
    title: theCase.title,
    handling: theCase.handling,
    parties: partyReadings(theCase, readings),
    vocabulary: vocabularyOf(theCase),
    brief: briefDocument(theCase, report, stamp),
    holds: holdsDocument(theCase, report, stamp),
  };
  return { kind: 'answer', diagnostics: found, answer };
}

/** Why one party, or each, stays at an outcome or leaves it. */
export function explainOutcome(job: Extract<Job, { kind: 'explain' }>): Outcome {
  const { case: theCase, hash } = readCase(job.text);
  if (!theCase) return { kind: 'explain', document: undefined };
  const options = {
    ...explain.defaults,
    readings: knownReadings(theCase, job.readings),
    parties: job.party === undefined ? [] : [job.party],
    state: job.state,
  };
  const report = explain.run(theCase, options, uncontrolled);
  return { kind: 'explain', document: explainDocument(theCase, report, { hash, version }) };
}

/** Where an element of the case stands in its text. */
export function locateElement(text: string, path: Path): Outcome {
  return { kind: 'locate', span: readCase(text).locate(path) };
}

/** The readings asked for that the case has: editing the text may have renamed one. */
function knownReadings(theCase: Case, asked: Readings): Readings {
  return Object.fromEntries(
    theCase.parties.flatMap(({ id }, party) => {
      const reading = theCase.preferences[party]?.find((one) => one.id === asked[id]);
      return reading ? [[id, reading.id]] : [];
    }),
  );
}

function partyReadings(theCase: Case, readings: Readings): readonly PartyReadings[] {
  return theCase.parties.map(({ id, name, called }, party) => {
    const own = theCase.preferences[party] ?? [];
    return {
      id,
      name,
      called,
      readings: own.map((reading) => ({ id: reading.id, label: reading.label })),
      inForce: readings[id] ?? own[0]?.id,
    };
  });
}
