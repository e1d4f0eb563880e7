import type { Difference } from '../core/difference.js';
import type { NotOnOffer, UnsignedGroupFound } from '../questions/ways-findings.js';
import { emphasis, type Inline, plainText } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { counted } from './phrases.js';
import { startWords } from './start-words.js';
import { capitalised, replyWords, type Words } from './words.js';

/** Groups that are told before the rest is only counted. */
const mostGroups = 2;
/** Places to sign that are told before the rest is only counted. */
const mostPlaces = 2;

/**
 * Why an outcome is not on offer, in sentences: who could bring it about in one step, who of them
 * would not sign, for which want or red line; and where steps would lead on from it.
 *
 * @returns empty where it was not worked out.
 */
export function whyNotOnOffer(words: Words, report: HoldsReport, state: number): readonly Inline[] {
  const found = report.notOnOffer.filter((one) => one.state === state);
  const [first] = found;
  if (!first) return [];
  const told = found.map((one) => ({ one, content: groupSentences(words, one) }));
  const isSame = told.every(
    ({ content }) => plainText(content) === plainText(told[0]?.content ?? []),
  );
  const more = told.length - mostPlaces;
  const sentences = isSame
    ? capitalised(told[0]?.content ?? [])
    : [
        ...told
          .slice(0, mostPlaces)
          .flatMap(({ one, content }, at): readonly Inline[] => [
            ...(at === 0 ? [] : [' ']),
            `${placeToSign(report, one.from, words)}: `,
            ...content,
          ]),
        ...(more > 0
          ? [` Nor is it on offer from ${counted(more, 'further outcome')} where things go.`]
          : []),
      ];
  const [end, ...others] = first.leadsTo;
  if (!end) return sentences;
  return [...sentences, ` ${leadsTo(words, end, others)}`];
}

/** From where a deal would be signed: the start, where things go, or one of several ends by its name. */
function placeToSign(report: HoldsReport, from: number, words: Words): string {
  if (from === report.start) return startWords(report).isToday ? 'From today' : 'From there';
  const [only, ...more] = report.ends;
  if (more.length === 0 && only?.length === 1) return 'From where things go';
  const name = words.outcome(from);
  return name === words.description(from)
    ? `From one of the outcomes where things go${words.number(from)}`
    : `From ${name}${words.number(from)}`;
}

function leadsTo(
  words: Words,
  end: readonly number[],
  others: readonly (readonly number[])[],
): string {
  const [state] = end;
  if (others.length > 0) {
    return `Steps would lead on from it, to one of ${counted(others.length + 1, 'end')}.`;
  }
  if (end.length === 1 && state !== undefined) {
    const name = words.outcome(state);
    const to = name === words.description(state) ? `to this: ${name}` : `to ${name}`;
    return `Steps would lead on from it ${name === 'today' ? 'back to today' : to}.`;
  }
  return `Steps would lead on from it, round a circle of ${counted(end.length, 'outcome')}.`;
}

/** What is said of one place to sign; its first letter as inside a sentence. */
function groupSentences(words: Words, found: NotOnOffer): readonly Inline[] {
  if (found.groups.length === 0) return ['no group could bring it about in one step.'];
  const told = found.groups.slice(0, mostGroups).flatMap((group, at): readonly Inline[] => {
    const sentence = groupSentence(words, found, group);
    return at === 0 ? sentence : [' ', ...capitalised(sentence)];
  });
  const more = found.groups.length - mostGroups;
  return more > 0
    ? [...told, ` ${capitalised([counted(more, 'other group')])[0]} could too.`]
    : told;
}

function groupSentence(
  words: Words,
  { from, state }: NotOnOffer,
  found: UnsignedGroupFound,
): readonly Inline[] {
  const { group, unwilling, crossing, answer } = found;
  const [alone] = group;
  if (group.length === 1 && alone !== undefined) {
    const party = words.party(alone);
    const [loser] = unwilling;
    if (loser)
      return [
        `${party} could bring it about alone, and would `,
        ...losing(words, loser.lost, ['lose', 'gain', 'go', 'come']),
        '.',
      ];
    if (!answer) return [`${party} could bring it about alone, and would gain by it.`];
    if (answer.reply.length === 0) {
      return [
        `${party} could bring it about alone; moves of others at the same moment would leave it no better off.`,
      ];
    }
    return [
      `if ${party} were to ${words.acts(from, state)}, ${replyWords(words, alone, state, answer.reply)}; ${party} would `,
      ...words.loss(answer.lost),
      '.',
    ];
  }
  const lead = `it takes ${words.parties(group)} together`;
  const red = crossing.filter((party) => !unwilling.some((one) => one.party === party));
  const refusals = [
    ...unwilling.map(
      ({ party, lost }): Refusal => ({
        party,
        why: [
          ...losing(words, lost, ['losing', 'gaining', 'going', 'coming']),
          ...(crossing.includes(party) ? [', a red line crossed'] : []),
        ],
      }),
    ),
    ...red.map((party): Refusal => ({ party, why: ['a red line crossed'] })),
  ];
  if (refusals.length === 0) {
    return [`${lead}, and ${group.length === 2 ? 'both' : 'all'} would gain by it.`];
  }
  return [
    `${lead}: `,
    ...refusals.flatMap(({ party, why }, at): readonly Inline[] => [
      at === 0 ? `${words.party(party)} would not sign (` : `, nor would ${words.party(party)} (`,
      ...why,
      ')',
    ]),
    '.',
  ];
}

/** A member that would not sign, and why in brackets. */
type Refusal = { readonly party: string; readonly why: readonly Inline[] };

/**
 * What a party would lose against where a deal would be signed: `lose “peace”`, `gain nothing by it`.
 *
 * @param verbs - to lose, gain, go and come, in the form that fits the sentence.
 */
function losing(
  words: Words,
  lost: Difference | null,
  [lose, gain, go, come]: readonly [string, string, string, string],
): readonly Inline[] {
  if (!lost) return [`${gain} nothing by it`];
  if (lost.by === 'points') return [`${go} from ${lost.before} to ${lost.after} points`];
  if (lost.by === 'ranking') {
    return lost.before
      ? [`${lose} `, emphasis(`“${words.want(lost.before)}”`), ', ranked higher']
      : [`${come} to an outcome ranked lower`];
  }
  const wants = lost.lost.map((path) => emphasis(`“${words.want(path)}”`));
  return [
    `${lose} `,
    ...wants.flatMap((want, at): readonly Inline[] =>
      at === 0 ? [want] : [at === wants.length - 1 ? ' and ' : ', ', want],
    ),
  ];
}
