import type {
  AskedGroup,
  GroupPackage,
  GroupsAgainst,
  GroupUnderResponse,
  HarmedFinding,
  WholeTable,
} from '../questions/group-findings.js';
import type { Block, Inline, ListItem } from './document.js';
import { gapWords, isNegative, percentWords, responseWords } from './group-words.js';
import { counted, countWord, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

const why: Readonly<Record<GroupPackage['why'], string>> = {
  nash: 'their Nash solution',
  kalaiSmorodinsky: 'their Kalai–Smorodinsky solution',
  fallback: 'where fallback bargaining among them ends',
  gap: 'their package nearest to a settlement, by points',
};

const dealNames: Readonly<Record<GroupUnderResponse['excess'][number]['deal'], string>> = {
  nash: 'the Nash solution of all',
  kalaiSmorodinsky: 'the Kalai–Smorodinsky solution of all',
  leastCore: 'the least-core deal',
};

/** The groups asked about, each in full, then what no group could better. */
export function askedBlocks(
  words: Words,
  { asked, all }: GroupsAgainst,
  noDeal: string,
): readonly Block[] {
  if (!all || asked.length === 0) return [];
  return [
    ...asked.flatMap((one) => askedGroupBlocks(words, one, noDeal)),
    { kind: 'paragraph', content: [coreSentences(words, all)] },
  ];
}

function askedGroupBlocks(words: Words, group: AskedGroup, noDeal: string): readonly Block[] {
  const { parties, others, responses, packages } = group;
  if (parties.length === 0) {
    return [{ kind: 'paragraph', content: ['Nobody is left at the table to settle anything.'] }];
  }
  const who = words.parties(parties);
  const without = others.length > 0 ? `, without ${words.parties(others, 'or')}` : '';
  return [
    {
      kind: 'heading',
      level: 3,
      text: `What ${who} could settle by ${parties.length === 1 ? 'itself' : 'themselves'}${without}`,
    },
    {
      kind: 'list',
      isOrdered: false,
      items: responseItems(words, group, responses, noDeal),
    },
    ...(packages.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            isOrdered: false,
            items: packages.map((one) => packageItem(words, one, noDeal)),
          },
        ]),
  ];
}

/** One item a response; responses of which the same is said share one. */
function responseItems(
  words: Words,
  group: AskedGroup,
  found: readonly GroupUnderResponse[],
  noDeal: string,
): readonly ListItem[] {
  const told = new Map<string, string[]>();
  for (const one of found) {
    const text = responseSentences(words, group, one, noDeal);
    told.set(text, [...(told.get(text) ?? []), responseWords[one.response]]);
  }
  return [...told].map(([text, labels]) => ({
    content: [
      {
        kind: 'strong' as const,
        text: sentenceCase(labels.length === 3 ? responseWords.worst : labels.join(', and ')),
      },
      `: ${text}`,
    ],
  }));
}

function responseSentences(
  words: Words,
  { parties }: AskedGroup,
  found: GroupUnderResponse,
  noDeal: string,
): string {
  const { packages, circles, zone, joint, gap, excess, full } = found;
  const isOne = parties.length === 1;
  const open = zone - joint;
  const alone =
    isOne || open === 0
      ? ''
      : zone === 1
        ? ', which one member could bring about alone'
        : `, ${open === zone ? 'all' : countWord(open)} of them open to one member alone`;
  const taken =
    zone === 0
      ? `none is no worse than ${noDeal} for each member and better for one`
      : `${countWord(zone)} ${zone === 1 ? 'is' : 'are'} no worse than ${noDeal} for each member and better for one${alone}`;
  const said = [
    `of ${counted(packages, 'outcome')} that ${isOne ? 'its' : 'their'} consent alone brings about, ${taken}; ${gapWords(words, gap, parties.length)}.`,
  ];
  if (zone === 0 && gap.value !== null && isNegative(gap.value)) {
    said.push('Consent goes by orders, and there they would not all take it.');
  }
  if (circles > 0) {
    said.push(
      `After ${counted(circles, 'of them', 'of them')} the answers go round a circle, and the worst of it counts.`,
    );
  }
  if (full.count > 0) {
    said.push(leftSentence(full, isOne));
  }
  said.push(...excessSentences(excess, isOne));
  return said.join(' ');
}

/** Whether the group would leave what all would take for something of its own. */
function leftSentence({ count, immune }: GroupUnderResponse['full'], isOne: boolean): string {
  const [who, own] = isOne ? ['it', 'its'] : ['they', 'their'];
  if (count === 1) {
    return `The one package that all at the table would take ${who} would ${immune === 1 ? 'not ' : ''}leave for one of ${own} own.`;
  }
  const left = count - immune;
  return `Of ${counted(count, 'package')} that all at the table would take, ${who} would leave ${left === count ? 'every one' : countWord(left)} for one of ${own} own.`;
}

