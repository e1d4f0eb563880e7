import type { Case } from '../core/case.js';
import type { Difference } from '../core/difference.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type {
  PartyChange,
  RefusedPackage,
  TrackFinding,
  TrackSolutionId,
} from '../questions/track-types.js';
import { emphasis, type Inline } from './document.js';
import { series } from './phrases.js';
import type { Words } from './words.js';

/** A solution in a sentence, after “By”. */
export const solutionNames: Readonly<Record<TrackSolutionId, string>> = {
  kalaiSmorodinsky: 'the Kalai–Smorodinsky solution',
  nash: 'the Nash solution',
  fallback: 'fallback bargaining',
};

/** How many packages a track has, and how many of them are deals that would be consented to. */
export const zoneWords = ({ packages, zone }: TrackFinding) =>
  `${packagesWords(packages)} could be signed; deals among them at least as good as no deal for all who would have to sign: ${zone === 0 ? 'none' : groupedDigits(zone)}`;

/** `one package`, `7 packages`. */
export const packagesWords = (count: number) =>
  `${groupedDigits(count)} ${count === 1 ? 'package' : 'packages'}`;

/** Where a track would be closed, by which solution, and with how many ties; or why it stays open. */
export function closedAt(words: Words, track: TrackFinding): string {
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
export function refusalSentence(words: Words, { state, by }: RefusedPackage): readonly Inline[] {
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

/** `losing “…”`: what tells two outcomes apart, for the party that does worse. */
export function losing(words: Words, difference: Difference): readonly Inline[] {
  if (difference.by === 'points') {
    return [`from ${difference.before} to ${difference.after} of its own points`];
  }
  if (difference.by === 'wants') return ['losing ', ...wantList(words, difference.lost)];
  return difference.before
    ? ['losing ', emphasis(`“${words.want(difference.before)}”`)]
    : ['an outcome ranked lower'];
}

/** `gaining “…”`: the same for a party that does better. */
export function gaining(words: Words, difference: Difference): readonly Inline[] {
  if (difference.by === 'points') {
    return [`from ${difference.before} to ${difference.after} of its own points`];
  }
  if (difference.by === 'wants') return ['gaining ', ...wantList(words, difference.gained)];
  return difference.after
    ? ['gaining ', emphasis(`“${words.want(difference.after)}”`)]
    : ['an outcome ranked higher'];
}

/** Wants in quotation marks, in a series. */
export const wantList = (
  words: Words,
  paths: readonly (readonly (string | number)[])[],
): Inline[] =>
  paths.flatMap((path, at): Inline[] => [
    ...(at === 0 ? [] : [at === paths.length - 1 ? ' and ' : ', ']),
    emphasis(`“${words.want([...path])}”`),
  ]);

/** `Ukraine would be worse off, losing “…”`. */
export function changeWords(words: Words, change: PartyChange): readonly Inline[] {
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

/** The changes of several parties, one after the other. */
export const changesWords = (words: Words, changes: readonly PartyChange[]): readonly Inline[] =>
  changes.flatMap((change, at): Inline[] => [
    ...(at === 0 ? [] : ['; ']),
    ...changeWords(words, change),
  ]);

/** The label of a track by its id. */
export const labelsOf = (theCase: Case) => (id: string) =>
  theCase.tracks.find((track) => track.id === id)?.label ?? id;
