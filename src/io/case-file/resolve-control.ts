import type { Block, Control, ExplicitMove, Leave } from '../../core/case.js';
import { type Consent, partiesOfConsent } from '../../core/consent.js';
import { isMisspelt } from './misspelt-key.js';
import { atKey, atValue, quoted } from './problems.js';
import { readCondition } from './read-condition.js';
import { levelsOf, partiesOf, partyOf } from './references.js';
import { readConsent } from './resolve-consent.js';
import { resolveLeave } from './resolve-leave.js';
import { issueKeys } from './schema.js';
import type { Scope } from './scope.js';
import { childOf, type Entry, entryOf, itemsOf, textOf, type YamlNode } from './yaml-tree.js';

const controlKeys = ['by', 'lever', 'agree', 'moves'];

/** Who can change an issue; undefined, with messages, when the file does not say it clearly. */
export function resolveControl(issue: Entry, index: number, scope: Scope): Control | undefined {
  const { problems } = scope;
  const node = issue.value;
  if (node.kind !== 'map') return undefined;
  const given = node.entries.filter((entry) => controlKeys.includes(entry.key));
  const [first, second] = given;
  if (!first) {
    if (isMisspelt(node, controlKeys, issueKeys)) return undefined;
    problems.add('DET220', atKey(issue), `nothing says who can change "${issue.key}"`, {
      help: 'add `by:` (a party alone), `lever:` (a yes or no of one party), `agree:` (several together) or `moves:`; for what nobody changes write `by: nobody`',
    });
    return undefined;
  }
  if (second) {
    problems.add(
      'DET221',
      atKey(second),
      `"${issue.key}" has both \`${first.key}\` and \`${second.key}\``,
      {
        details: ['an issue has one kind of control'],
        help: 'keep one of them; `moves:` can say anything that the others cannot',
      },
    );
    return undefined;
  }
  const control = controlOf(first, index, scope);
  checkKeysOfAgreement(issue, first, scope);
  if (control?.kind !== 'agree') return control;
  const leave: Leave = resolveLeave(issue, control.parties, index, scope);
  return { ...control, consent: consentAmong(issue, control.parties, scope), leave };
}

/** The rule of an agreement; it may name those who sign and nobody else. */
function consentAmong(issue: Entry, signers: readonly number[], scope: Scope): Consent | undefined {
  const entry = entryOf(issue.value, 'consent');
  const consent = readConsent(entry?.value, scope);
  if (!entry || !consent || signers.length === 0) return consent;
  const others = partiesOfConsent(consent).filter((party) => !signers.includes(party));
  const namesOf = (parties: readonly number[]) =>
    quoted(parties.map((party) => scope.parties[party] ?? ''));
  if (others.length > 0) {
    const what = `${namesOf(others)} ${others.length === 1 ? 'is' : 'are'} not among those who agree`;
    scope.problems.add('DET225', atKey(entry), what, {
      details: [`they are ${namesOf(signers)}`],
      help: 'add the party under `agree:`, or take it out of `consent`',
    });
  }
  return consent;
}

function controlOf(given: Entry, index: number, scope: Scope): Control | undefined {
  const { value } = given;
  switch (given.key) {
    case 'by':
      if (textOf(value) === 'nobody') {
        if (!scope.hasToday) {
          scope.problems.add(
            'DET227',
            atValue(value),
            'what nobody changes is fixed by `today`, and the case has none',
            {
              help: 'add `today:` with the level of every issue',
            },
          );
        }
        return { kind: 'nobody' };
      }
      return { kind: 'by', parties: partiesOf(value, scope) };
    case 'lever': {
      const id = textOf(value);
      const party = id === undefined ? undefined : partyOf(id, atValue(value), scope);
      return party === undefined ? undefined : { kind: 'by', parties: [party] };
    }
    case 'agree': {
      const parties = partiesOf(value, scope);
      if (
        value.kind === 'list' &&
        new Set(value.items.map(textOf)).size < 2 &&
        value.items.length > 0
      ) {
        scope.problems.add('DET224', atValue(value), 'an agreement needs at least two parties', {
          help: 'name the others, or write `by:` if one party decides alone',
        });
      }
      return {
        kind: 'agree',
        parties,
        consent: undefined,
        leave: { alone: [], together: true },
      };
    }
    default:
      if (value.kind === 'list' && value.items.length === 0) {
        scope.problems.add(
          'DET210',
          atValue(value),
          'this list is empty; it needs at least one move',
          {
            help: 'list the moves, or write `by: nobody` if nobody can change the issue',
          },
        );
      }
      return {
        kind: 'moves',
        moves: itemsOf(value).map((item) => resolveMove(item, index, scope)),
      };
  }
}

