import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { ProposalFinding, SolutionFinding } from '../questions/deals-findings.js';
import { amountWords } from './amount-words.js';
import { type DealsReport, wordsForDeals } from './deals-words.js';
import type { ListItem } from './document.js';
import type { Section } from './fit-page.js';
import { counted, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** What the brief of a bargaining domain has in place of what would hold. */
export function domainSections(theCase: Case, report: DealsReport): readonly Section[] {
  const words = wordsForDeals(theCase, report, false);
  return [hardestConsent(words, report), singledOut(words, report), proposed(words, report)];
}

/** Parties by how many packages their consent costs, most first. */
function hardestConsent(words: Words, { groups }: DealsReport): Section {
  const [against] = groups?.against ?? [];
  if (!against || against.parties.length < 2) return {};
  const rows = against.parties.filter(({ isAtTable }) => isAtTable);
  return {
    title: 'Whose consent is the hardest to have',
    list: {
      noun: 'party',
      items: rows
        .toSorted((a, b) => b.lost - a.lost)
        .map(({ party, withoutIt, lost, accepted }) => ({
          content: [
            `${sentenceCase(words.party(party))}: it would take ${groupedDigits(accepted)} of ${groupedDigits(against.outcomes)}; ${groupedDigits(withoutIt)} suit all the others, ${lost === 0 ? 'none' : groupedDigits(lost)} of which it would refuse.`,
          ],
        })),
    },
  };
}

const names = [
  ['nash', 'Nash'],
  ['kalaiSmorodinsky', 'Kalai–Smorodinsky'],
  ['egalitarian', 'egalitarian'],
  ['utilitarian', 'utilitarian'],
] as const;

/** Each outcome that a solution picks, with the solutions that do. */
function singledOut(words: Words, { solutions }: DealsReport): Section {
  if (!solutions) return {};
  const byOutcome = new Map<number, string[]>();
  const ties: string[] = [];
  const none: string[] = [];
  for (const [key, name] of names) {
    const found: SolutionFinding = solutions[key];
    const [state] = found.states;
    if (found.none !== null) none.push(name);
    else if (state !== undefined) {
      byOutcome.set(state, [...(byOutcome.get(state) ?? []), name]);
      if (found.count !== 1) ties.push(`${name}: ${found.count}`);
    }
  }
  const items: readonly ListItem[] = [
    ...[...byOutcome].map(([state, of]) => ({
      content: [`${sentenceCase(series(of))}: ${words.outcome(state)}.`],
    })),
    ...(ties.length > 0
      ? [{ content: [`The first of several that tie is named (${ties.join('; ')}).`] }]
      : []),
    ...(none.length > 0
      ? [{ content: [`${series(none)}: none, since no outcome is better than no deal for all.`] }]
      : []),
  ];
  return items.length === 0
    ? {}
    : { title: 'What the bargaining solutions single out', list: { noun: 'line', items } };
}

function proposed(words: Words, { proposals }: DealsReport): Section {
  if (proposals.length === 0) return {};
  return {
    title: 'Proposals on the table',
    list: {
      noun: 'proposal',
      where: 'see “Deals”',
      items: proposals.map((proposal) => ({
        content: [`${sentenceCase(proposal.label)}: ${proposalWords(words, proposal)}`],
      })),
    },
  };
}

function proposalWords(
  words: Words,
  { verdict, forms, short, crossed, dominatedBy }: ProposalFinding,
): string {
  if (!verdict) return 'a rule of the case forbids it.';
  if (forms > 1) return `leaves issues open; ${counted(forms, 'outcome')} fit it.`;
  const given = verdict.isAcceptable
    ? 'would be given all the consent that it needs.'
    : 'would not be given all the consent that it needs.';
  const below = short.map(({ party, by }) =>
    by === null ? words.party(party) : `${words.party(party)} (by ${amountWords(by)})`,
  );
  const lines = [...new Set(crossed.map(({ party }) => party))];
  return [
    given,
    ...(below.length > 0
      ? [`Below no deal for ${series(below)}, in points of each one's own.`]
      : []),
    ...(lines.length > 0 ? [`It crosses a red line of ${words.parties(lines)}.`] : []),
    dominatedBy.count === 0
      ? 'No outcome is as good for everyone and better for one.'
      : `${sentenceCase(counted(dominatedBy.count, 'outcome'))} ${dominatedBy.count === 1 ? 'is' : 'are'} as good for everyone and better for one.`,
  ].join(' ');
}
