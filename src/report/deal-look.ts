import type { Case } from '../core/case.js';
import { compileExpression } from '../core/expression.js';
import { expressionWords } from '../core/expression-words.js';
import { proposalLevels } from '../core/proposal-levels.js';
import type { DealVerdict, Standing } from '../questions/deals-findings.js';
import type { PackageAnswer } from '../questions/judge-package.js';
import { amountWords } from './amount-words.js';
import { noDealName } from './deal-marks.js';
import { type DealsReport, wordsForDeals } from './deals-words.js';
import type { Inline } from './document.js';
import { markWords } from './mark-words.js';
import { noDealPhrase } from './no-deal-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import { capitalised, exitSentence, type Words } from './words.js';

/** How one party looks at a package. */
export type DealCard = {
  readonly party: string;
  readonly name: string;
  /** Its view where all no deals give the same; `mixed` where they do not. */
  readonly view: Standing | 'mixed';
  /** `Better than no deal: it would have “a ceasefire”.`, once for each no deal. */
  readonly against: readonly (readonly Inline[])[];
  /** `45 of its own points`; undefined without points. */
  readonly amount: string | undefined;
  /** `It has to sign.`; undefined where its consent is not used. */
  readonly signs: string | undefined;
  readonly redLine: readonly Inline[] | undefined;
  /** How it would break the package, the best way first; empty where it would not. */
  readonly breaks: readonly (readonly Inline[])[];
};

/** A package seen closely: in words, who likes it, who has to sign, who would break it. */
export type DealLook = {
  readonly state: number;
  readonly levels: readonly number[];
  readonly name: string;
  /** Empty where the name says it already. */
  readonly description: string;
  /** By consent, then by what holds; one sentence each. */
  readonly verdict: readonly string[];
  readonly cards: readonly DealCard[];
  /** The proposal the fewest changes away, and what is different here; undefined without proposals. */
  readonly nearest: string | undefined;
};

/** Ways to break a package that are told for each party. */
const mostWays = 2;

/**
 * A judged package in words; undefined where a rule forbids it.
 *
 * Every sentence on consent says what no deal is. Of proposals equally near the first in the file is
 * told. Time O(parties × (no deals + ways out) + proposals × issues).
 */
export function dealLook(
  theCase: Case,
  report: DealsReport,
  { verdict, facts, levels }: PackageAnswer,
): DealLook | undefined {
  if (!verdict || !facts) return undefined;
  const words = wordsForDeals(theCase, {
    ...report,
    levels: { ...report.levels, ...levels },
  });
  const { state } = verdict;
  const near = nearestProposal(theCase, facts.levels);
  const isProposal = near !== undefined && near.changes.length === 0;
  const description = words.description(state);
  const called = isProposal ? `“${near.label}”` : words.outcome(state);
  return {
    state,
    levels: facts.levels,
    name: sentenceCase(called),
    description: called === description || state === report.today ? '' : description,
    verdict: verdictSentences(theCase, words, report, verdict),
    cards: theCase.parties.map(({ id, name }, party) => {
      const reading = readingOf(theCase, report, party);
      const standings = verdict.against.map(({ standing }) => standing[id] ?? 'unknown');
      const [first = 'unknown'] = standings;
      const amount = verdict.utilities[id];
      const reason = verdict.reasons.find((one) => one.party === id);
      const isBreaker = reason?.verdict === 'leaves';
      return {
        party: id,
        name,
        view: standings.every((one) => one === first) ? first : 'mixed',
        against: againstSentences(words, report, verdict, id),
        amount: amount === undefined ? undefined : `${amountWords(amount)} of its own points`,
        signs: signsSentence(verdict, id),
        redLine: redLineSentence(theCase, reading, facts.levels),
        breaks:
          reason && isBreaker
            ? reason.exits
                .filter(({ isDeterred }) => !isDeterred)
                .slice(0, mostWays)
                .map((exit) => asked(capitalised(exitSentence(words, reason, exit)), id, state))
            : [],
      };
    }),
    nearest: near && nearestSentence(words, near),
  };
}

function readingOf(theCase: Case, report: DealsReport, party: number) {
  const own = theCase.preferences[party] ?? [];
  const asked = report.options.readings[theCase.parties[party]?.id ?? ''];
  return own.find(({ id }) => id === asked) ?? own[0];
}

