import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { NamedVerdict, OutcomeVerdict } from '../questions/holds-findings.js';
import { evidenceName } from './basis.js';
import { dealsInBrief } from './deals-in-brief.js';
import type { DealsReport } from './deals-words.js';
import { type Block, type Document, type Inline, plainText, strong } from './document.js';
import { domainSections } from './domain-brief.js';
import { endSentences } from './end-sentences.js';
import type { EnsembleReport } from './ensemble-shares.js';
import { fitPage, isOnePage, type Section, uncut } from './fit-page.js';
import { isStopped, outcomeTable } from './holds-document.js';
import { type HoldsReport, holdingCount, namesOf, wordsForHolds } from './holds-words.js';
import { howSure } from './how-sure.js';
import { isDomain } from './is-domain.js';
import { markWords } from './mark-words.js';
import { namedSentence } from './named-sentence.js';
import { areGroupsListed, groupsNotListed, offeredFirst, offerSentence } from './offer-words.js';
import { opinionSentence } from './opinion-words.js';
import { counted, countWord, longDate, sentenceCase, series } from './phrases.js';
import { signsOf } from './sign-words.js';
import { type Stamp, stampLine } from './stamp.js';
import { threatLine } from './threat-words.js';
import { whatWouldChangeIt } from './what-would-change-it.js';
import type { Words } from './words.js';

/** Ends that are told when there are several, before the rest is only counted. */
const mostEnds = 3;

/** Rows of the table of outcomes before the rest is only counted. */
const mostRows = 5;

/** Lines for title, question and mark on page one, and for stamp and mark on page two. */
const headerLines = 6;
const footerLines = 5;

/** Left free where nothing on page one can be cut further: an estimate of so much text may be low. */
const spareLines = 2;

/**
 * The brief: two A4 pages from what has been answered so far.
 *
 * Page one: where things go if left alone and what would hold and is on offer; what would change it,
 * where that was asked; how sure and why; the named outcomes; what to watch. Page two: outcomes that would hold, proposals, contested claims,
 * method. A section without content is absent; a list that does not fit is cut, and says by how much;
 * what page one has no room for even so begins page two.
 * Deterministic.
 */
export function briefDocument(
  theCase: Case,
  report: HoldsReport,
  stamp: Stamp,
  deals?: DealsReport,
  ensemble?: EnsembleReport,
): Document {
  const { first, secondWith } = sectionsOfBrief(theCase, report, stamp, deals, ensemble);
  const { page, moved } = pageOne(first);
  // The table cannot be cut like a list: it has as many rows as leave room for the rest.
  let rows = mostRows;
  let second = fitPage([...moved, ...secondWith(rows)], footerLines);
  while (rows > 1 && !isOnePage(second, footerLines)) {
    rows -= 1;
    second = fitPage([...moved, ...secondWith(rows)], footerLines);
  }
  return {
    ...headOfBrief(theCase),
    blocks: [...page, { kind: 'pageBreak' }, ...second],
    stamp: stampLine(stamp, ensemble?.seed ?? report.seed),
  };
}

/**
 * Page one, and the sections for which it has no room however much is cut: the last one without which
 * the rest fits; else as many of the last as it takes. The bottom line stays.
 */
function pageOne(first: readonly Section[]): {
  readonly page: readonly Block[];
  readonly moved: readonly Section[];
} {
  const whole = fitPage(first, headerLines);
  if (isOnePage(whole, headerLines)) return { page: whole, moved: [] };
  const places = [...first.keys()].slice(1).reverse();
  const choices = [
    ...places.map((place) => first.filter((_, at) => at !== place)),
    ...places.map((place) => first.slice(0, place)),
  ];
  for (const kept of choices) {
    const page = fitPage(kept, headerLines);
    if (isOnePage(page, headerLines + spareLines)) {
      return { page, moved: first.filter((section) => !kept.includes(section)) };
    }
  }
  return { page: whole, moved: [] };
}

/**
 * All that the brief has to say, however many pages that takes: for telling what differs between two
 * of them, where what a page has room for is no difference.
 */
export function wholeBrief(
  theCase: Case,
  report: HoldsReport,
  stamp: Stamp,
  deals?: DealsReport,
): Document {
  const { first, secondWith } = sectionsOfBrief(theCase, report, stamp, deals);
  return {
    ...headOfBrief(theCase),
    blocks: [...uncut(first), { kind: 'pageBreak' }, ...uncut(secondWith(Number.MAX_SAFE_INTEGER))],
    stamp: stampLine(stamp, report.seed),
  };
}