function resolveMove(node: YamlNode, issue: number, scope: Scope): ExplicitMove {
  const from = levelsOf(childOf(node, 'from'), issue, scope);
  const to = levelsOf(childOf(node, 'to'), issue, scope);
  const [start] = from;
  if (from.length === 1 && to.length === 1 && start === to[0]) {
    scope.problems.add('DET228', atValue(node), 'this move ends where it starts', {
      help: 'change `from` or `to`, or remove the move',
    });
  }
  return {
    parties: partiesOf(childOf(node, 'by'), scope),
    from,
    to,
    when: readCondition(childOf(node, 'when'), scope)?.expression,
  };
}

/** What somebody is held back from; without `to` it is every level. */
export function resolveBlocked(
  issue: YamlNode,
  control: Control | undefined,
  index: number,
  scope: Scope,
): readonly Block[] {
  const every = (scope.issues[index]?.levels ?? []).map((_, level) => level);
  return itemsOf(childOf(issue, 'blocked')).map((node) => {
    const by = childOf(node, 'by');
    const parties = partiesOf(by, scope);
    // What nobody changes is reported at the key; an unclear control is reported by itself.
    const able = control && control.kind !== 'nobody' ? moversOf(control) : undefined;
    const idle = able ? parties.filter((party) => !able.includes(party)) : [];
    const names = idle.map((party) => `"${scope.parties[party]}"`).join(', ');
    if (by && names !== '') {
      const what = `${names} cannot change this issue in the first place`;
      scope.problems.add('DET225', atValue(by), what, { help: 'remove it, or correct the name' });
    }
    return {
      parties,
      when: readCondition(childOf(node, 'when'), scope)?.expression,
      to: entryOf(node, 'to') ? levelsOf(childOf(node, 'to'), index, scope) : every,
    };
  });
}

/** Everybody who has a part in changing an issue. */
function moversOf(control: Exclude<Control, { kind: 'nobody' }>): readonly number[] {
  return control.kind === 'moves'
    ? control.moves.flatMap(({ parties }) => parties)
    : control.parties;
}

/** `consent`, `leave`, `irreversible` and `blocked` where they could have no effect. */
function checkKeysOfAgreement(issue: Entry, control: Entry, scope: Scope): void {
  const { problems } = scope;
  const leave = entryOf(issue.value, 'leave');
  const irreversible = entryOf(issue.value, 'irreversible');
  const blocked = entryOf(issue.value, 'blocked');
  const consent = entryOf(issue.value, 'consent');
  if (consent && control.key !== 'agree') {
    problems.add(
      'DET225',
      atKey(consent),
      `\`consent\` says whose consent an agreement needs, and "${issue.key}" is none`,
      {
        help: `remove it, or write \`agree: [..]\` with all who sign instead of \`${control.key}:\``,
      },
    );
  }
  if (leave && control.key !== 'agree') {
    problems.add(
      'DET225',
      atKey(leave),
      `\`leave\` says who can leave an agreement, and "${issue.key}" is none`,
      {
        help: `remove it, or write \`agree:\` instead of \`${control.key}:\``,
      },
    );
  } else if (leave && !scope.hasToday && textOf(leave.value) !== 'any') {
    problems.add(
      'DET225',
      atKey(leave),
      'without `today` every level is an agreement, so there is nothing to leave',
      {
        help: 'remove it, or add `today:` with the level of every issue',
      },
    );
  } else if (leave && ['true', 'up'].includes(textOf(irreversible?.value) ?? '')) {
    problems.add('DET225', atKey(leave), `"${issue.key}" is irreversible, so nobody can leave it`, {
      help: 'keep `leave` or `irreversible`, not both',
    });
  }
  if (control.key === 'by' && textOf(control.value) === 'nobody') {
    for (const entry of [irreversible, blocked]) {
      if (!entry) continue;
      problems.add(
        'DET225',
        atKey(entry),
        `nobody changes "${issue.key}", so \`${entry.key}\` has no effect`,
        {
          help: 'remove it',
        },
      );
    }
  }
}
