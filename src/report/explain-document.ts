import type { Case } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';
import { basisOf, evidenceOf, sourcesNamed } from './basis.js';
import { type Block, type Document, emphasis, type Inline, type ListItem } from './document.js';
import { type ExplainReport, wordsForExplain } from './explain-words.js';
import { marginSentence } from './margin-words.js';
import { methodList } from './method-list.js';
import { counted, longDate, sentenceCase, series } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';
import { trapItems } from './trap-words.js';
import { capitalised, exitSentence, type Words } from './words.js';

/**
 * One outcome seen by one party or all: does it stay, which ways out it has, what answers each, and
 * which of its wants the outcome meets, with what each want rests on.
 */
export function explainDocument(theCase: Case, report: ExplainReport, stamp: Stamp): Document {
  const words = wordsForExplain(theCase, report);
  const { state } = report.options;
  const name = words.outcome(state);
  const description = words.description(state);
  return {
    title: `Why: ${name}`,
    subtitle:
      name === description || state === report.today ? undefined : `${sentenceCase(description)}.`,
    handling: theCase.handling,
    blocks: [
      ...report.reasons.flatMap(({ party }) => partyBlocks(theCase, words, report, party)),
      ...sourceBlocks(theCase, report),
      ...checkBlocks(theCase, words, report, stamp),
      { kind: 'heading', level: 2, text: 'How this was worked out' },
      methodList(report.concept, report.assumptions, report.limits, report.engine),
    ],
    stamp: stampLine(stamp, report.seed),
  };
}

function partyBlocks(
  theCase: Case,
  words: Words,
  report: ExplainReport,
  party: string,
): readonly Block[] {
  const reason = report.reasons.find((one) => one.party === party);
  const index = theCase.parties.findIndex(({ id }) => id === party);
  const payoffs = report.payoffs[party];
  if (!reason || !payoffs) return [];
  const mover = sentenceCase(words.party(party));
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: theCase.parties[index]?.name ?? party },
    { kind: 'paragraph', content: [`${mover} ${verdictWords[reason.verdict]}`] },
  ];
  const undeterred = reason.exits.filter((exit) => !exit.isDeterred);
  const deterred = reason.exits.filter((exit) => exit.isDeterred);
  const list = (exits: typeof reason.exits): Block => ({
    kind: 'list',
    isOrdered: false,
    items: exits.map((exit) => ({ content: capitalised(exitSentence(words, reason, exit)) })),
  });
  if (undeterred.length > 0) blocks.push(list(undeterred));
  if (deterred.length > 0) {
    if (undeterred.length > 0) {
      blocks.push({
        kind: 'paragraph',
        content: [`${sentenceCase(counted(deterred.length, 'other way'))} out would be answered:`],
      });
    }
    blocks.push(list(deterred));
  }
  blocks.push(...wantBlocks(theCase, words, report, party));
  const place =
    payoffs.best === 0
      ? `${mover} is indifferent between all outcomes.`
      : `In the order of ${words.party(party)} alone this outcome stands on rung ${payoffs.here} of ${payoffs.best}, 0 being the worst${
          payoffs.today === null || report.options.state === report.today
            ? ''
            : `; today stands on rung ${payoffs.today}`
        }. Rungs of different parties cannot be compared.`;
  blocks.push({ kind: 'paragraph', content: [place], role: 'aside' });
  const isReplied = report.options.concept !== 'nash';
  const margin =
    payoffs.best === 0 ? '' : marginSentence(mover, report.margins[party] ?? null, isReplied);
  if (margin !== '') blocks.push({ kind: 'paragraph', content: [margin], role: 'aside' });
  return blocks;
}

/** What in the file the verdict on this outcome hangs on. */
function checkBlocks(
  theCase: Case,
  words: Words,
  report: ExplainReport,
  { placeOf }: Stamp,
): readonly Block[] {
  if (report.traps.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What to check in the file' },
    {
      kind: 'list',
      isOrdered: false,
      items: trapItems(theCase, words, report.traps, placeOf, 'this outcome'),
    },
  ];
}

const verdictWords = {
  'cannot move': 'would stay: there is no move for it from here.',
  'would not move': 'would stay: no move of its own from here is better for it.',
  deterred: 'would stay: each move that is better for it would be answered.',
  leaves: 'would leave:',
} as const;

function wantBlocks(
  theCase: Case,
  words: Words,
  report: ExplainReport,
  party: string,
): readonly Block[] {
  const groups = report.wants[party] ?? [];
  const isRanking = groups.some((group) => group.some(({ path }) => path.includes('ranking')));
  if (groups.length === 0) return [];
  const items = groups.map((group): ListItem => {
    const parts = group.map(({ path, isMet }): readonly Inline[] => [
      emphasis(`“${words.want(path)}”`),
      isMet ? ': met' : ': not met',
      ...basisWords(theCase, path),
    ]);
    return {
      content: parts.flatMap((part, at) => (at === 0 ? part : [' · equally important: ', ...part])),
    };
  });
  return [
    {
      kind: 'paragraph',
      content: [
        `${isRanking ? 'Its ranking, best first' : 'What it wants, most important first'}:`,
      ],
    },
    { kind: 'list', isOrdered: true, items },
  ];
}

function basisWords(theCase: Case, path: Path): readonly Inline[] {
  const { why, sources } = basisOf(theCase, path);
  const parts = [...(why ? [why] : []), sources.length === 0 ? 'judgement only' : series(sources)];
  return [' (', { kind: 'why', text: parts.join('; '), ask: { about: 'element', path } }, ')'];
}

/** Every source that the wants above rest on: title, outlet and date, and what was named of it. */
function sourceBlocks(theCase: Case, report: ExplainReport): readonly Block[] {
  const ids = Object.values(report.wants).flatMap((groups) =>
    groups.flatMap((group) => group.flatMap(({ path }) => evidenceOf(theCase, path))),
  );
  const named = sourcesNamed(theCase, ids);
  if (named.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Sources named here' },
    {
      kind: 'list',
      isOrdered: false,
      items: named.map(({ source, pieces }) => {
        const where = [source.title, source.outlet, source.date && longDate(source.date)];
        const cited = pieces.length === 0 ? '' : ` Above: ${pieces.join('; ')}.`;
        return { content: [`${where.filter(Boolean).join(', ')}.${cited}`] };
      }),
    },
  ];
}
