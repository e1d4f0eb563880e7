import type { Case } from '../core/case.js';
import type {
  PartyChange,
  TrackAnswer,
  TrackFinding,
  TrackFindings,
} from '../questions/track-types.js';
import type { Block, Inline } from './document.js';
import { counted, sentenceCase, series } from './phrases.js';
import { pairSentences } from './track-pair-blocks.js';
import {
  changesWords,
  closedAt,
  labelsOf,
  packagesWords,
  refusalSentence,
  zoneWords,
} from './track-words.js';
import type { Words } from './words.js';

/** Refused packages told of one track. */
const mostRefusals = 3;

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
