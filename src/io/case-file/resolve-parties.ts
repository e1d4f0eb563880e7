import type { Member, Party } from '../../core/case.js';
import { conceptIds } from '../../core/concept-ids.js';
import { checkId } from './identifiers.js';
import { atKey, atValue, type Problems } from './problems.js';
import { childOf, type Entry, entriesOf, textOf, textsOf } from './yaml-tree.js';

/** Words that stand for something else where a party is expected. */
const partyWords = ['nobody'];
/** Most parties read; beyond it no table or sentence can be read either. */
const mostParties = 100;

/** The parties of a case, in its order. */
export function resolveParties(parties: Entry | undefined, problems: Problems): readonly Party[] {
  const node = parties?.value;
  const entries = entriesOf(node);
  if (node?.kind === 'map' && entries.length === 0) {
    problems.add('DET210', atValue(node), 'the case has no party', {
      help: 'name at least one: `parties: {North: Northfield}`',
    });
  }
  if (parties && entries.length > mostParties) {
    problems.add(
      'DET107',
      atKey(parties),
      `there are ${entries.length} parties; at most ${mostParties} are read`,
      {
        help: 'group them: `members:` keeps the names',
      },
    );
    return [];
  }
  return entries.map((entry) => resolveParty(entry, problems));
}

function resolveParty(entry: Entry, problems: Problems): Party {
  const { key, value } = entry;
  checkId(key, 'name', atKey(entry), problems, partyWords);
  const name = textOf(value) ?? textOf(childOf(value, 'name')) ?? key;
  const members = entriesOf(childOf(value, 'members')).map((member) =>
    resolveMember(member, problems),
  );
  return {
    id: key,
    name,
    called: textOf(childOf(value, 'called')) ?? name,
    voices: textsOf(childOf(value, 'voices')).map((voice) => voice.text),
    members,
    aliases: textsOf(childOf(value, 'aliases')).map((alias) => alias.text),
    // What it perceives and its constituents refer to issues and parties, which are not known yet.
    unaware: [],
    attitudes: [],
    consent: undefined,
    concept: conceptIds.find((id) => id === textOf(childOf(value, 'concept'))),
    note: textOf(childOf(value, 'note')),
  };
}

function resolveMember(entry: Entry, problems: Problems): Member {
  const { key, value } = entry;
  checkId(key, 'name', atKey(entry), problems, partyWords);
  return {
    id: key,
    name: textOf(value) ?? textOf(childOf(value, 'name')) ?? key,
    voices: textsOf(childOf(value, 'voices')).map((voice) => voice.text),
    note: textOf(childOf(value, 'note')),
  };
}
