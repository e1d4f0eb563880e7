import type { Issue, OpenToday } from '../../core/case.js';
import { checkControl } from './check-control.js';
import { checkId, idInWords } from './identifiers.js';
import { isMisspelt } from './misspelt-key.js';
import { atKey, atValue, type Problems } from './problems.js';
import { evidenceOf, issueOf, levelOf, levelsOf } from './references.js';
import { resolveBlocked, resolveControl } from './resolve-control.js';
import {
  checkLevels,
  type ListedLevel,
  listLevels,
  mostLevels,
  resolveLevels,
} from './resolve-levels.js';
import { issueKeys } from './schema.js';
import type { IssueName, Scope } from './scope.js';
import { shortened } from './shape-help.js';
import { childOf, type Entry, entriesOf, entryOf, itemsOf, textOf } from './yaml-tree.js';

/** Levels of a lever. */
const leverLevels = ['no', 'yes'];
/** Most issues read. */
const mostIssues = 1_000;

/** An issue of which the names are known and the rest is still to be read. */
export type NamedIssue = IssueName & {
  readonly entry: Entry;
  readonly listed: readonly ListedLevel[];
};

/** First pass: the names of issues and levels, which everything else refers to. */
export function nameIssues(issues: Entry | undefined, problems: Problems): readonly NamedIssue[] {
  const node = issues?.value;
  const entries = entriesOf(node);
  if (node?.kind === 'map' && entries.length === 0) {
    problems.add('DET210', atValue(node), 'the case has no issue', {
      help: 'name at least one thing to settle',
    });
  }
  if (issues && entries.length > mostIssues) {
    problems.add(
      'DET107',
      atKey(issues),
      `there are ${entries.length} issues; at most ${mostIssues} are read`,
      {
        help: 'split the case',
      },
    );
    return [];
  }
  return entries.map((entry) => nameIssue(entry, problems));
}

function nameIssue(entry: Entry, problems: Problems): NamedIssue {
  const { key: id, value } = entry;
  checkId(id, 'name', atKey(entry), problems);
  const lever = entryOf(value, 'lever');
  const levels = entryOf(value, 'levels');
  const listed = listLevels(value);
  if (lever) {
    const own = leverLevels.join(' ') === listed.map((level) => level.id).join(' ');
    if (levels) {
      problems.add('DET223', atKey(levels), `"${id}" is a lever, so its levels are no and yes`, {
        help: own
          ? 'remove the line; labels can be given with `says:`'
          : `remove the line, or write \`by: ${textOf(lever.value) ?? '…'}\` instead of \`lever:\``,
      });
    }
    return { id, levels: leverLevels, isLever: true, isBroken: false, entry, listed: [] };
  }
  if (!levels && value.kind === 'map' && !isMisspelt(value, ['levels', 'lever'], issueKeys)) {
    problems.add('DET202', atKey(entry), `"${id}" has no "levels"`, {
      help: 'add `levels: [first, second]`; for a yes or no of one party write `lever: …`',
    });
  }
  checkLevels(id, value, listed, { problems });
  const ids = [...new Set(listed.map((level) => level.id))];
  const isBroken = ids.length < 2 || ids.length > mostLevels;
  return isBroken
    ? { id, levels: [], isLever: false, isBroken, entry, listed: [] }
    : { id, levels: ids, isLever: false, isBroken, entry, listed };
}

/** Second pass: labels, control and the rest. */
export function resolveIssue(named: NamedIssue, index: number, scope: Scope): Issue {
  const { id, entry, isLever } = named;
  const { value } = entry;
  if (isLever) for (const { place } of listLevels(value)) scope.allowBareWord(place.range);
  for (const key of ['says', 'act']) {
    for (const line of entriesOf(childOf(value, key))) {
      levelOf(line.key, atKey(line), index, scope);
    }
  }
  const direction = textOf(childOf(value, 'irreversible'));
  const irreversible =
    direction === 'true' || direction === 'up' ? 'up' : direction === 'down' ? 'down' : undefined;
  const control = resolveControl(entry, index, scope);
  const blocked = resolveBlocked(value, control, index, scope);
  if (control) checkControl(value, { control, irreversible, blocked }, index, scope);
  return {
    id,
    label: textOf(childOf(value, 'label')) ?? idInWords(id),
    levels: resolveLevels(value, named.levels, named.listed, scope),
    isLever,
    control: control ?? { kind: 'nobody' },
    irreversible,
    blocked,
    note: textOf(childOf(value, 'note')),
    from: evidenceOf(childOf(value, 'from'), scope),
  };
}

/** Where every issue stands today: at one level, or at one of several, the first by default. */
export type Today = {
  /** Undefined where the case has no today. */
  readonly today: readonly number[] | undefined;
  readonly openToday: readonly OpenToday[];
};

/** Reads `today`; a level that cannot be read is stood in for by the issue's first. */
export function resolveToday(entry: Entry | undefined, scope: Scope): Today {
  if (entry?.value.kind !== 'map') return { today: undefined, openToday: [] };
  const levels = new Map<number, number | undefined>();
  const openToday: OpenToday[] = [];
  for (const line of entry.value.entries) {
    const issue = issueOf(line.key, atKey(line), scope);
    if (issue === undefined) continue;
    const { value } = line;
    if (value.kind === 'list') {
      const listed = openLevels(line, issue, scope);
      levels.set(issue, listed[0]);
      openToday.push({ issue, levels: listed, path: value.path });
    } else {
      const isText = value.kind === 'text';
      levels.set(issue, isText ? levelOf(value.text, atValue(value), issue, scope) : undefined);
    }
  }
  const missing = scope.issues.filter((_, index) => !levels.has(index)).map((issue) => issue.id);
  if (missing.length > 0) {
    scope.problems.add(
      'DET226',
      atKey(entry),
      `\`today\` does not say where ${missing.length === 1 ? 'one issue stands' : `${missing.length} issues stand`}`,
      {
        details: [`missing: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' …' : ''}`],
        help: 'add a line for each; where it is open, list the levels it may have: [first, second]',
      },
    );
  }
  return { today: scope.issues.map((_, index) => levels.get(index) ?? 0), openToday };
}

/** The levels of a list under `today`: two or more. */
function openLevels({ key, value }: Entry, issue: number, scope: Scope): readonly number[] {
  const items = itemsOf(value);
  const levels = levelsOf(value, issue, scope);
  const [only] = items;
  if (only && items.length === 1) {
    const level = textOf(only) ?? '…';
    scope.problems.add('DET253', atValue(value), `"${key}" stands at one level only`, {
      details: ['a list says that it is open at which of several levels it stands'],
      help: `write it without brackets, ${shortened(`${key}: ${level}`)}, or add the other levels`,
    });
  }
  return levels;
}
