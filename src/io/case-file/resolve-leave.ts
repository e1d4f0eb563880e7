import type { Leave } from '../../core/case.js';
import { nearestName } from '../nearest-name.js';
import { atKey, atValue, type Place, quoted } from './problems.js';
import { levelOf, partyOf } from './references.js';
import type { Scope } from './scope.js';
import { childOf, type Entry, textsOf } from './yaml-tree.js';

/**
 * Who can bring an agreement back. `any` (the default): each signer alone; `all`: only together;
 * `none`: nobody; a list: each party listed alone; a block: each alone to the level it names. All
 * but `none` leave the signers the way back together.
 *
 * Without a today every level is an agreement, so nobody leaves and all can change it together.
 */
export function resolveLeave(
  issue: Entry,
  signers: readonly number[],
  index: number,
  scope: Scope,
): Leave {
  if (!scope.hasToday) return { alone: [], together: true };
  const node = childOf(issue.value, 'leave');
  const toFirst = (party: number) => ({ party, to: 0 });
  switch (node?.kind) {
    case undefined:
    case 'empty':
      return { alone: signers.map(toFirst), together: true };
    case 'text':
      return leaveByWord(node.text, atValue(node), signers, scope);
    case 'list': {
      const parties = textsOf(node).flatMap((item) => {
        const party = signerOf(item.text, atValue(item), signers, scope);
        return party === undefined ? [] : [party];
      });
      return { alone: parties.map(toFirst), together: true };
    }
    case 'map': {
      const alone = node.entries.flatMap((entry) => {
        const party = signerOf(entry.key, atKey(entry), signers, scope);
        if (entry.value.kind !== 'text') return [];
        const to = levelOf(entry.value.text, atValue(entry.value), index, scope);
        if (to !== undefined && to === (scope.issues[index]?.levels.length ?? 0) - 1) {
          scope.problems.add(
            'DET228',
            atValue(entry.value),
            `"${entry.value.text}" is the last level: falling back to it changes nothing`,
            {
              help: 'name an earlier level',
            },
          );
        }
        return party === undefined || to === undefined ? [] : [{ party, to }];
      });
      return { alone, together: true };
    }
  }
}

function leaveByWord(word: string, place: Place, signers: readonly number[], scope: Scope): Leave {
  if (word === 'any') return { alone: signers.map((party) => ({ party, to: 0 })), together: true };
  if (word === 'all') return { alone: [], together: true };
  if (word === 'none') return { alone: [], together: false };
  const isParty = scope.partyIndex.has(word);
  const near = nearestName(word, ['any', 'all', 'none']);
  scope.problems.add('DET206', place, `"leave" cannot be "${word}"`, {
    details: ['it should be any, all, none, a list of parties, or a block of `party: level` lines'],
    help: isParty
      ? `put the party in a list: [${word}]`
      : near === undefined
        ? 'write any, all or none'
        : `did you mean "${near}"?`,
  });
  return { alone: [], together: true };
}

function signerOf(
  id: string,
  place: Place,
  signers: readonly number[],
  scope: Scope,
): number | undefined {
  const party = partyOf(id, place, scope);
  if (party === undefined || signers.includes(party) || signers.length === 0) return party;
  const names = signers.map((signer) => scope.parties[signer] ?? '');
  scope.problems.add(
    'DET225',
    place,
    `"${id}" is not among those who agree, so it has nothing to leave`,
    {
      details: [`they are ${quoted(names)}`],
      help: 'add it under `agree:`, or describe what it can do with `moves:`',
    },
  );
  return undefined;
}
