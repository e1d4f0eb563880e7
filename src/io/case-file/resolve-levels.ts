import type { Level } from '../../core/case.js';
import { checkId, idInWords } from './identifiers.js';
import { atKey, atValue, type Place } from './problems.js';
import { evidenceOf } from './references.js';
import type { Scope } from './scope.js';
import { childOf, entriesOf, entryOf, itemsOf, textOf, type YamlNode } from './yaml-tree.js';

/** Most levels of an issue: outcomes are stored with one byte an issue. */
export const mostLevels = 255;

/** A level as the file lists it. */
export type ListedLevel = {
  readonly id: string;
  readonly place: Place;
  readonly value: YamlNode | undefined;
};

/** The levels an issue lists: a list of ids, a list of `id: label`, or a block of them. */
export function listLevels(issue: YamlNode): readonly ListedLevel[] {
  const node = childOf(issue, 'levels');
  if (node?.kind === 'map') {
    return node.entries.map((entry) => ({
      id: entry.key,
      place: atKey(entry),
      value: entry.value,
    }));
  }
  return itemsOf(node).flatMap((item): readonly ListedLevel[] => {
    if (item.kind === 'text') return [{ id: item.text, place: atValue(item), value: undefined }];
    return entriesOf(item).map((entry) => ({
      id: entry.key,
      place: atKey(entry),
      value: entry.value,
    }));
  });
}

/** Reports what is wrong with the levels an issue lists. */
export function checkLevels(
  issueId: string,
  issue: YamlNode,
  levels: readonly ListedLevel[],
  scope: Pick<Scope, 'problems'>,
): void {
  const { problems } = scope;
  const entry = entryOf(issue, 'levels');
  if (!entry || entry.value.kind === 'empty' || entry.value.kind === 'text') return;
  if (levels.length < 2) {
    problems.add(
      'DET222',
      atKey(entry),
      `"${issueId}" has ${levels.length === 0 ? 'no level' : 'only one level'}; there is nothing to choose`,
      {
        help: 'list at least two levels, or remove the issue',
      },
    );
  }
  if (levels.length > mostLevels) {
    problems.add(
      'DET222',
      atKey(entry),
      `"${issueId}" has ${levels.length} levels; at most ${mostLevels} are read`,
      {
        help: 'use fewer, wider levels',
      },
    );
    return;
  }
  for (const item of itemsOf(entry.value)) {
    const [, second] = entriesOf(item);
    if (!second) continue;
    problems.add(
      'DET203',
      atKey(second),
      `"${second.key}" stands in one item with the level before it`,
      {
        help: 'give each level an item of its own',
      },
    );
  }
  const seen = new Set<string>();
  for (const { id, place } of levels) {
    if (seen.has(id)) {
      problems.add('DET218', place, `"${issueId}" lists the level "${id}" twice`, {
        help: 'remove or rename one of the two',
      });
    } else checkId(id, 'name', place, problems);
    seen.add(id);
  }
}

/** Texts about a level that can stand at the level or, for all levels, at the issue. */
const levelTexts = ['says', 'act'] as const;

/** The levels of an issue with what is said about each. */
export function resolveLevels(
  issue: YamlNode,
  ids: readonly string[],
  listed: readonly ListedLevel[],
  scope: Scope,
): readonly Level[] {
  return ids.map((id) => {
    const value = listed.find((level) => level.id === id)?.value;
    const [says, act] = levelTexts.map((key) => {
      const own = textOf(childOf(value, key));
      const shared = entryOf(childOf(issue, key), id);
      if (shared && own !== undefined) {
        scope.problems.add('DET213', atKey(shared), `\`${key}\` is given twice for "${id}"`, {
          help: `keep it either at the level or under \`${key}:\` of the issue`,
        });
      }
      return own ?? textOf(shared?.value);
    });
    return {
      id,
      label: textOf(value) ?? textOf(childOf(value, 'label')) ?? idInWords(id),
      says,
      act,
      note: textOf(childOf(value, 'note')),
      from: evidenceOf(childOf(value, 'from'), scope),
    };
  });
}
