import type { Case, Reading } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';
import type { Difference } from '../core/difference.js';
import { compileExpression } from '../core/expression.js';
import { expressionWords } from '../core/expression-words.js';
import type { Exit, Opinion, Reason } from '../questions/holds-findings.js';
import type { Inline } from './document.js';
import { type ExplainReport, wordsForExplain } from './explain-words.js';
import { counted, ordinal, sentenceCase } from './phrases.js';
import { capitalised, exitSentence, type Words } from './words.js';

/** One party at one outcome, in a few sentences that each can be asked "why?". */
export type VerdictCard = {
  readonly party: string;
  readonly name: string;
  readonly stays: boolean;
  /** `Stays: held by a reply of Europe`. */
  readonly verdict: Inline;
  /**
   * The way out that counts most, and the place of the want it turns on. A want in it leads to the
   * party's reasons, and where its place is told, to the case text.
   */
  readonly reason: readonly (readonly Inline[])[];
  /** Its view against today; undefined without a today, and at today itself. */
  readonly opinion: Inline | undefined;
  /** The red line it crosses, if any. */
  readonly redLine: readonly Inline[] | undefined;
};

/**
 * What an outcome is to each party that was asked about: does it stay, and why; which want it would
 * gain or lose by leaving, and where that stands in its order; what it thinks of it against today; and
 * whether a red line of it is crossed.
 *
 * Of several ways out the first is told: one that nothing deters before one that a reply answers, then
 * the best for the party; the others are counted. Time O(parties × (ways out + red lines)).
 */
export function verdictCards(theCase: Case, report: ExplainReport): readonly VerdictCard[] {
  const words = wordsForExplain(theCase, report);
  const { state } = report.options;
  return report.reasons.map((reason): VerdictCard => {
    const { party } = reason;
    const index = theCase.parties.findIndex(({ id }) => id === party);
    const reading = theCase.preferences[index]?.find(
      ({ id }) => id === report.options.readings[party],
    );
    const why = (text: string): Inline => ({
      kind: 'why',
      text,
      ask: { about: 'verdict', party, state },
    });
    const opinion = opinionOf(report, party);
    return {
      party,
      name: theCase.parties[index]?.name ?? party,
      stays: reason.verdict !== 'leaves',
      verdict: why(verdictText(words, reason)),
      reason: reasonSentences(words, reading, reason).map((sentence) =>
        sentence.map((piece) =>
          typeof piece === 'object' && piece.kind === 'emphasis' ? why(piece.text) : piece,
        ),
      ),
      opinion: opinion && why(opinionText[opinion]),
      redLine: reading && redLineSentence(theCase, reading, report.levels[String(state)] ?? []),
    };
  });
}

function verdictText(words: Words, reason: Reason): string {
  switch (reason.verdict) {
    case 'cannot move':
      return 'Stays: it cannot move from here';
    case 'would not move':
      return 'Stays: it could move, but would gain by no move of its own';
    case 'leaves':
      return 'Leaves';
    case 'deterred': {
      const makers = reason.exits.flatMap(({ reply }) => reply.map(({ party }) => party));
      if (makers.length === 0) return 'Stays: moves of others at the same moment deter it';
      return `Stays: held by what ${words.parties([...new Set(makers)], 'or')} could do in reply`;
    }
  }
}

function reasonSentences(
  words: Words,
  reading: Reading | undefined,
  reason: Reason,
): readonly (readonly Inline[])[] {
  const [first, ...others] = reason.exits;
  if (!first) return [];
  const more = others.filter(({ isDeterred }) => isDeterred === first.isDeterred).length;
  const place = placeSentence(words, reading, first);
  return [
    capitalised(exitSentence(words, reason, first)),
    ...(place ? [place] : []),
    ...(more > 0
      ? [
          [
            `${sentenceCase(counted(more, 'other way'))} out ${more === 1 ? 'is' : 'are'} ${
              first.isDeterred ? 'answered' : 'open to it'
            } too.`,
          ],
        ]
      : []),
  ];
}

/** Where the want that an exit turns on stands in the party's order; nothing for points. */
function placeSentence(
  words: Words,
  reading: Reading | undefined,
  exit: Exit,
): readonly Inline[] | undefined {
  const turnsOn = exit.isDeterred ? exit.lost : exit.gained;
  if (!reading || !turnsOn || turnsOn.by === 'points') return undefined;
  const { paths, place, of, noun } = placeOf(reading, turnsOn, exit.isDeterred);
  if (paths.length === 0 || place === undefined) return undefined;
  const named = paths.flatMap((path, at): Inline[] => [
    ...(at === 0 ? [] : [' and ']),
    { kind: 'why', text: `“${words.want(path)}”`, ask: { about: 'element', path } },
  ]);
  const standing =
    of === 1
      ? `the only ${noun} it is read to have`
      : `the ${place === of - 1 ? 'last' : ordinal(place + 1)} of its ${of} ${noun}s`;
  return [...named, ` ${paths.length === 1 ? 'is' : 'are'} ${standing}, most important first.`];
}

function placeOf(
  reading: Reading,
  difference: Exclude<Difference, { by: 'points' }>,
  isLoss: boolean,
): {
  readonly paths: readonly Path[];
  readonly place: number | undefined;
  readonly of: number;
  readonly noun: string;
} {
  if (difference.by === 'wants') {
    return {
      paths: isLoss ? difference.lost : difference.gained,
      place: difference.place,
      of: reading.wants?.length ?? 0,
      noun: 'want',
    };
  }
  const path = isLoss ? difference.before : difference.after;
  const ranking = reading.ranking ?? [];
  const at = ranking.findIndex((entry) => JSON.stringify(entry.path) === JSON.stringify(path));
  return {
    paths: path ? [path] : [],
    place: at === -1 ? undefined : at,
    of: ranking.length,
    noun: 'place',
  };
}

const opinionText: Readonly<Record<Opinion, string>> = {
  better: 'Better than today for it',
  worse: 'Worse than today for it',
  same: 'As good as today for it',
};

function opinionOf(report: ExplainReport, party: string): Opinion | undefined {
  const payoffs = report.payoffs[party];
  if (!payoffs || payoffs.today === null || report.options.state === report.today) return undefined;
  if (payoffs.here === payoffs.today) return 'same';
  return payoffs.here > payoffs.today ? 'better' : 'worse';
}

function redLineSentence(
  theCase: Case,
  reading: Reading,
  levels: readonly number[],
): readonly Inline[] | undefined {
  const crossed = reading.redLines.filter(({ line }) => compileExpression(line, theCase)(levels));
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
    '. It would not sign this.',
  ];
}
