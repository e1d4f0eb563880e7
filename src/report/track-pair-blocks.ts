import type { Case } from '../core/case.js';
import type {
  TrackClosing,
  TrackPair,
  TrackSequence,
  TradeItem,
} from '../questions/track-types.js';
import type { Inline } from './document.js';
import { counted, series } from './phrases.js';
import { changeWords, labelsOf } from './track-words.js';
import type { Words } from './words.js';

export function pairSentences(
  words: Words,
  theCase: Case,
  pair: TrackPair,
): readonly (readonly Inline[])[] {
  const label = labelsOf(theCase);
  return [
    ...sequencesTold(pair.sequences).flatMap(({ sequence, reading }) =>
      sequenceSentence(words, label, sequence, reading),
    ),
    ...pair.closings.flatMap((closing) => closingSentences(words, label, closing)),
    linkageSentence(words, theCase, pair),
  ];
}

/** Each order once where both readings of it come to the same. */
function sequencesTold(sequences: readonly TrackSequence[]) {
  const told: { sequence: TrackSequence; reading: string }[] = [];
  for (const sequence of sequences) {
    const last = told.at(-1);
    const own = sequence.reading === 'asTheyCome' ? 'as they come' : 'foreseeing the second';
    const isSame =
      last?.sequence.first === sequence.first &&
      sequence.stopped.length === 0 &&
      JSON.stringify(last.sequence.branches) === JSON.stringify(sequence.branches);
    if (last && isSame) last.reading = `${last.reading} or ${own}`;
    else told.push({ sequence, reading: own });
  }
  return told;
}

function sequenceSentence(
  words: Words,
  label: (id: string) => string,
  { first, second, branches, stopped, isWhole }: TrackSequence,
  reading: string,
): readonly (readonly Inline[])[] {
  const way = `First “${label(first)}”, then “${label(second)}”, ${reading}: `;
  const refused = stopped.map(
    ({ state, by }) =>
      `${words.parties(by)} would not sign the first (${words.description(state)}), for where things would be after both`,
  );
  const [branch] = branches;
  if (!branch) return [];
  const parts = [
    ...refused,
    branch.first === null
      ? 'the first stays open'
      : `the first would be closed at this: ${words.description(branch.first)}`,
    branch.second === null
      ? 'the second stays open'
      : `the second ${branch.first === null ? 'would be closed at this' : 'then at this'}: ${words.description(branch.second)}`,
  ];
  const [end] = branch.ends;
  const then =
    branch.ends.length === 1 && end?.length === 1 && end[0] === branch.state
      ? 'things would then stay there'
      : `left alone, things would then go to ${branch.ends
          .map((one) =>
            one.length === 1
              ? `this: ${words.description(one[0] as number)}`
              : `a circle of ${counted(one.length, 'outcome')}`,
          )
          .join('; or to ')}`;
  const ties =
    branches.length > 1
      ? ` There are ${counted(branches.length - 1, 'more way')} by ties${isWhole ? '' : ', and more that were not followed'}.`
      : isWhole
        ? ''
        : ' Further ties were not followed.';
  return [[`${way}${[...parts, then].join('; ')}.${ties}`]];
}

function closingSentences(
  words: Words,
  label: (id: string) => string,
  { closed, other, outcomes }: TrackClosing,
): readonly (readonly Inline[])[] {
  const [first] = outcomes;
  if (!first) return [];
  const after = outcomes.map(({ zoneAfter }) => zoneAfter).sort((a, b) => a - b);
  const [least, most] = [after[0] as number, after.at(-1) as number];
  const left = least === most ? String(least) : `between ${least} and ${most}, as ties go`;
  const losers = [...new Set(outcomes.flatMap(({ absentLosers }) => absentLosers))];
  const told = losers.flatMap((party): Inline[] => {
    const change = outcomes
      .flatMap(({ atOnce, inTheEnd }) => [...inTheEnd, ...atOnce])
      .find((one) => one.party === party && one.comparison === 'worse');
    return change ? [' Though it has no part in it, ', ...changeWords(words, change), '.'] : [];
  });
  return [
    [
      `Deals of “${label(other)}” at least as good as no deal for those who would have to sign: ${first.zoneBefore} today, ${left} once “${label(closed)}” is closed.`,
      ...told,
    ],
  ];
}

function linkageSentence(words: Words, theCase: Case, { linkage }: TrackPair): readonly Inline[] {
  if (linkage.onlyLinked === 0) {
    return ['Linking the two puts nothing on offer that they do not offer side by side.'];
  }
  const [first] = linkage.told;
  const items = (traded: readonly TradeItem[]) =>
    traded.map((item) => {
      const points = item.points === null ? '' : ` (${item.points})`;
      return item.kind === 'want'
        ? `“${words.want(item.path)}”${points}`
        : `${theCase.issues.find(({ id }) => id === item.issue)?.label ?? item.issue}${points}`;
    });
  const trades = (first?.parties ?? []).flatMap(({ party, given, got }) =>
    given.length === 0 || got.length === 0
      ? []
      : [`${words.party(party)} would give ${series(items(given))} for ${series(items(got))}`],
  );
  const hasPoints = (first?.parties ?? []).some(({ given, got }) =>
    [...given, ...got].some(({ points }) => points !== null),
  );
  const value = linkage.value
    ? ` Summed over the parties, which compares the points of one with those of another, both as one are worth ${linkage.value.together}, and ${linkage.value.first} and ${linkage.value.second} apart: a linkage gain of ${linkage.value.gain}.`
    : '';
  return [
    `Linked, ${words.parties(linkage.parties)} could sign ${counted(linkage.onlyLinked, 'package')} that the two do not offer side by side`,
    first
      ? `${linkage.onlyLinked === 1 ? '' : '; among them'}: ${words.description(first.state)}.`
      : '.',
    trades.length > 0
      ? ` The trades in it${hasPoints ? ', each in its own points' : ''}: ${trades.join('; ')}.`
      : '',
    value,
  ];
}
