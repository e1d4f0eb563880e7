import {
  type Case,
  type DealsOptions,
  type DealsReport,
  deals,
  dealsDocument,
  isSomethingAgreeable,
  jsonChunks,
  version,
} from '../../index.js';
import { placeIn, readInput, soundCase } from '../case-input.js';
import { commandText } from '../command-text.js';
import { formatDocument } from '../format.js';
import { idOption, idsOption } from '../id-option.js';
import { answerOf } from '../kept-answer.js';
import { headlineOption, readingOptions, refuse, whereOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import type { QuestionFlags } from './holds.js';

/** What `deals` alone can be asked. */
export type DealsFlags = QuestionFlags & {
  readonly track: string | undefined;
  readonly with: string | undefined;
  readonly without: string | undefined;
  readonly near: string | undefined;
  readonly repair: string | undefined;
  /** Of `--no-deal`: the program reads a flag that starts with `no-` by the rest of its name. */
  readonly deal: DealsOptions['noDeal'];
};

/** `deals`: what could be agreed, by whom and without whom, and whether it would hold. */
export async function runDeals(
  terminal: Terminal,
  path: string,
  flags: DealsFlags,
): Promise<number> {
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const options = dealsOptions(theCase, flags);
  refuse('deals', deals.check(theCase, options));
  const report: DealsReport = answerOf(terminal, {
    path,
    caseHash: input.reading.hash,
    theCase,
    analysis: deals,
    options,
    label: 'steps of the work',
    useCache: flags.cache,
  });
  const { reading, where, replies, concept } = flags;
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText('deals', path, { ...flags, noDeal: flags.deal }),
    askWhy: commandText(
      'explain',
      path,
      {
        at: '#N',
        reading,
        where,
        replies,
        concept: concept === undefined ? undefined : options.concept,
      },
      flags.format === 'text' ? 'as typed' : 'kept',
    ),
    placeOf: placeIn(input),
  };
  if (flags.json) {
    const { analysis, options: asked, seed, ...findings } = report;
    const whole = {
      analysis,
      version,
      case: { title: theCase.title, hash: stamp.hash },
      options: asked,
      seed,
      ...findings,
    };
    for (const chunk of jsonChunks(whole)) await terminal.out(chunk);
  } else {
    await terminal.out(formatDocument(dealsDocument(theCase, report, stamp), flags.format));
  }
  if (report.noDeal.length === 0) {
    throw new CannotRun('detente deals: the work was stopped before an answer was reached');
  }
  return isSomethingAgreeable(report) ? exitCodes.done : exitCodes.no;
}

function dealsOptions(theCase: Case, flags: DealsFlags): DealsOptions {
  const [concept, ...more] = headlineOption(theCase, 'deals', flags.concept).concepts;
  if (concept === undefined || (flags.concept !== undefined && more.length > 0)) {
    throw new CannotRun('detente deals: --concept takes one concept here');
  }
  const parties = theCase.parties.map(({ id }) => id);
  const proposals = theCase.proposals.map(({ id }) => id);
  const tracks = theCase.tracks.map(({ id }) => id);
  const one = (flag: string, text: string | undefined, noun: string, ids: readonly string[]) =>
    text === undefined ? null : idOption('deals', flag, text, noun, ids);
  const without = idsOption('deals', '--without', flags.without, 'party', parties);
  if (without.length === parties.length) {
    throw new CannotRun('detente deals: --without leaves out every party; name fewer');
  }
  return {
    ...deals.defaults,
    readings: readingOptions(theCase, flags.reading),
    where: whereOptions(theCase, flags.where),
    concept,
    replies: flags.replies,
    noDeal: flags.deal,
    track: one('--track', flags.track, 'track', tracks),
    with: idsOption('deals', '--with', flags.with, 'party', parties),
    without,
    near: one('--near', flags.near, 'proposal', proposals),
    repair: one('--repair', flags.repair, 'proposal', proposals),
  };
}