function headOfBrief(theCase: Case): Pick<Document, 'title' | 'subtitle' | 'handling'> {
  const asked = [
    theCase.asOf && `As of ${longDate(theCase.asOf)}`,
    theCase.decisionFor && `for ${theCase.decisionFor}`,
  ];
  const subtitle = [theCase.question, asked.filter(Boolean).join(', ')].filter(Boolean);
  return {
    title: theCase.title,
    subtitle: subtitle.length > 0 ? subtitle.join(' ') : undefined,
    handling: theCase.handling,
  };
}

function sectionsOfBrief(
  theCase: Case,
  report: HoldsReport,
  stamp: Stamp,
  deals?: DealsReport,
  ensemble?: EnsembleReport,
): {
  readonly first: readonly Section[];
  /** With so many rows at most in the table of outcomes. */
  readonly secondWith: (rows: number) => readonly Section[];
} {
  const words = wordsForHolds(theCase, report);
  // Where nobody can do anything alone, what would hold says nothing.
  const domain = deals && !isStopped(report) && isDomain(theCase) ? deals : undefined;
  const agreeing = (found: DealsReport) =>
    dealsInBrief(theCase, found, namesOf(report), report.onOffer.length > 0, stamp.askDeals);
  const first = [
    ...(domain
      ? [agreeing(domain), ...domainSections(theCase, domain)]
      : bottomLine(theCase, words, report)),
    ...(ensemble && !domain && !isStopped(report)
      ? [whatWouldChangeIt(theCase, ensemble, isAsFiled(theCase, report))]
      : []),
    howSure(theCase, words, report, domain ? undefined : ensemble),
    namedOutcomes(theCase, words, report),
    whatToWatch(theCase),
  ];
  const secondWith = (rows: number) => [
    ...(deals && !domain && !isStopped(report) ? [agreeing(deals)] : []),
    ...(domain ? [] : [resting(theCase, words, report, rows), proposals(theCase, words, report)]),
    threats(words, report),
    contested(theCase),
    domain ? domainMethod(report) : method(report),
  ];
  return { first, secondWith };
}

/** Whether every party is read by its first reading, from which an ensemble counts changes. */
function isAsFiled(theCase: Case, { options }: HoldsReport): boolean {
  return theCase.parties.every(
    ({ id }, party) => options.readings[id] === theCase.preferences[party]?.[0]?.id,
  );
}

function bottomLine(theCase: Case, words: Words, report: HoldsReport): readonly Section[] {
  const lead = (content: readonly Inline[]): Block => ({
    kind: 'paragraph',
    role: 'lead',
    content,
  });
  const title = 'Bottom line';
  if (isStopped(report)) {
    return [{ title, lead: [lead(['The work was stopped before an answer was reached.'])] }];
  }
  if (report.today === null) {
    const text = `The case has no today, so nothing is said about where things go. ${sentenceCase(counted(holdingCount(report), 'outcome'))} of ${report.outcomes} would hold once in place.`;
    return [{ title, lead: [lead([text])] }, { lead: namedInBrief(words, report) }];
  }
  const blocks: Block[] = [];
  const [firstEnd, ...moreEnds] = endSentences(words, report);
  if (firstEnd) blocks.push(lead([strong('If left alone,'), ' ', ...lowered(firstEnd)]));
  const told = moreEnds.slice(0, mostEnds);
  for (const sentence of told) blocks.push(lead(sentence));
  if (report.ends.length > mostEnds) {
    blocks.push(
      lead([
        `${sentenceCase(counted(report.ends.length - told.length, 'further end'))}: see “What holds”.`,
      ]),
    );
  }

  const offers = offeredFirst(theCase, report);
  if (report.verdicts.length === 0) {
    blocks.push(
      lead([
        strong('Nothing would hold: '),
        `in every possible outcome some party would gain by a move of its own${words.repliesCounted}.`,
      ]),
    );
  } else if (!areGroupsListed(theCase)) {
    blocks.push(lead([groupsNotListed(theCase)]));
  } else if (offers.length === 0) {
    blocks.push(
      lead([
        strong('Nothing that would hold is on offer'),
        ': no group could sign a step, today or where things go, that leads to such an outcome and nowhere else, leaves every member better off and crosses no red line of theirs.',
      ]),
    );
  } else {
    blocks.push(
      lead([
        strong(
          `${sentenceCase(counted(offers.length, 'outcome'))} would hold and ${offers.length === 1 ? 'is' : 'are'} on offer:`,
        ),
      ]),
    );
  }
  const todayIs = theCase.issues.map((_, at) =>
    words.clause(at, report.levels[String(report.today)]?.[at] ?? 0),
  );
  const context: Block = {
    kind: 'paragraph',
    role: 'aside',
    content: [`Today: ${series(todayIs)}.${fixedWords(theCase, report)}`],
  };
  return [
    {
      title,
      lead: blocks,
      list: {
        noun: 'offer',
        isFirstKept: true,
        where: 'see “What holds”',
        most: 3,
        items: offers.map((verdict) => ({ content: offered(theCase, words, report, verdict) })),
      },
    },
    { lead: [...namedInBrief(words, report), context] },
  ];
}

