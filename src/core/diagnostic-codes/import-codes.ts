import type { CodePage } from './code-page.js';

const options = `"options": [
    {"name": "Build", "permittedDirection": "both"},
    {"name": "Sue", "permittedDirection": "both"}
  ]`;

/** A small `.gmcr` file, with what stands between the braces of its first decision maker. */
function gmcr(first: string, more = '', top = options): string {
  return `{
  ${top},
  "infeasibles": [],
  "decisionMakers": [
    {"name": "Upper Town", "options": [0]${first}},
    {"name": "Lower Town", "options": [1], "preferences": [[[0, "N"]], [[1, "Y"]]], "preferenceRanking": [1, 2, 3, 4]}
  ]${more}
}
`;
}

const statements = ', "preferences": [[[0, "Y"]], [[1, "N"]]]';
const good = gmcr(statements);
const byHand = ',\n  "useManualPreferenceRanking": true';

/**
 * DET5xx: files of other programs. Examples are `.gmcr` files, as gmcr-py saves them. DET503, said of
 * misperceptions before they were imported, is not used again.
 */
export const importCodes: Readonly<Record<string, CodePage>> = {
  DET501: {
    title: 'The imported file is not JSON',
    severity: 'error',
    meaning:
      'The text breaks off or has a sign where JSON, the notation of `.gmcr` files, allows none.',
    why: 'Nothing can be read from it with certainty.',
    bad: good.replace('"infeasibles": [],', '"infeasibles": ['),
    good,
  },
  DET502: {
    title: 'The imported file has not the expected shape',
    severity: 'error',
    meaning: 'The file is JSON, but a part that a `.gmcr` file has is missing or of another kind.',
    why: 'A guess about what was meant would change the model.',
    bad: good.replace('"options": [0]', '"options": [7]'),
    good,
  },
  DET504: {
    title: 'A coalition is not imported',
    severity: 'warning',
    meaning:
      'The file groups decision makers in a coalition; its members become parties of their own.',
    why: 'What groups gain by acting together is answered without it, but not as one party.',
    bad: gmcr(statements, ',\n  "coalitions": [[0, 1]]'),
    good,
  },
  DET505: {
    title: 'A ranking does not fit the states',
    severity: 'error',
    meaning:
      'A ranking given by hand leaves states out, names one twice, or names one that is not there.',
    why: 'The order of the states it leaves out is not known.',
    bad: gmcr(', "preferenceRanking": [1, 2, 3]', byHand),
    good: gmcr(', "preferenceRanking": [1, 2, 3, 4]', byHand),
  },
  DET506: {
    title: 'A decision maker without preferences',
    severity: 'warning',
    meaning: 'The file gives a decision maker no preferences, or ranks all states alike.',
    why: 'Such a party never has a reason to move.',
    bad: gmcr(', "preferences": []'),
    good,
  },
};
