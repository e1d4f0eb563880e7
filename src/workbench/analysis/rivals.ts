import {
  briefEnsemble,
  type Case,
  defaultConceptsOf,
  type EnsembleOptions,
  ensemble,
  holds,
  readCase,
  uncontrolled,
} from '../../index.js';
import type { Job, Outcome } from './protocol.js';
import { premisesOf } from './suppose.js';

/** What the brief asks of rival readings; undefined where it asks nothing (`briefEnsemble`). */
export function rivalOptions(theCase: Case): EnsembleOptions | undefined {
  const [concept = ensemble.defaults.concept] = defaultConceptsOf(theCase);
  const { where, replies } = holds.defaults;
  const options = briefEnsemble(theCase, { where, concept, replies });
  return options && ensemble.check(theCase, options).length === 0 ? options : undefined;
}

/**
 * Works out every combination of the rival readings, for the brief; undefined where it tells nothing of
 * them. The readings in force matter only by what is set aside for them.
 */
export function countRivals(job: Extract<Job, { kind: 'rivals' }>): Outcome {
  const { case: written } = readCase(job.text);
  if (!written) return { kind: 'rivals', rivals: undefined };
  const { theCase, aside } = premisesOf(written, job);
  const options = rivalOptions(theCase);
  if (!options) return { kind: 'rivals', rivals: undefined };
  const report = ensemble.run(theCase, options, uncontrolled);
  return { kind: 'rivals', rivals: { report, aside: aside.map(({ key }) => key) } };
}
