import {
  briefDocument,
  type Case,
  conceptForAll,
  defaultConceptsOf,
  explain,
  explainDocument,
  holdsDocument,
  makeStable,
  makeStableDocument,
  outcomeLook,
  type Path,
  readCase,
  stateGraph,
  uncontrolled,
  version,
} from '../../index.js';
import { openingsOf } from './openings.js';
import type { Answer, Job, Outcome, PartyReadings, Readings, SetAside } from './protocol.js';
import { premisesOf } from './suppose.js';
import { vocabularyOf } from './vocabulary.js';
import type { Work } from './work.js';

/** Reads a text and, where nothing stands in the way, makes the documents and the picture from it. */
export function answerCase(work: Work, asked: Extract<Job, { kind: 'answer' }>): Outcome {
  const { reading, diagnostics, readings, aside, found } = work(asked);
  if (!found) return { kind: 'answer', diagnostics, answer: undefined };
  const { theCase, report } = found;
  const stamp = { hash: reading.hash, version };
  const rivals = asked.rivals && isWithout(asked.rivals.aside, aside) ? asked.rivals : undefined;
  const alone = briefDocument(theCase, report, stamp);
  const answer: Answer = {
    title: theCase.title,
    handling: theCase.handling,
    parties: partyReadings(theCase, readings),
    vocabulary: vocabularyOf(theCase),
    // As the file has it: what is supposed can be chosen otherwise.
    openings: { ...openingsOf(reading.case ?? theCase), aside },
    brief: rivals ? briefDocument(theCase, report, stamp, undefined, rivals.report) : alone,
    briefAlone: rivals ? alone : undefined,
    holds: holdsDocument(theCase, report, stamp),
    graph: stateGraph(theCase, report),
    concepts: report.concepts,
  };
  return { kind: 'answer', diagnostics, answer };
}

/** Whether just these suppositions were set aside. */
function isWithout(keys: readonly string[], aside: readonly SetAside[]): boolean {
  return keys.join() === aside.map(({ key }) => key).join();
}

/** One outcome seen closely: its way, each party's verdict, who leaves it and what grows from it. */
export function lookAtOutcome(work: Work, job: Extract<Job, { kind: 'look' }>): Outcome {
  const { readings, found } = work(job);
  if (!found) return { kind: 'look', look: undefined };
  const { theCase, report } = found;
  const options = {
    ...explain.defaults,
    readings,
    concept: report.options.concepts[0] ?? explain.defaults.concept,
    state: job.state,
  };
  const explained = explain.run(theCase, options, uncontrolled);
  return { kind: 'look', look: outcomeLook(theCase, report, explained) };
}

/** Why one party, or each, stays at an outcome or leaves it. */
export function explainOutcome(job: Extract<Job, { kind: 'explain' }>): Outcome {
  const { case: written, hash } = readCase(job.text);
  if (!written) return { kind: 'explain', document: undefined };
  const { theCase, readings } = premisesOf(written, job);
  const options = {
    ...explain.defaults,
    concept: defaultConceptsOf(theCase)[0] ?? 'firm',
    readings,
    parties: job.party === undefined ? [] : [job.party],
    state: job.state,
  };
  const report = explain.run(theCase, options, uncontrolled);
  return { kind: 'explain', document: explainDocument(theCase, report, { hash, version }) };
}

const severalConcepts =
  'the case judges its parties by different concepts, and this can be asked under one concept for all only';

/** What the parties would have to want for an outcome to hold. */
export function answerMakeStable(job: Extract<Job, { kind: 'makeStable' }>): Outcome {
  const { case: written, hash } = readCase(job.text);
  if (!written) return { kind: 'makeStable', document: undefined, hindrance: undefined };
  const { theCase, readings } = premisesOf(written, job);
  const [headline = makeStable.defaults.concept] = defaultConceptsOf(theCase);
  const concept = conceptForAll(
    headline,
    theCase.parties.map(({ id }) => id),
  );
  if (!concept) return { kind: 'makeStable', document: undefined, hindrance: severalConcepts };
  const options = {
    ...makeStable.defaults,
    readings,
    concept,
    state: job.state,
  };
  const [hindrance] = makeStable
    .check(theCase, options)
    .filter(({ severity }) => severity === 'error');
  if (hindrance) return { kind: 'makeStable', document: undefined, hindrance: hindrance.what };
  const report = makeStable.run(theCase, options, uncontrolled);
  const document = makeStableDocument(theCase, report, { hash, version });
  return { kind: 'makeStable', document, hindrance: undefined };
}

/** Where an element of the case stands in its text. */
export function locateElement(text: string, path: Path): Outcome {
  return { kind: 'locate', span: readCase(text).locate(path) };
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