function verdictSentences(
  theCase: Case,
  words: Words,
  report: DealsReport,
  verdict: DealVerdict,
): readonly string[] {
  const { state } = verdict;
  const what = noDealPhrase(theCase, words, report);
  if (report.noDeal.some(({ states }) => states.length === 1 && states[0] === state)) {
    return ['This is no deal itself: where things go if nothing is agreed.'];
  }
  const signers = [...new Set(verdict.against.flatMap((one) => one.signers))];
  const unwilling = signers.filter((party) =>
    verdict.against.some(
      ({ standing }) => standing[party] === 'below' || standing[party] === 'within',
    ),
  );
  const crossing = verdict.crossing.filter((party) => signers.includes(party));
  const short = [...new Set([...unwilling, ...crossing])];
  const consent = !verdict.isDeal
    ? 'No deal is needed for this: one party alone could bring it about.'
    : verdict.isAcceptable
      ? `At least as good as no deal (${what}) for all whose consent it uses, on this reading.`
      : short.length === 0
        ? `The consent that it uses would not be given (no deal: ${what}).`
        : `${sentenceCase(words.parties(short))} would not sign, on this reading (no deal: ${what}).`;
  if (verdict.isSelfEnforcing === null) return [consent];
  const leavers = verdict.breakers.map(({ party }) => party);
  const holding = verdict.isSelfEnforcing
    ? `Would hold once in place${verdict.mark === null ? '' : `: ${markWords[verdict.mark]}`}.`
    : leavers.length === 0
      ? 'Would not hold once in place.'
      : `Would not hold: ${words.parties(leavers)} would leave it.`;
  return [consent, holding];
}

const standingText: Readonly<Record<Standing, string>> = {
  above: 'Better than no deal',
  same: 'As good as no deal',
  within: 'Better than some outcomes of the circle that no deal is, not better than others',
  below: 'Worse than no deal',
  unknown: 'There is no telling: the case gives it no “no deal”',
};

/** One sentence where every no deal gives the same; else one for each. */
function againstSentences(
  words: Words,
  report: DealsReport,
  verdict: DealVerdict,
  party: string,
): readonly (readonly Inline[])[] {
  const sentences = verdict.against.map(({ standing, difference }, index) => {
    const own = standing[party] ?? 'unknown';
    const told = difference[party] ?? null;
    const why: readonly Inline[] =
      told === null || (own !== 'above' && own !== 'below')
        ? []
        : [': it would ', ...(own === 'above' ? words.gain(told) : words.loss(told))];
    return { index, own, content: [standingText[own], ...why, '.'] };
  });
  const texts = new Set(sentences.map(({ content }) => JSON.stringify(content)));
  const [first] = sentences;
  if (!first) return [];
  const asks = (content: readonly Inline[]) => asked(content, party, verdict.state);
  if (texts.size === 1) return [asks(first.content)];
  return sentences.map(({ index, content }) =>
    asks([`Against ${noDealName(report, index)}: `, ...content]),
  );
}

/** The wants of a sentence can be asked "why?". */
function asked(content: readonly Inline[], party: string, state: number): readonly Inline[] {
  return content.map((piece) =>
    typeof piece === 'object' && piece.kind === 'emphasis'
      ? { kind: 'why', text: piece.text, ask: { about: 'verdict', party, state } }
      : piece,
  );
}

function signsSentence(verdict: DealVerdict, party: string): string | undefined {
  if (verdict.against.some(({ required }) => required.includes(party))) return 'It has to sign.';
  if (verdict.against.some(({ signers }) => signers.includes(party))) {
    return 'It is one of those who could sign.';
  }
  return undefined;
}

function redLineSentence(
  theCase: Case,
  reading: ReturnType<typeof readingOf>,
  levels: readonly number[],
): readonly Inline[] | undefined {
  const crossed = (reading?.redLines ?? []).filter(({ line }) =>
    compileExpression(line, theCase)(levels),
  );
  if (crossed.length === 0) return undefined;
  return [
    `Crosses ${crossed.length === 1 ? 'a red line' : 'red lines'} of it: `,
    ...crossed.flatMap(({ line, label, path }, at): Inline[] => [
      ...(at === 0 ? [] : ['; ']),
      {
        kind: 'why',
        text: label ?? expressionWords(line, theCase),
        ask: { about: 'element', path },
      },
    ]),
    '.',
  ];
}

type Near = {
  readonly label: string;
  /** Issues on which the package differs from it, with the package's level. */
  readonly changes: readonly { readonly issue: number; readonly level: number }[];
};

function nearestProposal(theCase: Case, levels: readonly number[]): Near | undefined {
  let best: Near | undefined;
  for (const proposal of theCase.proposals) {
    const changes = proposalLevels(proposal, theCase.today).flatMap(({ issue, level }) => {
      const own = levels[issue];
      return own === undefined || own === level ? [] : [{ issue, level: own }];
    });
    changes.sort((a, b) => a.issue - b.issue);
    if (!best || changes.length < best.changes.length) best = { label: proposal.label, changes };
  }
  return best;
}

function nearestSentence(words: Words, { label, changes }: Near): string {
  if (changes.length === 0) return `This is the proposal “${label}”.`;
  const clauses = series(changes.map(({ issue, level }) => words.clause(issue, level)));
  return `The nearest proposal is “${label}”, ${counted(changes.length, 'change')} away: here, ${clauses}.`;
}
