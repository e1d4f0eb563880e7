import type { Case, Threat } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import { conditionOfSettings } from '../core/proposal-levels.js';
import type { Belief, CarriedOut, ThreatVerdict } from '../questions/threat-findings.js';
import { type Inline, type ListItem, strong } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { counted, sentenceCase } from './phrases.js';
import { capitalised, exitSentence, type Words } from './words.js';

/** What the file declares: by whom, towards whom, if what, then what. */
function declaration(theCase: Case, words: Words, verdict: ThreatVerdict): readonly Inline[] {
  const threat = theCase.threats.find(({ id }) => id === verdict.id);
  return [
    {
      kind: 'why',
      text: sentenceCase(verdict.label),
      ask: { about: 'element', path: threat?.path ?? ['threats', verdict.id] },
    },
    `, by ${words.party(verdict.by)} to ${words.parties(verdict.to)}${threat ? `: ${conditional(theCase, threat)}` : ''}.`,
  ];
}

function conditional(theCase: Case, { when, then }: Threat): string {
  return `if ${expressionWords(when, theCase)}, then ${expressionWords(conditionOfSettings(then), theCase)}`;
}

/**
 * A threat as a list item: what the file declares; under it whether carrying it out would be a step for
 * its maker, and what belief in it would change, from today and from where things go.
 */
export function threatItem(
  theCase: Case,
  words: Words,
  verdict: ThreatVerdict,
  { today, ends }: Pick<HoldsReport, 'today' | 'ends'>,
): ListItem {
  return {
    content: declaration(theCase, words, verdict),
    items: [
      { content: credibleWords(words, verdict, today) },
      ...verdict.believed.map((belief) => ({
        content: believedWords(words, verdict, belief, today, ends),
      })),
    ],
  };
}

function credibleWords(
  words: Words,
  verdict: ThreatVerdict,
  today: number | null,
): readonly Inline[] {
  const { due, credible, nearest } = verdict;
  if (!nearest) {
    return [
      `No move of ${words.parties(verdict.to)} brings its condition about, so it never falls due.`,
    ];
  }
  const maker = words.party(verdict.by);
  const [mark, step] =
    credible === 0
      ? ['Not credible', 'would be no step']
      : [credible === due ? 'Credible' : 'Credible in part', 'would be a step'];
  const where =
    due === 1
      ? 'at the one outcome'
      : credible === 0
        ? `at any of the ${counted(due, 'outcome')}`
        : `at ${credible === due ? 'each' : credible} of the ${counted(due, 'outcome')}`;
  const lead: readonly Inline[] = [
    strong(mark),
    `: carrying it out ${step} for ${maker} ${where} where it would fall due.`,
  ];
  const there =
    due === 1
      ? 'There '
      : today === null
        ? 'At the first of them '
        : 'At the one nearest to today ';
  const then = carriedOutWords(words, verdict.by, nearest);
  return [...lead, ` ${there}`, ...then];
}

/** From the middle of a sentence: what its maker would get by carrying it out. */
function carriedOutWords(words: Words, by: string, nearest: CarriedOut): readonly Inline[] {
  const maker = words.party(by);
  const { state, verdict, to, gained, reply, lost } = nearest;
  if (verdict === 'cannot' || to === null) return [`${maker} cannot do it.`];
  if (verdict === 'not better' || !gained) {
    return lost === null
      ? [`${maker} would gain nothing by it.`]
      : [`${maker} would then `, ...words.loss(lost), '.'];
  }
  const reason = { party: by, state, verdict: 'leaves' as const, exits: [] };
  return exitSentence(words, reason, {
    to,
    gained,
    isDeterred: verdict === 'answered',
    isDeterredAlone: verdict === 'answered',
    reply,
    lost,
  });
}

function believedWords(
  words: Words,
  { to }: ThreatVerdict,
  { from, verdict, steps }: Belief,
  today: number | null,
  ends: HoldsReport['ends'],
): readonly Inline[] {
  const isEnd = ends.some((end) => end.includes(from));
  const there = `${isEnd ? 'where things go' : 'the outcome asked about'} (${words.outcome(from)})`;
  const place = from === today ? 'From today' : `From ${there}`;
  if (verdict === 'already so') {
    return [
      `${from === today ? 'Today' : `At ${there}`} its condition holds already: there is nothing for it to prevent.`,
    ];
  }
  const stopped = steps.find(({ isStopped }) => isStopped);
  const taken = steps.find(({ isStopped }) => !isStopped);
  const shown = verdict === 'not effective' ? taken : stopped;
  if (!shown) {
    return [
      `${place} there is nothing for it to stop: even if it were not carried out, ${words.parties(to)} would take no step that brings its condition about.`,
    ];
  }
  const target = words.party(shown.party);
  const lead = {
    effective: `${place} it is effective if believed: `,
    'in part': `${place} it is effective in part if believed, stopping ${steps.filter(({ isStopped }) => isStopped).length} of ${steps.length} steps: `,
    'not effective': `${place} it is not effective, even if believed: `,
  }[verdict as 'effective' | 'in part' | 'not effective'];
  const tempted: readonly Inline[] = [
    `${target} could ${words.acts(from, shown.to)} and would at once `,
    ...words.gain(shown.gained),
  ];
  if (shown.isStopped) {
    return [
      lead,
      ...tempted,
      '; with the threat carried out it would ',
      ...words.loss(shown.then),
      '.',
    ];
  }
  return [
    lead,
    ...tempted,
    shown.carried === shown.to
      ? ', and the threat could not be carried out there.'
      : '; with the threat carried out it would still ',
    ...(shown.carried === shown.to || !shown.then ? [] : [...words.gain(shown.then), '.']),
  ];
}

/** A threat in one line, for the brief. */
export function threatLine(
  words: Words,
  verdict: ThreatVerdict,
  today: number | null,
): readonly Inline[] {
  const { due, credible } = verdict;
  const [fromToday] = verdict.believed.filter(({ from }) => from === today);
  const credibly =
    due === 0
      ? 'it would never fall due'
      : due === 1
        ? `${credible === 1 ? 'credible' : 'not credible'} at the one outcome where it would fall due`
        : `credible at ${credible === 0 ? 'none' : credible === due ? 'each' : credible} of the ${counted(due, 'outcome')} where it would fall due`;
  const effect = {
    effective: '; effective from today if believed',
    'in part': '; effective from today in part if believed',
    'not effective': '; not effective from today, even if believed',
    'nothing to stop': '; today there is nothing for it to stop',
    'already so': '; its condition holds today',
  };
  return capitalised([
    strong(sentenceCase(verdict.label)),
    ` (${words.party(verdict.by)} to ${words.parties(verdict.to)}): ${credibly}${fromToday ? effect[fromToday.verdict] : ''}.`,
  ]);
}
