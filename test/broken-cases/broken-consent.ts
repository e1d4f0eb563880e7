import { wellCase, wellCaseAnd } from '../../src/core/diagnostic-codes/well-case.js';
import type { BrokenCase } from './broken-case.js';

const treaty = (consent: string) =>
  wellCase(['[North, South], levels', `[North, South], consent: ${consent}, levels`]);
const party = (consent: string) =>
  wellCase(['South: Southam', `South: {name: Southam, consent: ${consent}}`]);

/** Rules of consent that do not load. */
export const brokenConsent: readonly BrokenCase[] = [
  {
    name: 'a plain list as a rule of consent',
    text: treaty('[North, South]'),
    code: 'DET203',
    at: '7:44',
    sees: '[North, South]',
  },
  {
    name: 'a misspelt key of a rule of consent',
    text: treaty('{all: [North, {anny: [South]}]}'),
    code: 'DET201',
    at: '7:59',
    sees: 'anny',
  },
  {
    name: 'a count of more branches than there are',
    text: treaty('{at_least: 3, of: [North, South]}'),
    code: 'DET207',
    at: '7:55',
    sees: '3',
  },
  {
    name: 'half a branch',
    text: treaty('{at_least: 1.5, of: [North, South]}'),
    code: 'DET207',
    at: '7:55',
    sees: '1.5',
  },
  {
    name: 'a weight below 0',
    text: treaty('{weight: 1, of: {North: 2, South: -1}}'),
    code: 'DET207',
    at: '7:78',
    sees: '-1',
  },
  {
    name: 'a quota of 0',
    text: treaty('{weight: 0, of: {North: 2, South: 1}}'),
    code: 'DET207',
    at: '7:53',
    sees: '0',
  },
  {
    name: 'the consent of nobody in particular',
    text: treaty('{all: [North, {any: []}]}'),
    code: 'DET210',
    at: '7:64',
    sees: '[]',
  },
  {
    name: 'a constituent that is not in the case',
    text: party('{all: [South, Nort]}'),
    code: 'DET211',
    at: '3:76',
    sees: 'Nort',
  },
  {
    name: 'a party twice as a branch',
    text: treaty('{any: [North, South, North]}'),
    code: 'DET213',
    at: '7:65',
    sees: 'North',
  },
  {
    name: 'a rule of consent for what is no agreement',
    text: wellCase(['{by: North, levels', '{by: North, consent: North, levels']),
    code: 'DET225',
    at: '5:21',
    sees: 'consent',
  },
  {
    name: 'the consent of a party that does not sign',
    text: wellCase(
      ['South: Southam', 'South: Southam, East: Eastow'],
      ['[North, South], levels', '[North, South], consent: {any: [North, East]}, levels'],
      ['  South: [pump', '  East: [pump = shared]\n  South: [pump'],
    ),
    code: 'DET225',
    at: '7:35',
    sees: 'consent',
  },
  {
    name: 'a rule of the case by which no agreement goes',
    text: wellCaseAnd('consent: {any: [North, South]}').replace(
      '[North, South], levels',
      '[North, South], consent: North, levels',
    ),
    code: 'DET225',
    at: '12:1',
    sees: 'consent',
  },
  {
    name: 'both all and any',
    text: treaty('{all: [North], any: [South]}'),
    code: 'DET245',
    at: '7:59',
    sees: 'any',
  },
  {
    name: 'all with of',
    text: treaty('{all: [North], of: [South]}'),
    code: 'DET245',
    at: '7:59',
    sees: 'of',
  },
  {
    name: 'of alone',
    text: treaty('{of: [North, South]}'),
    code: 'DET245',
    at: '7:45',
    sees: 'of',
  },
  {
    name: 'a count of nobody',
    text: treaty('{at_least: 1}'),
    code: 'DET245',
    at: '7:45',
    sees: 'at_least',
  },
  {
    name: 'weights without weights',
    text: treaty('{weight: 1, of: [North, South]}'),
    code: 'DET245',
    at: '7:56',
    sees: 'of',
  },
  {
    name: 'a rule of consent that says nothing',
    text: treaty('{}'),
    code: 'DET245',
    at: '7:44',
    sees: '{}',
  },
  {
    name: 'a quota above all weights',
    text: treaty('{weight: 2/3, of: {North: 0.5, South: 1/8}}'),
    code: 'DET246',
    at: '7:53',
    sees: '2/3',
  },
  {
    name: 'constituents in a circle',
    text: party('{any: [South, North]}').replace(
      'North: Northfield',
      'North: {name: Northfield, consent: South}',
    ),
    code: 'DET247',
    at: '3:37',
    sees: 'consent',
  },
];
