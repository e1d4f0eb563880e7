import type { Column, Readout } from '../questions/ensemble-findings.js';

/** What a column says of its headline: as it is, as it would be, and as it would not be. */
type ReadoutWords = {
  readonly is: string;
  readonly would: string;
  readonly wouldNot: string;
};

const agreed = 'at least as good as no deal for all whose consent it needs';

const ofHeadline: Readonly<Partial<Record<Readout, ReadoutWords>>> = {
  holds: { is: 'would hold', would: 'would hold', wouldNot: 'would not hold' },
  'left alone': {
    is: 'is where things go if left alone',
    would: 'would be where things go if left alone',
    wouldNot: 'would not be where things go if left alone',
  },
  'left alone for some': {
    is: 'is where things may go if left alone, depending on who moves first',
    would: 'would be where things may go if left alone, depending on who moves first',
    wouldNot: 'would not be where things may go if left alone, whoever moves first',
  },
  'on offer': { is: 'is on offer', would: 'would be on offer', wouldNot: 'would not be on offer' },
  agreed: {
    is: `is ${agreed}, and would hold`,
    would: `would be ${agreed}, and hold`,
    wouldNot: 'would fall short of no deal for someone whose consent it needs, or not hold',
  },
};

const ofAll: Readonly<Partial<Record<Readout, ReadoutWords>>> = {
  stays: {
    is: 'things stay as today',
    would: 'things would stay as today',
    wouldNot: 'things would not stay as today',
  },
  circle: {
    is: 'things may go round a circle',
    would: 'things might go round a circle',
    wouldNot: 'things would not go round a circle',
  },
  deal: {
    is: `some deal is ${agreed}, and would hold`,
    would: `some deal would be ${agreed}, and hold`,
    wouldNot: `no deal that would hold would be ${agreed}`,
  },
};

function ofScenario({ subject, label }: Column): ReadoutWords {
  if (subject === 'depends') {
    return {
      is: 'it depends on who moves first to which scenario things go',
      would: 'it would depend on who moves first to which scenario things go',
      wouldNot: 'it would not depend on who moves first to which scenario things go',
    };
  }
  const where = subject === 'other' ? 'outside all the scenarios' : `to the scenario “${label}”`;
  return {
    is: `left alone, things go ${where}`,
    would: `things would go ${where}`,
    wouldNot: `things would not go ${where}`,
  };
}

/** Whether the words of a column need a comma before what follows them. */
export function needsComma({ readout, subject }: Column): boolean {
  return (
    readout === 'agreed' ||
    readout === 'deal' ||
    readout === 'left alone' ||
    readout === 'left alone for some' ||
    (readout === 'scenario' && subject === 'depends')
  );
}

/** What a column says where it is so, as a clause: `“the opening” would hold`. */
export function columnClause(column: Column): string {
  return column.readout === 'scenario' || ofAll[column.readout]
    ? wordsOf(column).is
    : `“${column.label}” ${wordsOf(column).is}`;
}

/** The clause without the name of its headline: `would hold`. */
export function isWords(column: Column): string {
  return wordsOf(column).is;
}

/** The clause without the name of the headline, where the answer turns: `would not hold`. */
export function turnedWords(column: Column, isSo: boolean): string {
  return isSo ? wordsOf(column).would : wordsOf(column).wouldNot;
}

/** Whether a column is about a headline of its own name. */
export function isOfHeadline({ readout }: Column): boolean {
  return ofHeadline[readout] !== undefined;
}

/** Whether a column is about what one party might choose. */
export function isOfChoice({ party }: Column): boolean {
  return party !== null;
}

function wordsOf(column: Column): ReadoutWords {
  return ofHeadline[column.readout] ?? ofAll[column.readout] ?? ofScenario(column);
}
