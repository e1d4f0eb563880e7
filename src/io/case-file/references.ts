import type { Setting } from '../../core/case.js';
import { nearestName } from '../nearest-name.js';
import { atKey, atValue, type Place } from './problems.js';
import type { Scope } from './scope.js';
import { shortened } from './shape-help.js';
import { entriesOf, type TextNode, textsOf, type YamlNode } from './yaml-tree.js';

/** Names in a message: at most this many, then how many more. */
const mostNames = 20;

/** Names that a misspelt one is compared with: beyond, it would take too long to be of help. */
const mostCompared = 2_000;

/** A list for a detail line: `shared, locked`. */
export function enumerate(names: readonly string[]): string {
  if (names.length <= mostNames) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`;
}

/** What to do about a name that is not known. */
export function helpWithName(word: string, known: readonly string[], otherwise: string): string {
  if (/^[^,]+(,[^,]+)+$/.test(word)) {
    const items = word.split(',').map((item) => item.trim());
    return `to name several, write a list: [${shortened(items.join(', '))}]`;
  }
  const near = known.length <= mostCompared ? nearestName(word, known) : undefined;
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}

/**
 * The party of an id; undefined, with a message, when there is none. Nothing is said where the case
 * has no parties at all, which is reported by itself.
 */
export function partyOf(id: string, place: Place, scope: Scope): number | undefined {
  const index = scope.partyIndex.get(id);
  if (index !== undefined || scope.parties.length === 0) return index;
  scope.problems.add('DET211', place, `there is no party "${shortened(id)}"`, {
    details: [`parties: ${enumerate(scope.parties)}`],
    help: helpWithName(id, scope.parties, 'use the id of a party, or add it under `parties:`'),
  });
  return undefined;
}

/** The parties of a list of ids, or of one; a party named twice is reported. */
export function partiesOf(node: YamlNode | undefined, scope: Scope): readonly number[] {
  const found: number[] = [];
  if (node?.kind === 'list' && node.items.length === 0) reportEmpty(node, 'a party', scope);
  for (const item of textsOf(node)) {
    const party = partyOf(item.text, atValue(item), scope);
    if (party === undefined) continue;
    if (found.includes(party)) reportTwice(item, scope);
    else found.push(party);
  }
  return found;
}

/** The issue of an id; undefined, with a message unless the case has none at all, when there is none. */
export function issueOf(id: string, place: Place, scope: Scope): number | undefined {
  const index = scope.issueIndex.get(id);
  if (index !== undefined || scope.issues.length === 0) return index;
  const ids = scope.issues.map((issue) => issue.id);
  scope.problems.add('DET217', place, `there is no issue "${shortened(id)}"`, {
    details: [`issues: ${enumerate(ids)}`],
    help: helpWithName(id, ids, 'use the id of an issue, or add it under `issues:`'),
  });
  return undefined;
}

/**
 * The level that a text names on an issue; undefined, with a message, when it has none of that name.
 * A bare `yes` or `no` is a level of a lever and nothing else.
 */
export function levelOf(
  text: string,
  place: Place,
  issue: number,
  scope: Scope,
): number | undefined {
  const named = scope.issues[issue];
  if (!named || named.isBroken) return undefined;
  const index = named.levels.indexOf(text);
  if (index >= 0) {
    if (named.isLever) scope.allowBareWord(place.range);
    return index;
  }
  const isLeverWord = named.isLever && /^(true|false|on|off)$/i.test(text);
  scope.problems.add('DET204', place, `issue "${named.id}" has no level "${shortened(text)}"`, {
    details: [`levels of "${named.id}": ${enumerate(named.levels)}`],
    help: isLeverWord
      ? `write ${/^(true|on)$/i.test(text) ? 'yes' : 'no'}`
      : helpWithName(text, named.levels, 'write one of these levels'),
  });
  return undefined;
}

/** The levels of a list of names, or of one, on an issue. */
export function levelsOf(
  node: YamlNode | undefined,
  issue: number,
  scope: Scope,
): readonly number[] {
  const found: number[] = [];
  if (node?.kind === 'list' && node.items.length === 0) reportEmpty(node, 'a level', scope);
  for (const item of textsOf(node)) {
    const level = levelOf(item.text, atValue(item), issue, scope);
    if (level === undefined) continue;
    if (found.includes(level)) reportTwice(item, scope);
    else found.push(level);
  }
  return found;
}

/** `issue: level` lines. */
export function settingsOf(node: YamlNode | undefined, scope: Scope): readonly Setting[] {
  const settings: Setting[] = [];
  for (const entry of entriesOf(node)) {
    const issue = issueOf(entry.key, atKey(entry), scope);
    if (issue === undefined || entry.value.kind !== 'text') continue;
    const level = levelOf(entry.value.text, atValue(entry.value), issue, scope);
    if (level !== undefined) settings.push({ issue, level });
  }
  return settings;
}

/** Ids of evidence, or `judgement`, as `from` lists them. */
export function evidenceOf(
  node: YamlNode | undefined,
  scope: Scope,
  known: ReadonlySet<string> = scope.evidenceIds,
  words: readonly string[] = ['judgement'],
): readonly string[] {
  const found: string[] = [];
  for (const item of textsOf(node)) {
    if (found.includes(item.text)) reportTwice(item, scope);
    else if (known.has(item.text) || words.includes(item.text)) found.push(item.text);
    else reportUnknownEvidence(item.text, atValue(item), scope, known, words);
  }
  return found;
}

/** Says that no evidence has this id. */
export function reportUnknownEvidence(
  id: string,
  place: Place,
  scope: Scope,
  known: ReadonlySet<string>,
  words: readonly string[],
): void {
  if (scope.problems.isFull()) return;
  const ids = [...known];
  const judgement = words.includes('judgement') ? ', or write `judgement`' : '';
  scope.problems.add('DET216', place, `no evidence has the id "${shortened(id)}"`, {
    details: [
      ids.length === 0 ? 'the case lists no evidence of this kind' : `ids: ${enumerate(ids)}`,
    ],
    help: helpWithName(
      id,
      [...ids, ...words],
      `use the id of a source, a statement or a claim${judgement}`,
    ),
  });
}

/** Says that a list needs at least one item. */
export function reportEmpty(node: YamlNode, thing: string, scope: Scope): void {
  scope.problems.add('DET210', atValue(node), `this list is empty; it needs at least ${thing}`, {
    help: 'fill it, or remove the line',
  });
}

function reportTwice(item: TextNode, scope: Scope): void {
  scope.problems.add('DET213', atValue(item), `"${item.text}" stands twice in this list`, {
    help: 'remove one of the two',
  });
}
