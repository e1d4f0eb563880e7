import { createContext, useContext } from 'react';
import type { HoldsFindings } from '../../index.js';

export type ConceptShown = HoldsFindings['concepts'][number];

/** The concepts of the answer shown, for every component below. */
export const ConceptsContext = createContext<readonly ConceptShown[]>([]);

/** The concepts of the answer shown. */
export function useConcepts(): readonly ConceptShown[] {
  return useContext(ConceptsContext);
}
