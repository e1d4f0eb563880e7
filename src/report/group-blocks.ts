import type { Case } from '../core/case.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { NoDealFinding } from '../questions/deals-findings.js';
import type { GroupFindings, GroupsAgainst } from '../questions/group-findings.js';
import { askedBlocks } from './asked-group-blocks.js';
import type { Block } from './document.js';
import { aloneFigures, noDealWords, percentWords, responseOrder } from './group-words.js';
import { counted, countWord, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** Irreconcilable groups that are told before the rest is only counted. */
const mostClashes = 6;

/**
 * By whom, and without whom: what all but one would take, who cannot agree, what groups could settle by
 * themselves, and in full the groups asked about.
 */
export function groupBlocks(
  theCase: Case,
  words: Words,
  noDeals: readonly NoDealFinding[],
  { against }: GroupFindings,
): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'By whom, and without whom' },
    ...against.flatMap((one): readonly Block[] => {
      const name = noDealWords(words, noDeals[one.noDeal]?.states ?? []);
      return [
        ...(against.length > 1
          ? [{ kind: 'heading' as const, level: 3 as const, text: `Against ${name}` }]
          : []),
        { kind: 'paragraph', content: [zoneSentences(words, one, name)] },
        withoutTable(words, one),
        ...lineBlocks(theCase, words, one),
        ...askedBlocks(words, one, name),
      ];
    }),
  ];
}

/** How many packages suit everybody; where none does, who cannot agree and who would have to give way. */
function zoneSentences(words: Words, found: GroupsAgainst, noDeal: string): string {
  const { outcomes, unanimous, passing, irreconcilable, toDrop } = found;
  const said = [
    `Of ${counted(outcomes, 'package')} other than ${noDeal}, ${unanimous === 0 ? 'none is' : `${countWord(unanimous)} ${unanimous === 1 ? 'is' : 'are'}`} no worse than that for every party, with no red line crossed.`,
  ];
  if (passing !== unanimous) {
    said.push(
      `All the consent that ${passing === 1 ? 'it needs would be given to one of these packages' : `they need would be given to ${countWord(passing)} of these packages`}.`,
    );
  }
  if (irreconcilable && irreconcilable.length > 0) {
    const together = (group: readonly string[]) =>
      `${words.parties(group)}${group.length > 1 ? ' together' : ''}`;
    const told = irreconcilable.slice(0, mostClashes).map(together);
    const more = irreconcilable.length - told.length;
    said.push(
      `No package but ${noDeal} suits ${series(told, 'or')}${more > 0 ? `, nor ${counted(more, 'further group')}` : ''}${irreconcilable.every((group) => group.length === 1) ? '' : '; any smaller part of such a group has one'}.`,
    );
    const singles = (toDrop ?? []).filter((set) => set.length === 1).map(([one]) => one as string);
    const larger = (toDrop ?? []).filter((set) => set.length > 1);
    const dropped = [
      ...(singles.length > 0 ? [words.parties(singles, 'or')] : []),
      ...larger.slice(0, mostClashes).map(together),
    ];
    if (dropped.length > 0) {
      said.push(`The rest could agree without ${series(dropped, 'or')}.`);
    }
  }
  return said.join(' ');
}

function withoutTable(words: Words, { parties }: GroupsAgainst): Block {
  const hasRule = parties.some(({ power }) => power !== null);
  return {
    kind: 'table',
    caption: `Packages that one party would take, that all the others would take, and that are lost where its consent is required${hasRule ? '; beside it its power under the rule of the case, whatever anybody wants' : ''}`,
    header: [
      'party',
      'it would take',
      'all others would take',
      'lost by requiring it',
      ...(hasRule ? ['Shapley–Shubik', 'Banzhaf'] : []),
    ],
    rows: parties.map(({ party, isAtTable, accepted, withoutIt, lost, power }) => [
      [sentenceCase(words.party(party)) + (isAtTable ? '' : ' (not at the table)')],
      [groupedDigits(accepted)],
      [groupedDigits(withoutIt)],
      [groupedDigits(lost)],
      ...(hasRule
        ? [power?.shapleyShubik, power?.banzhaf].map((one) => [
            one === undefined ? '–' : percentWords(one),
          ])
        : []),
    ]),
  };
}

function acceptedByGroups(words: Words, groups: GroupsAgainst['groups']): Block {
  return {
    kind: 'table',
    caption: 'Packages that every member of a group would take, whoever else must sign',
    header: ['group', 'all its members would take'],
    rows: groups.map(({ parties, accepted }) => [
      [sentenceCase(words.parties(parties))],
      [groupedDigits(accepted)],
    ]),
  };
}

function lineBlocks(theCase: Case, words: Words, { groups }: GroupsAgainst): readonly Block[] {
  if (groups.length === 0) return [];
  // Without a today every issue is settled anew, so nobody but all who sign can settle anything.
  if (theCase.today === undefined) return [acceptedByGroups(words, groups)];
  const lacking = theCase.parties
    .map(({ id }) => id)
    .filter((id) =>
      groups.some(({ alone }) => responseOrder.some((one) => alone[one]?.gap.lacking.includes(id))),
    );
  return [
    {
      kind: 'paragraph',
      content: [
        `What groups could settle by themselves: how many packages are no worse than no deal for each member and better for one; and what the best package for the member worst served gives it over no deal, in shares of its own range of points. Consent goes by orders, the second figure by points: where they disagree there may be points to spare and no package.${lacking.length === 0 ? '' : ` No second figure for groups with ${words.parties(lacking, 'or')}: no points to compare with no deal.`}`,
      ],
    },
    {
      kind: 'table',
      caption: 'Packages of groups by themselves, and points to spare or short',
      header: ['group', 'others as today', 'others answer', 'whatever others do'],
      rows: groups.map(({ track, parties, alone }) => {
        const label = theCase.tracks.find(({ id }) => id === track)?.label;
        return [
          [
            `${sentenceCase(words.parties(parties))}${label === undefined ? '' : ` (the parties of “${label}”)`}`,
          ],
          ...responseOrder.map((response) => [aloneFigures(alone[response])]),
        ];
      }),
    },
  ];
}
