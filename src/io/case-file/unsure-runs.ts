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
 * of one; one of more than six; and one across which outcomes differ greatly. Of wants that is a run
 * of which some are strong; of entries one with a strong entry before its last.
 */
export function checkUnsure(list: YamlNode, of: keyof typeof words, scope: Scope): void {
  let run: YamlNode[] = [];
  const close = () => {
    checkRun(run, of, scope);
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

function checkRun(run: readonly YamlNode[], of: keyof typeof words, scope: Scope): void {
  const { one, many } = words[of];
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
  if (of === 'wants') checkStrongWants(run, scope);
  else checkStrongEntries(run, scope);
}

/** Strong wants come before all others, in any order. */
function checkStrongWants(run: readonly YamlNode[], scope: Scope): void {
  const weak = run.find((item) => !isMarked(item, 'strong'));
  if (!weak || !run.some((item) => isMarked(item, 'strong'))) return;
  scope.problems.add(
    'DET251',
    atMark(weak),
    'this want is unsure with one that is strong, and is not strong itself',
    {
      details: ['in another order the strong one would not come before all others'],
      help: 'mark all of the wants that are unsure together strong, or none of them',
    },
  );
}

/** A strong entry sets all that comes after it far off; only the last of a run can do so. */
function checkStrongEntries(run: readonly YamlNode[], scope: Scope): void {
  const strong = run.slice(0, -1).find((item) => isMarked(item, 'strong'));
  if (!strong) return;
  scope.problems.add(
    'DET251',
    atMark(strong),
    'this entry is unsure with the next, which is greatly less preferred',
    {
      details: ['`strong` sets all that comes after an entry far off'],
      help: 'remove one of the two marks; the last entry of those that are unsure may be strong',
    },
  );
}

function atMark(item: YamlNode) {
  const entry: Entry | undefined = entryOf(item, 'unsure');
  return entry ? atKey(entry) : atValue(item);
}
