import {
  type Case,
  type EnsembleOptions,
  ensemble,
  type Headline,
  type Replies,
} from '../index.js';
import { idsOption } from './id-option.js';
import {
  expressionOption,
  headlineOption,
  readingOptions,
  refuse,
  whereOptions,
} from './question-options.js';
import { CannotRun } from './terminal.js';

/** Flags that say what an ensemble is about. */
export type EnsembleFlags = {
  readonly reading: readonly string[];
  readonly where: readonly string[];
  readonly concept: string | undefined;
  readonly replies: Replies;
  readonly headline: readonly string[];
  readonly given: string | undefined;
  readonly vary: string | undefined;
  readonly draws: string | undefined;
  readonly seed: string | undefined;
  readonly choices: boolean;
};

/** The options of an ensemble; refuses those that do not fit the case. */
export function ensembleOptions(
  theCase: Case,
  verb: string,
  flags: EnsembleFlags,
): EnsembleOptions {
  const { defaults } = ensemble;
  const [concept = defaults.concept] = headlineOption(theCase, verb, flags.concept).concepts;
  const where = whereOptions(theCase, flags.where);
  const vary = idsOption(verb, '--vary', flags.vary, 'kind', defaults.vary);
  const options: EnsembleOptions = {
    ...defaults,
    readings: readingOptions(theCase, flags.reading),
    where,
    concept,
    replies: flags.replies,
    headlines:
      flags.headline.length === 0
        ? null
        : flags.headline.map((text) => headlineOf(theCase, '--headline', text, where)),
    given: flags.given === undefined ? null : headlineOf(theCase, '--given', flags.given, where),
    vary:
      flags.vary === undefined
        ? defaults.vary
        : defaults.vary.filter((kind) => vary.includes(kind)),
    draws: countOption('--draws', flags.draws, 1, defaults.draws),
    seed: countOption('--seed', flags.seed, 0, defaults.seed),
    choices: flags.choices,
  };
  refuse(verb, ensemble.check(theCase, options));
  return options;
}

/** A named outcome by its id, else an expression under its own text. */
function headlineOf(
  theCase: Case,
  flag: string,
  text: string,
  where: Readonly<Record<string, string>>,
): Headline {
  const id = text.trim();
  const named = theCase.outcomes.find((outcome) => outcome.id === id);
  if (named) return { id, label: named.label, when: named.when };
  return { id, label: id, when: expressionOption(theCase, flag, text, where) };
}

function countOption(
  flag: string,
  text: string | undefined,
  least: number,
  otherwise: number,
): number {
  if (text === undefined) return otherwise;
  const count = /^\d+$/.test(text) ? Number(text) : -1;
  if (Number.isSafeInteger(count) && count >= least) return count;
  throw new CannotRun(`${flag} "${text}": expected a whole number from ${least}`);
}
