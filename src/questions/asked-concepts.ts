import { askableFamilies, furtherConceptOf } from '../analysis/stability/further-concepts.js';
import type { Case } from '../core/case.js';
import {
  conceptIds,
  type HeadlineId,
  isMixture,
  mixtureOf,
  type PartyConcept,
} from '../core/concept-ids.js';

/** Concepts in the order of headline first, then from the strictest published one on. */
export const usualConcepts: readonly PartyConcept[] = [
  'firm',
  ...conceptIds.filter((id) => id !== 'firm'),
];

/** Concepts to compute, the first decides what holds; and those that have tables but no steps. */
export type AskedConcepts = {
  readonly concepts: readonly HeadlineId[];
  readonly further: readonly string[];
};

/** What is computed unless concepts are asked for: the case's own mixture, if it has one, first. */
export function defaultConceptsOf(theCase: Case): readonly HeadlineId[] {
  const hasOwn = theCase.parties.some(({ concept }) => concept !== undefined);
  return hasOwn ? [mixtureOf(theCase, {}), ...usualConcepts] : usualConcepts;
}

/**
 * Reads which concepts are asked for: `nash,seq`, a mixture `US=nash,RU=seq` (one; parties left out use
 * the concept of the case file, else firm), and concepts without steps such as `limited:2`.
 *
 * Where only concepts without steps are named, what holds is judged, and how it is held told, as when
 * nothing is asked for.
 *
 * @returns what is asked for, or in words what is wrong with it.
 */
export function askedConcepts(
  theCase: Case,
  text: string | undefined,
): AskedConcepts | { readonly problem: string } {
  if (text === undefined) return { concepts: defaultConceptsOf(theCase), further: [] };
  const chosen: Partial<Record<string, PartyConcept>> = Object.create(null);
  const parts = text.split(',').map((part) => part.trim());
  const concepts: (PartyConcept | 'mixture')[] = [];
  const further: string[] = [];
  for (const part of parts) {
    if (isMixture(part)) {
      const problem = chooseFor(theCase, part, chosen);
      if (problem !== undefined) return { problem };
      concepts.push('mixture');
      continue;
    }
    const known = conceptIds.find((id) => id === part.toLowerCase());
    if (known) {
      concepts.push(known);
      continue;
    }
    const [key = '', ...argument] = part.split(':');
    const id = [key.toLowerCase(), ...argument].join(':');
    const found = furtherConceptOf(theCase, id);
    if (!found) return { problem: `there is no concept "${part}"; choose from ${choices()}` };
    if ('refusal' in found) return { problem: found.refusal };
    further.push(id);
  }
  const ids = [...new Set(concepts)].map((id) =>
    id === 'mixture' ? mixtureOf(theCase, chosen) : id,
  );
  return {
    concepts: ids.length > 0 ? ids : defaultConceptsOf(theCase),
    further: [...new Set(further)],
  };
}

/** Every id that can be asked for, as a list for messages. */
export function choices(): string {
  const usages = askableFamilies.map(({ usage }) => usage);
  return `${conceptIds.join(', ')}; one for each party as in A=nash,B=seq; or, beside these, ${usages.join(', ')}`;
}

function chooseFor(
  theCase: Case,
  part: string,
  chosen: Partial<Record<string, PartyConcept>>,
): string | undefined {
  const [party = '', name = ''] = part.split('=').map((word) => word.trim());
  if (!theCase.parties.some(({ id }) => id === party)) {
    return `there is no party "${party}"; parties: ${theCase.parties.map(({ id }) => id).join(', ')}`;
  }
  const concept = conceptIds.find((id) => id === name.toLowerCase());
  if (!concept) {
    return `${party} can be judged by ${conceptIds.join(', ')}, not by "${name}": other concepts have no steps, or are not of one party`;
  }
  const other = chosen[party];
  if (other !== undefined && other !== concept) {
    return `${party} is given two concepts, ${other} and ${concept}; name one`;
  }
  chosen[party] = concept;
  return undefined;
}