/** Says when an answer is about another today than the file's. */
function fixedWords(theCase: Case, report: HoldsReport): string {
  const changed = theCase.issues.flatMap(({ id, levels }, at) => {
    const fixed = report.options.where[id];
    const own = levels[theCase.today?.[at] ?? -1]?.id;
    return fixed === undefined || fixed === own ? [] : [`${id} = ${fixed}`];
  });
  return changed.length === 0
    ? ''
    : ` This is not the case file's own today: for this answer ${series(changed)} ${changed.length === 1 ? 'was' : 'were'} fixed.`;
}

/** How many of the named outcomes would hold, which, and who would leave the others. */
function namedInBrief(words: Words, report: HoldsReport): readonly Block[] {
  const named = report.named.filter(({ kind, states }) => kind === 'outcome' && states > 0);
  if (named.length < 2) return [];
  const holding = named.filter((one) => one.holding.length > 0);
  const leavers = report.parties
    .map((party) => ({
      party,
      count: named.filter(
        ({ holding: forms, nearest }) =>
          forms.length === 0 &&
          nearest?.reasons.some((one) => one.party === party && one.verdict === 'leaves'),
      ).length,
    }))
    .filter(({ count }) => count > 0);
  const which =
    holding.length === 0
      ? ''
      : `: ${series(
          holding.map(
            ({ label, states, holding: forms }) =>
              `“${label}”${states > 1 ? ` (in ${groupedDigits(forms.length)} of its ${groupedDigits(states)} forms)` : ''}`,
          ),
        )}`;
  const some = leavers.reduce((sum, { count }) => sum + count, 0) > named.length - holding.length;
  const others =
    leavers.length === 0
      ? ''
      : ` The ${named.length - holding.length === 1 ? 'other' : 'others'} would be left, in the form nearest to today, by ${series(
          leavers.map(({ party, count }) => `${words.party(party)} (${count})`),
        )}${some ? ', some by more than one' : ''}.`;
  return [
    {
      kind: 'paragraph',
      content: [
        `Of the ${counted(named.length, 'named outcome')}, ${holding.length === named.length ? 'each' : countWord(holding.length)} would hold once in place${which}.${others}`,
      ],
    },
  ];
}

/** A sentence that continues one keeps its capital only where a name needs it. */
function lowered(content: readonly Inline[]): readonly Inline[] {
  const lower = (text: string) =>
    /^(Things|It) /.test(text) ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text;
  const [first, ...others] = content;
  if (first === undefined) return content;
  return [
    typeof first === 'string' ? lower(first) : { ...first, text: lower(first.text) },
    ...others,
  ];
}

function offered(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  verdict: OutcomeVerdict,
): readonly Inline[] {
  return [
    {
      kind: 'why',
      text: sentenceCase(words.fullOutcome(verdict.state)),
      ask: { about: 'outcome', state: verdict.state },
    },
    '; ',
    verdict.mark ? markWords[verdict.mark] : 'would hold',
    `. ${offerSentence(words, report, verdict)} ${opinionSentence(theCase, verdict)}`,
  ];
}

/** Named outcomes; those that would not hold for the same reason share a sentence. */
function namedOutcomes(theCase: Case, words: Words, report: HoldsReport): Section {
  const named = report.named
    .filter(({ kind }) => kind === 'outcome')
    .toSorted((a, b) => Number(b.holding.length > 0) - Number(a.holding.length > 0));
  return {
    title: 'The outcomes people talk about',
    list: told(theCase, words, report, named, 'named outcome'),
  };
}

function told(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  named: readonly NamedVerdict[],
  noun: string,
): NonNullable<Section['list']> {
  const groups = new Map<string, { labels: string[]; sentence: readonly Inline[] }>();
  for (const verdict of named) {
    const sentence = namedSentence(theCase, words, report, verdict, 'short');
    const key = plainText(sentence);
    const group = groups.get(key) ?? { labels: [], sentence };
    group.labels.push(verdict.label);
    groups.set(key, group);
  }
  const told = [...groups.values()];
  return {
    noun,
    where: 'see “What holds”',
    counts: told.map(({ labels }) => labels.length),
    items: told.map(({ labels, sentence }) => ({
      content: [
        ...labels.flatMap((label, at): Inline[] => [
          ...(at === 0 ? [] : ['; ']),
          strong(at === 0 ? sentenceCase(label) : label),
        ]),
        ': ',
        ...sentence,
      ],
    })),
  };
}

