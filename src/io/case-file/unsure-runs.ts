import { atKey, atValue } from './problems.js';
import type { Scope } from './scope.js';
import { isMarked } from './want-marks.js';
import { type Entry, entryOf, itemsOf, type YamlNode } from './yaml-tree.js';

/** Longest run of neighbours in doubt: they are taken in every order, and 6 have 720. */
const longestRun = 6;

const words = {
  wants: { one: 'want', many: 'wants' },
  entries: { one: 'entry', many: 'entries' },
} as const;

/**
 * Flaws of the mark `unsure` in a list of wants or of ranking entries. Neighbours that are marked
 * form a run, which stands in any order: one in an inner list of several, which have no order; a run
 * of one; one of more than six; and one that is strong in part, since strong ones come before the rest.
 */
export function checkUnsure(list: YamlNode, of: keyof typeof words, scope: Scope): void {
  const { one, many } = words[of];
  let run: YamlNode[] = [];
  const close = () => {
    checkRun(run, one, many, scope);
    run = [];
  };
  for (const item of itemsOf(list)) {
    const group = item.kind === 'list' ? item.items : [item];
    const [only] = group;
    if (only && group.length === 1 && isMarked(only, 'unsure')) {
      run.push(only);
      continue;
    }
    close();
    for (const want of group) {
      if (!isMarked(want, 'unsure')) continue;
      scope.problems.add('DET249', atMark(want), 'equally important wants have no order', {
        details: ['this one is in an inner list with others, and its place is marked unsure'],
        help: 'give each a line of its own if their order matters, or remove `unsure`',
      });
    }
  }
  close();
}

function checkRun(run: readonly YamlNode[], one: string, many: string, scope: Scope): void {
  const [first] = run;
  if (!first) return;
  if (run.length === 1) {
    scope.problems.add(
      'DET248',
      atMark(first),
      `no neighbour of this ${one} is marked unsure, so its place is sure`,
      { help: 'mark the neighbour with which its place is unsure' },
    );
  }
  if (run.length > longestRun) {
    scope.problems.add(
      'DET250',
      atMark(first),
      `${run.length} ${many} in a row are marked unsure; at most ${longestRun} can be`,
      {
        details: [`they are taken in every order, and ${longestRun} have 720`],
        help: 'mark those only whose order is open, or make rival readings of the orders that matter',
      },
    );
  }
  const strong = run.filter((item) => isMarked(item, 'strong'));
  if (strong.length > 0 && strong.length < run.length) {
    const other = run.find((item) => !isMarked(item, 'strong')) ?? first;
    scope.problems.add(
      'DET251',
      atMark(other),
      `this ${one} is unsure with one that is strong, and is not strong itself`,
      {
        details: ['in another order a strong one would no longer come where it must'],
        help: `mark all of the ${many} that are unsure together strong, or none of them`,
      },
    );
  }
}

function atMark(item: YamlNode) {
  const entry: Entry | undefined = entryOf(item, 'unsure');
  return entry ? atKey(entry) : atValue(item);
}
