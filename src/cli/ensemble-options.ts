import {
  allDoubtKinds,
  type Case,
  type DoubtKind,
  type EnsembleOptions,
  ensemble,
  type Headline,
} from '../index.js';
import {
  expressionOption,
  headlineOption,
  readingOptions,
  refuse,
  whereOptions,
} from './question-options.js';
import { CannotRun } from './terminal.js';
import type { QuestionFlags } from './verbs/holds.js';

/** What an ensemble can be asked with, as typed. */
export type EnsembleFlags = Pick<QuestionFlags, 'reading' | 'where' | 'concept' | 'replies'> & {
  readonly headline: readonly string[];
  readonly vary: string | undefined;
  readonly given: string | undefined;
  readonly draws: string | undefined;
  /** Where draws may stop early. */
  readonly precision?: string | undefined;
  readonly seed: string | undefined;
  readonly chunk: string | undefined;
  readonly choices: boolean;
};

/** Most draws of one ensemble: their answers are kept in memory, some ten bytes each. */
const mostDraws = 10_000_000;

/** Reads the flags of an ensemble, and refuses those that do not fit the case. */
export function ensembleOptions(
  theCase: Case,
  verb: string,
  flags: EnsembleFlags,
): EnsembleOptions {
  const { defaults } = ensemble;
  const [concept = defaults.concept] = headlineOption(theCase, verb, flags.concept).concepts;
  const where = whereOptions(theCase, flags.where);
  const headline = (flag: string, text: string): Headline => {
    const id = text.trim();
    const named = theCase.outcomes.find((outcome) => outcome.id === id);
    if (named) return { id, label: named.label, when: named.when };
    const proposal = theCase.proposals.find((one) => one.id === id);
    const when = expressionOption(theCase, flag, text, where);
    return { id, label: proposal?.label ?? id, when };
  };
  const count = (
    flag: string,
    text: string | undefined,
    usual: number,
    least: number,
    most = mostDraws,
  ) => {
    if (text === undefined) return usual;
    const number = Number(text.replaceAll(/[,_\s]/gu, ''));
    if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
    throw new CannotRun(
      `detente ${verb}: ${flag} "${text}": expected a whole number from ${least} to ${most}`,
    );
  };
  const options: EnsembleOptions = {
    readings: readingOptions(theCase, flags.reading),
    where,
    concept,
    replies: flags.replies,
    headlines:
      flags.headline.length === 0
        ? defaults.headlines
        : flags.headline.map((text) => headline('--headline', text)),
    vary: varied(verb, flags.vary) ?? defaults.vary,
    given: flags.given === undefined ? null : headline('--given', flags.given),
    draws: count('--draws', flags.draws, defaults.draws, 1),
    precision: precisionOption(verb, flags.precision) ?? defaults.precision,
    seed: count('--seed', flags.seed, defaults.seed, 0, Number.MAX_SAFE_INTEGER),
    chunk: flags.chunk === undefined ? null : count('--chunk', flags.chunk, 1, 1),
    choices: flags.choices,
  };
  refuse(verb, ensemble.check(theCase, options));
  return options;
}

const kindNames: Readonly<Record<string, DoubtKind>> = {
  readings: 'reading',
  wants: 'want',
  orders: 'order',
  rules: 'rule',
  today: 'today',
  numbers: 'number',
};

/** What `--vary` can name, for help. */
export const variedNames: readonly string[] = Object.keys(kindNames);

function varied(verb: string, text: string | undefined): readonly DoubtKind[] | undefined {
  if (text === undefined) return undefined;
  const kinds = text.split(',').map((word) => {
    const name = word.trim();
    const kind = Object.hasOwn(kindNames, name) ? kindNames[name] : undefined;
    if (kind) return kind;
    throw new CannotRun(
      `detente ${verb}: --vary "${text}": there is no kind of doubt "${name}"\n  kinds: ${variedNames.join(', ')}`,
    );
  });
  return allDoubtKinds.filter((kind) => kinds.includes(kind));
}

/** `2` or `2 %` is two hundredths; 0 goes on to the last draw. */
function precisionOption(verb: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\s*\d+(?:\.\d+)?\s*%?\s*$/u.test(text) ? Number.parseFloat(text) : Number.NaN;
  if (number >= 0 && number < 50) return number / 100;
  throw new CannotRun(
    `detente ${verb}: --precision "${text}": expected percentage points from 0 to 50, for example 2; 0 never stops early`,
  );
}