function whatToWatch(theCase: Case): Section {
  return {
    title: 'What to watch',
    list: {
      noun: 'question',
      most: 3,
      where: 'see the case file',
      items: theCase.evidence.questions.map(({ text, by, indicators }) => ({
        content: [text, ...(by ? [` (By ${longDate(by)}.)`] : []), signsOf(indicators)],
      })),
    },
  };
}

function resting(theCase: Case, words: Words, report: HoldsReport, most: number): Section {
  const order = (verdict: OutcomeVerdict) =>
    verdict.offers.length > 0 ? 0 : verdict.end !== null ? 1 : 2;
  const rows = [...report.verdicts].sort((a, b) => order(a) - order(b) || a.state - b.state);
  const told = rows.slice(0, most);
  const left = holdingCount(report) - told.length;
  if (rows.length === 0) return {};
  return {
    title: 'Outcomes that would hold once in place',
    lead: [
      outcomeTable(theCase, words, told),
      ...(left > 0
        ? [
            {
              kind: 'paragraph' as const,
              role: 'aside' as const,
              content: [
                `${sentenceCase(counted(left, 'further outcome'))} would hold: see “What holds”.`,
              ],
            },
          ]
        : []),
    ],
  };
}

function proposals(theCase: Case, words: Words, report: HoldsReport): Section {
  const named = report.named.filter(({ kind }) => kind === 'proposal');
  return {
    title: 'Proposals on the table',
    list: told(theCase, words, report, named, 'proposal'),
  };
}

function threats(words: Words, report: HoldsReport): Section {
  return {
    title: 'Threats declared in the file',
    list: {
      noun: 'threat',
      where: 'see “What holds”',
      most: 3,
      items: report.threats.map((threat) => ({ content: threatLine(words, threat, report.today) })),
    },
  };
}

function contested(theCase: Case): Section {
  const claims = theCase.evidence.claims.filter(
    ({ status, against }) =>
      against.length > 0 || status === 'contested' || status === 'contradicted',
  );
  const names = (ids: readonly string[]) =>
    series([...new Set(ids.map((id) => evidenceName(theCase, id)))]);
  return {
    title: 'Contested claims, and claims with evidence against them',
    list: {
      noun: 'such claim',
      where: 'see the case file',
      items: claims.map((claim) => ({
        content: [
          `“${claim.text}” `,
          strong(sentenceCase(claim.status)),
          claim.for.length > 0 ? `. For it: ${names(claim.for)}` : '',
          claim.against.length > 0 ? `. Against: ${names(claim.against)}` : '',
          '.',
        ],
      })),
    },
  };
}

/** How a bargaining domain was worked out: nothing is said of what would hold. */
function domainMethod(report: HoldsReport): Section {
  return methodOf([
    `Every combination of levels that the rules of the case allow was examined: ${counted(report.outcomes, 'outcome')}.`,
    'The case has no today, and no party can change anything alone: whether an agreement would hold once in place is not asked.',
    'A party consents to what is at least as good for it as no deal and crosses no red line of its own. Whose consent is enough is what the case says.',
    'Points are compared within a party, but for the egalitarian and the utilitarian solution; no probability enters, and all arithmetic is exact.',
  ]);
}

function method(report: HoldsReport): Section {
  const [concept] = report.concepts;
  const lines = [
    `Every combination of levels that the rules of the case allow was examined: ${counted(report.outcomes, 'outcome')}.`,
    `An outcome would hold if it is stable for every party under “${concept?.name}” (${concept?.source}). ${concept?.definition}`,
    ...(report.today === null
      ? []
      : [
          `Left alone, parties make the moves that would not be answered so, one at a time. An outcome is on offer if a group can sign a joint step that leads there and nowhere else, each member better off and no red line of theirs crossed.`,
        ]),
    `Preferences are orders, compared within a party only; no probability enters, and all arithmetic is exact.`,
  ];
  return methodOf(lines);
}

function methodOf(lines: readonly string[]): Section {
  return {
    title: 'Method',
    list: {
      noun: 'line',
      isOrdered: true,
      isWhole: true,
      items: lines.map((line) => ({ content: [line] })),
    },
  };
}
