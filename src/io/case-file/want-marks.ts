import { atKey } from './problems.js';
import type { Scope } from './scope.js';
import { childOf, type Entry, entryOf, itemsOf, type YamlNode } from './yaml-tree.js';

/** Whether a want or a ranking entry says `true` under this key. */
export function isMarked(node: YamlNode, key: 'strong' | 'unknown' | 'unsure' | 'doubt'): boolean {
  const value = childOf(node, key);
  return value?.kind === 'text' && value.value === true;
}

/**
 * Flaws of the marks `strong` and `unknown` in a list of wants: a strong want below one that is not,
 * beside one that is not in an inner list; an unknown one that is equally important with another, or
 * that is strong or has a worth too.
 */
export function checkMarks(wants: YamlNode, scope: Scope): void {
  let isAfterOthers = false;
  for (const item of itemsOf(wants)) {
    const group = item.kind === 'list' ? item.items : [item];
    const strong = group.filter((want) => isMarked(want, 'strong'));
    for (const want of strong) {
      const key = entryOf(want, 'strong') as Entry;
      if (isAfterOthers || strong.length < group.length) {
        scope.problems.add(
          'DET241',
          atKey(key),
          'this strong want does not come before all others',
          {
            details: [
              isAfterOthers
                ? 'a want above it is not strong'
                : 'a want of the same inner list is not strong',
            ],
            help: 'move it up, above every want that is not strong, or mark those strong too',
          },
        );
      }
    }
    if (strong.length < group.length) isAfterOthers = true;
    for (const want of group) {
      if (!isMarked(want, 'unknown')) continue;
      const key = entryOf(want, 'unknown') as Entry;
      const other =
        group.length > 1
          ? 'it is in an inner list, as important as another want'
          : isMarked(want, 'strong')
            ? 'it is marked strong too'
            : entryOf(want, 'worth')
              ? 'it has a worth'
              : undefined;
      if (other === undefined) continue;
      scope.problems.add('DET242', atKey(key), 'a want marked unknown must stand by itself', {
        details: [other],
        help: 'give it a line of its own without other marks, or remove `unknown`',
      });
    }
  }
}
