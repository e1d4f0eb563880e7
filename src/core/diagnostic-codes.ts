import type { Severity } from './diagnostic.js';
import type { CodePage } from './diagnostic-codes/code-page.js';
import { consentCodes } from './diagnostic-codes/consent-codes.js';
import { domainCodes } from './diagnostic-codes/domain-codes.js';
import { doubtCodes } from './diagnostic-codes/doubt-codes.js';
import { expressionCodes } from './diagnostic-codes/expression-codes.js';
import { importCodes } from './diagnostic-codes/import-codes.js';
import { meaningCodes } from './diagnostic-codes/meaning-codes.js';
import { preferenceCodes } from './diagnostic-codes/preference-codes.js';
import { structureCodes } from './diagnostic-codes/structure-codes.js';
import { textCodes } from './diagnostic-codes/text-codes.js';
import { threatCodes } from './diagnostic-codes/threat-codes.js';

/**
 * Every code that a case file, or an imported one, can be given, with the page that explains it.
 *
 * DET1xx: the text as such; DET2xx: structure and names; DET3xx: conditions; DET4xx: what the case
 * means as a whole; DET5xx: files of other programs. A code keeps its meaning for good and is never used again for another.
 */
export const diagnosticCodes: Readonly<Record<string, CodePage>> = {
  ...textCodes,
  ...structureCodes,
  ...consentCodes,
  ...preferenceCodes,
  ...doubtCodes,
  ...expressionCodes,
  ...meaningCodes,
  ...threatCodes,
  ...importCodes,
  ...domainCodes,
};

/** The severity that a code has unless the place says otherwise; an error if it is not known. */
export function severityOf(code: string): Severity {
  return diagnosticCodes[code]?.severity ?? 'error';
}
