import type { CodePage } from './code-page.js';
import { wellCase } from './well-case.js';

/** The well case with a rule at the treaty. */
function treatyWith(consent: string): string {
  return wellCase(['[North, South], levels', `[North, South], consent: ${consent}, levels`]);
}

/** DET245 to DET247: rules of consent. */
export const consentCodes: Readonly<Record<string, CodePage>> = {
  DET245: {
    title: 'A rule of consent that is not clear',
    severity: 'error',
    meaning:
      'A block of consent says two things at once (`all` and `any`), nothing, or half of one: `at_least` and `weight` need `of`, a list beside the first and a block of `party: weight` lines beside the second; `all` and `any` have their list themselves.',
    why: 'Whose consent is enough decides every agreement that goes by the rule.',
    bad: treatyWith('{all: [North], any: [South]}'),
    good: treatyWith('{all: [North, {any: [South]}]}'),
  },
  DET246: {
    title: 'A quota that cannot be reached',
    severity: 'error',
    meaning: 'The weights of a rule of consent add up to less than its quota.',
    why: 'Nobody could ever consent, so that no agreement would be possible for a slip of the pen.',
    bad: treatyWith('{weight: 51, of: {North: 30, South: 20}}'),
    good: treatyWith('{weight: 51, of: {North: 30, South: 30}}'),
  },
  DET247: {
    title: 'Constituents in a circle',
    severity: 'error',
    meaning:
      'The consent of a party hangs on that of another, and so on back to the first. A party may name itself in its own `consent`: there it stands for its own judgement.',
    why: 'There is no telling who would have to consent first.',
    bad: wellCase([
      '{North: Northfield, South: Southam}',
      '{North: {name: Northfield, consent: South}, South: {name: Southam, consent: North}}',
    ]),
    good: wellCase([
      '{North: Northfield, South: Southam}',
      '{North: {name: Northfield, consent: {all: [North, South]}}, South: Southam}',
    ]),
  },
};
