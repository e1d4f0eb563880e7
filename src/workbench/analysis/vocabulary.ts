import type { Case } from '../../index.js';
import type { Vocabulary } from './protocol.js';

/** The names that the text of a case may use, each with what it stands for. */
export function vocabularyOf(theCase: Case): Vocabulary {
  const { parties, issues, terms, outcomes, scenarios, evidence } = theCase;
  return {
    parties: parties.map(({ id, name }) => ({ id, says: name })),
    issues: issues.map(({ id, label, levels }) => ({
      id,
      says: label,
      levels: levels.map((level) => ({ id: level.id, says: level.says ?? level.label })),
    })),
    terms: terms.map(({ id, text }) => ({ id, says: text })),
    outcomes: [...outcomes, ...scenarios].map(({ id, label }) => ({ id, says: label })),
    evidence: [
      ...evidence.sources.map(({ id, title }) => ({ id, says: title })),
      ...evidence.statements.map(({ id, text }) => ({ id, says: text })),
      ...evidence.claims.map(({ id, text }) => ({ id, says: text })),
    ],
  };
}
