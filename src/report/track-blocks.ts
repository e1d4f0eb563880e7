import type { Case } from '../core/case.js';
import type { Difference } from '../core/difference.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type {
  PartyChange,
  RefusedPackage,
  TrackAnswer,
  TrackClosing,
  TrackFinding,
  TrackFindings,
  TrackPair,
  TrackSequence,
  TrackSolutionId,
  TradeItem,
} from '../questions/track-types.js';
import { type Block, emphasis, type Inline } from './document.js';
import { counted, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** Refused packages told of one track. */
const mostRefusals = 3;

const solutionNames: Readonly<Record<TrackSolutionId, string>> = {
  kalaiSmorodinsky: 'the Kalai–Smorodinsky solution',
  nash: 'the Nash solution',
  fallback: 'fallback bargaining',
};

/**
 * What the tracks of a case allow, in sentences: the direct answers first, then each track alone, then
 * each pair. Nothing where the findings are null.
 */
export function trackBlocks(
  words: Words,
  theCase: Case,
  findings: TrackFindings | null,
): readonly Block[] {
  if (!findings) return [];
  const label = labelsOf(theCase);
  return [
    { kind: 'heading', level: 2, text: 'Tracks' },
    { kind: 'paragraph', content: [noDealSentence(words, findings)] },
    ...findings.answers.flatMap((answer) => answerBlocks(words, theCase, findings, answer)),
    { kind: 'heading', level: 3, text: 'Each track by itself' },
    list(
      findings.tracks.map((track) =>
        // An answer has told already who refuses.
        trackSentences(words, track, !findings.answers.some(({ alone }) => alone === track.id)),
      ),
    ),
    ...findings.pairs.flatMap((pair) => [
      {
        kind: 'heading' as const,
        level: 3 as const,
        text: sentenceCase(series(pair.tracks.map(label))),
      },
      list(pairSentences(words, theCase, pair)),
    ]),
  ];
}

/** What no deal is: said before anything is compared with it. */
function noDealSentence(words: Words, { noDeal }: TrackFindings): string {
  const ends = noDeal.ends.map((end) =>
    end.length === 1
      ? words.description(end[0] as number)
      : `a circle of ${counted(end.length, 'outcome')}`,
  );
  const where = ends.length === 1 ? ends[0] : `one of these: ${ends.join('; or ')}`;
  const numbers = noDeal.numbers.map(({ party, value }) => `${value} for ${words.party(party)}`);
  return `No deal is where things go if left alone: ${where}${numbers.length > 0 ? `; as a number, in each party’s own points, ${series(numbers)}` : ''}.`;
}

const labelsOf = (theCase: Case) => (id: string) =>
  theCase.tracks.find((track) => track.id === id)?.label ?? id;

const list = (sentences: readonly (readonly Inline[])[]): Block => ({
  kind: 'list',
  isOrdered: false,
  items: sentences.map((content) => ({ content })),
});

/** One track from today, by itself. */
function trackSentences(words: Words, track: TrackFinding, isTelling: boolean): readonly Inline[] {
  const who = words.parties(track.parties);
  const lead = `“${track.label}” (${who}): `;
  if (track.packages === 0) {
    return [`${lead}there is nothing on its issues that they could change together.`];
  }
  if (track.zone === 0) {
    const told = isTelling ? track.refused.slice(0, mostRefusals) : [];
    return [
      `${lead}${zoneWords(track)}.`,
      ...told.flatMap((one) => [' ', ...refusalSentence(words, one)]),
    ];
  }
  return [`${lead}${zoneWords(track)}. ${closedAt(words, track)}`];
}

const zoneWords = ({ packages, zone }: TrackFinding) =>
  `${packagesWords(packages)} could be signed; deals among them at least as good as no deal for all who would have to sign: ${zone === 0 ? 'none' : groupedDigits(zone)}`;

const packagesWords = (count: number) =>
  `${groupedDigits(count)} ${count === 1 ? 'package' : 'packages'}`;

function closedAt(words: Words, track: TrackFinding): string {
  const [first] = track.outcomes;
  const lacking =
    track.lacking.length > 0
      ? ` (${words.parties(track.lacking)} ${track.lacking.length === 1 ? 'has' : 'have'} no points)`
      : track.solution === 'fallback' && first !== undefined
        ? ' on orders (no such deal gives each of them its no deal in points)'
        : '';
  const name = `${solutionNames[track.solution]}${lacking}`;
  if (first === undefined) {
    const need =
      track.solution === 'kalaiSmorodinsky'
        ? 'gives every party of the track its no deal in its own points'
        : 'is above no deal for every party of the track';
    const [deal] = track.deals;
    const such =
      deal === undefined
        ? ''
        : `The one with the fewest changes: ${words.description(deal)}${words.number(deal)}. `;
    return `${such}By ${name} it would stay open: none of these ${need}.`;
  }
  const ties = track.count > 1 ? `, or at one of ${track.count - 1} more that tie with it` : '';
  return `By ${name} it would be closed at this: ${words.description(first)}${words.number(first)}${ties}.`;
}

/** `If …: Russia would not sign (crossing its red line “…”).` */
function refusalSentence(words: Words, { state, by }: RefusedPackage): readonly Inline[] {
  const reasons = by.flatMap(({ party, crossed, difference, short }, at): Inline[] => {
    const why: Inline[] = [];
    if (crossed.length > 0) {
      const lines = series(crossed.map((line) => `“${line}”`));
      why.push(`its red ${crossed.length === 1 ? 'line' : 'lines'} ${lines} crossed`);
    }
    if (difference) why.push(...(why.length > 0 ? ['; '] : []), ...losing(words, difference));
    if (short !== null) {
      why.push(`${why.length > 0 ? '; ' : ''}${short} of its own points short of no deal`);
    }
    return [
      `${at === 0 ? '' : ', '}${words.party(party)} would not sign`,
      ...(why.length > 0 ? [' (', ...why, ')'] : []),
    ];
  });
  return [`If ${words.description(state)}: `, ...reasons, '.'];
}

function losing(words: Words, difference: Difference): readonly Inline[] {
  if (difference.by === 'points') {
    return [`from ${difference.before} to ${difference.after} of its own points`];
  }
  if (difference.by === 'wants') return ['losing ', ...wantList(words, difference.lost)];
  return difference.before
    ? ['losing ', emphasis(`“${words.want(difference.before)}”`)]
    : ['an outcome ranked lower'];
}

function gaining(words: Words, difference: Difference): readonly Inline[] {
  if (difference.by === 'points') {
    return [`from ${difference.before} to ${difference.after} of its own points`];
  }
  if (difference.by === 'wants') return ['gaining ', ...wantList(words, difference.gained)];
  return difference.after
    ? ['gaining ', emphasis(`“${words.want(difference.after)}”`)]
    : ['an outcome ranked higher'];
}

const wantList = (words: Words, paths: readonly (readonly (string | number)[])[]): Inline[] =>
  paths.flatMap((path, at): Inline[] => [
    ...(at === 0 ? [] : [at === paths.length - 1 ? ' and ' : ', ']),
    emphasis(`“${words.want([...path])}”`),
  ]);

/** `Ukraine would be worse off, losing “…”`. */
function changeWords(words: Words, change: PartyChange): readonly Inline[] {
  const who = words.party(change.party);
  const { comparison, difference } = change;
  if (comparison === 'same') return [`${who} would be neither better nor worse off`];
  if (comparison === 'mixed') return [`${who} would be better or worse off, depending on which`];
  return [
    `${who} would be ${comparison} off`,
    ...(difference
      ? [', ', ...(comparison === 'worse' ? losing(words, difference) : gaining(words, difference))]
      : []),
  ];
}

const changesWords = (words: Words, changes: readonly PartyChange[]): readonly Inline[] =>
  changes.flatMap((change, at): Inline[] => [
    ...(at === 0 ? [] : ['; ']),
    ...changeWords(words, change),
  ]);

/** The direct answer on two tracks of which one has fewer parties. */
function answerBlocks(
  words: Words,
  theCase: Case,
  findings: TrackFindings,
  answer: TrackAnswer,
): readonly Block[] {
  const label = labelsOf(theCase);
  const who = words.parties(answer.parties);
  const absent = words.parties(answer.absent);
  const own = findings.tracks.find(({ id }) => id === answer.alone);
  const sentences: (readonly Inline[])[] = [];
  if (answer.canAlone && own) {
    sentences.push([
      `Yes, on these readings: ${who} could sign “${own.label}” without ${absent}. ${closedAt(words, own)}`,
    ]);
  } else {
    sentences.push([
      `No, on these readings: no package of “${label(answer.alone)}” is at least as good as no deal for ${who} alike.`,
      ...(own?.refused ?? [])
        .slice(0, mostRefusals)
        .flatMap((one) => [' ', ...refusalSentence(words, one)]),
    ]);
  }
  sentences.push(preferenceSentence(words, label(answer.full), answer));
  if (answer.proposals.length > 0) sentences.push([againstProposals(words, answer)]);
  for (const { state, atOnce, inTheEnd } of answer.leaves) {
    sentences.push([
      `Were it closed at this: ${words.description(state)}: at once `,
      ...changesWords(words, atOnce),
      ...thenWords(words, atOnce, inTheEnd),
      ' (against no deal).',
    ]);
  }
  sentences.push(...linkSentences(words, theCase, answer));
  return [
    { kind: 'heading', level: 3, text: `${sentenceCase(who)} without ${absent}` },
    list(sentences),
  ];
}

/** What each party of the smaller track would rather have: it alone, or the proposals on the table. */
function againstProposals(words: Words, { parties, proposals }: TrackAnswer): string {
  const rather = parties.map((party) => {
    const those = (comparison: string) =>
      proposals.flatMap(({ label, changes }) =>
        changes.some((one) => one.party === party && one.comparison === comparison)
          ? [`“${label}”`]
          : [],
      );
    const alone = those('better');
    const text = those('worse');
    return [
      ...(alone.length > 0
        ? [`${words.party(party)} would rather have it than ${series(alone, 'or')}`]
        : []),
      ...(text.length > 0
        ? [`${words.party(party)} would rather have ${series(text, 'or')} than it`]
        : []),
    ];
  });
  const told = rather.flat();
  return `Against the proposals on the table, once in place: ${told.length === 0 ? 'no order tells them apart' : told.join('; ')}.`;
}

function preferenceSentence(
  words: Words,
  full: string,
  { preference }: TrackAnswer,
): readonly Inline[] {
  const [state] = preference.full;
  if (state === undefined) {
    return [
      `Whether they would rather have both with “${full}” cannot be asked: both as one have no outcome that all of them would sign and a solution picks.`,
    ];
  }
  const whole = `both as one (${words.description(state)})`;
  if (preference.alone.length === 0) {
    return [
      `There is nothing to hold against ${whole}: by themselves there is no package that a solution picks.`,
    ];
  }
  return [
    `By themselves, rather than with ${whole}: at once `,
    ...changesWords(words, preference.atOnce),
    ...thenWords(words, preference.atOnce, preference.inTheEnd),
    '.',
  ];
}

/** `; where things then go, …`, where that is something else. */
function thenWords(
  words: Words,
  atOnce: readonly PartyChange[],
  inTheEnd: readonly PartyChange[],
): readonly Inline[] {
  const isSame = atOnce.every(
    ({ comparison, difference }, at) =>
      comparison === inTheEnd[at]?.comparison &&
      JSON.stringify(difference) === JSON.stringify(inTheEnd[at]?.difference),
  );
  return isSame ? [] : ['; where things then go, ', ...changesWords(words, inTheEnd)];
}

function linkSentences(
  words: Words,
  theCase: Case,
  { links, alone, absent }: TrackAnswer,
): readonly (readonly Inline[])[] {
  const label = labelsOf(theCase)(alone);
  const sentences: (readonly Inline[])[] = [];
  for (const { party, line, reading, isInForce, crossed, of } of links.redLines) {
    const owner = theCase.parties.findIndex(({ id }) => id === party);
    const name = theCase.preferences[owner]?.find(({ id }) => id === reading)?.label ?? reading;
    sentences.push([
      isInForce
        ? `What ties them together: the red line “${line}” of ${words.party(party)}, which ${crossed} of ${packagesWords(of)} of “${label}” would cross.`
        : `What would tie them together: on its reading “${name}”, ${words.party(party)} has the red line “${line}”, which ${crossed} of ${of} ${of === 1 ? 'deal' : 'deals'} of “${label}” would cross.`,
    ]);
  }
  const clauseOf = ({ issue, level }: { readonly issue: string; readonly level: string }) => {
    const at = theCase.issues.findIndex(({ id }) => id === issue);
    const found = theCase.issues[at]?.levels.findIndex(({ id }) => id === level) ?? -1;
    return at === -1 || found === -1 ? `${issue} = ${level}` : words.clause(at, found);
  };
  const added = links.additions.filter(({ levels }) => levels.length > 0);
  if (added.length > 0) {
    const ways = added.map(({ levels }) => series(levels.map(clauseOf)));
    sentences.push([
      `What would make a refused package of “${label}” one that all would sign, with the fewest levels from outside it: ${[...new Set(ways)].join('; or ')}.`,
    ]);
  }
  if (links.nearestPreferred !== null) {
    sentences.push([
      `${sentenceCase(counted(links.preferred, 'deal'))} of both as one would be at least as good for them as theirs alone; the one with the fewest changes: ${words.description(links.nearestPreferred)}.`,
    ]);
  }
  if (sentences.length === 0) {
    sentences.push([
      `No red line of theirs stands against it, on any of their readings, and no deal that needs ${words.parties(absent, 'or')} is at least as good for them as what they could sign.`,
    ]);
  }
  return sentences;
}

function pairSentences(
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