/** What the group could do against the deals of all; deals against which it is the same are told at once. */
function excessSentences(excess: GroupUnderResponse['excess'], isOne: boolean): readonly string[] {
  const told = new Map<string, string[]>();
  for (const { deal, value } of excess) {
    const name = dealNames[deal];
    // Of outcomes that tie for a deal the first is told.
    if (value === null || [...told.values()].flat().includes(name)) continue;
    const share = percentWords(value);
    const what =
      value === 0
        ? 'leaves the member worst served even'
        : isNegative(value)
          ? `costs the member worst served ${share} of its range`
          : `gives every member at least ${share} of its range more`;
    told.set(what, [...(told.get(what) ?? []), name]);
  }
  return [...told].map(
    ([what, names]) =>
      `Against ${series(names)} the best of ${isOne ? 'its' : 'their'} own ${what}.`,
  );
}

function packageItem(words: Words, one: GroupPackage, noDeal: string): ListItem {
  const { state, signers, blockers, answered, harmed } = one;
  const said = [`${why[one.why]}.`];
  if (signers.length > 0) said.push(`It uses the consent of ${words.parties(signers)}.`);
  if (blockers.length > 0) {
    said.push(
      `${sentenceCase(words.parties(blockers))} would not give ${blockers.length === 1 ? 'its own' : 'theirs'}.`,
    );
  }
  const [end, ...more] = answered;
  if (end !== undefined && (end !== state || more.length > 0)) {
    said.push(
      more.length > 0
        ? `If the others answer, it would go round a circle of ${counted(answered.length, 'outcome')}.`
        : `If the others answer, it would come to this: ${words.outcome(end)}${words.number(end)}.`,
    );
  }
  return {
    content: [
      { kind: 'strong', text: sentenceCase(words.outcome(state)) },
      `${words.number(state)}: ${said.join(' ')}`,
    ],
    ...(harmed.length > 0
      ? { items: harmed.map((who) => ({ content: harmedSentence(words, state, who, noDeal) })) }
      : {}),
  };
}

/** What a party that is not asked loses, and whether it can undo it. */
function harmedSentence(
  words: Words,
  state: number,
  { party, isBelowNoDeal, isBelowToday, lost, undo }: HarmedFinding,
  noDeal: string,
): readonly Inline[] {
  const name = words.party(party);
  const isToday = noDeal === 'no deal (today)';
  const than = isBelowNoDeal
    ? isBelowToday && !isToday
      ? `with ${noDeal} and than today`
      : `with ${noDeal}`
    : 'today';
  return [
    `Not asked, ${name} would be worse off than ${than}`,
    ...(lost ? [': it would ', ...words.loss(lost)] : []),
    undo
      ? `. It can undo it: it could ${words.acts(state, undo.to)}, at no cost to itself, which would leave ${words.parties(undo.signers)} worse off than with ${noDeal}.`
      : '. It has no move of its own that would undo it at no cost to itself.',
  ];
}

function coreSentences(words: Words, all: WholeTable): string {
  const { accepted, core, leastCore, parties } = all;
  if (accepted === 0) return 'There is no package that all at the table would take.';
  const said: string[] = [];
  if (core) {
    said.push(
      core.count === 0
        ? 'Each package that all at the table would take leaves some group that could do as well for every member and better for one by itself, with the others at today’s levels: the core is empty.'
        : `With the others at today’s levels no group could do better by itself than under ${core.count === 1 ? 'one package' : `any of ${counted(core.count, 'package')}`} that all at the table would take (the core, in the parties’ orders)${told(words, core)}.`,
    );
  }
  if (leastCore) {
    const share = percentWords(leastCore.value);
    said.push(
      `The package that leaves groups short of all ${counted(parties.length, 'party', 'parties')} the least to gain by going their own way (the least-core deal): ${series(leastCore.states.slice(0, 1).map((state) => `${words.outcome(state)}${words.number(state)}`))}${leastCore.count > 1 ? `, and ${counted(leastCore.count - 1, 'other')} as good` : ''}; ${leastCore.value === 0 ? 'under it the group that could do best by itself would be even' : isNegative(leastCore.value) ? `going its own way would cost some member of every such group at least ${share} of its range` : `some such group could give every member at least ${share} of its range more by itself`}.`,
    );
  }
  return said.join(' ');
}

function told(words: Words, core: NonNullable<WholeTable['core']>): string {
  const [state] = core.states;
  if (state === undefined) return '';
  const name = `${words.outcome(state)}${words.number(state)}`;
  return core.count === 1 ? `: ${name}` : `, among them this: ${name}`;
}
