import type {
  Confidence,
  NoDeal,
  NumberRange,
  RankingEntry,
  Reading,
  RedLine,
  Want,
} from '../../core/case.js';
import { add, divide, one, type Rational, zero } from '../../core/rational.js';
import { checkId, idInWords } from './identifiers.js';
import { isMisspelt } from './misspelt-key.js';
import { atKey, atValue } from './problems.js';
import { rangeTextOf, readAmount } from './read-range.js';
import { positive, readNumber } from './read-values.js';
import { readingIdsOf } from './reading-ids.js';
import { evidenceOf, partyOf, reportEmpty } from './references.js';
import { conditionOr } from './resolve-conditions.js';
import { resolveSees } from './resolve-perception.js';
import { resolvePoints } from './resolve-points.js';
import { readingKeys } from './schema.js';
import type { Scope } from './scope.js';
import { checkUnsure } from './unsure-runs.js';
import { checkMarks, isMarked } from './want-marks.js';
import {
  childOf,
  type Entry,
  entriesOf,
  entryOf,
  itemsOf,
  type MapNode,
  textOf,
  type YamlNode,
} from './yaml-tree.js';

/** For each party its readings: those under `preferences`, or the one that `wants` gives. */
export function resolvePreferences(root: MapNode, scope: Scope): readonly (readonly Reading[])[] {
  const readings: (readonly Reading[])[] = scope.parties.map(() => []);
  const stated = new Map<number, Entry>();
  const readingIds = readingIdsOf(root, scope);
  for (const entry of entriesOf(childOf(root, 'wants'))) {
    const party = partyOf(entry.key, atKey(entry), scope);
    const ranges: NumberRange[] = [];
    const wants = resolveWants(entry.value, ranges, scope);
    if (party === undefined) continue;
    stated.set(party, entry);
    readings[party] = [
      { ...emptyReading, id: 'stated', label: 'stated', wants, ranges, path: entry.value.path },
    ];
  }
  for (const entry of entriesOf(childOf(root, 'preferences'))) {
    const party = partyOf(entry.key, atKey(entry), scope);
    const resolved = resolveReadings(entry, party ?? -1, readingIds, scope);
    if (party === undefined) continue;
    if (stated.has(party)) {
      scope.problems.add(
        'DET229',
        atKey(entry),
        `"${entry.key}" stands under \`wants\` and under \`preferences\``,
        {
          help: 'move its wants into a reading under `preferences:`, or remove one of the two',
        },
      );
    }
    readings[party] = resolved;
  }
  return readings;
}

/** Keys of which a reading needs one. */
const contentKeys = ['wants', 'ranking', 'points'];

const emptyReading: Omit<Reading, 'id' | 'label' | 'path'> = {
  weight: undefined,
  why: undefined,
  from: [],
  wants: undefined,
  ranking: undefined,
  points: undefined,
  redLines: [],
  noDeal: undefined,
  ranges: [],
  sees: [],
};

function resolveReadings(
  party: Entry,
  own: number,
  readingIds: readonly (readonly string[])[],
  scope: Scope,
): readonly Reading[] {
  const entries = entriesOf(party.value);
  if (party.value.kind === 'map' && entries.length === 0) {
    scope.problems.add('DET210', atValue(party.value), `"${party.key}" has no reading here`, {
      help: 'add one, or remove the line',
    });
  }
  const readings = entries.map((entry) => ({
    ...resolveReading(entry, scope),
    sees: resolveSees(childOf(entry.value, 'sees'), own, readingIds, scope),
  }));
  const weighted = entries.filter((entry) => entryOf(entry.value, 'weight'));
  if (weighted.length > 0 && weighted.length < entries.length) {
    const without = entries.filter((entry) => !weighted.includes(entry)).map((entry) => entry.key);
    const [first] = weighted;
    const weight = entryOf(first?.value, 'weight');
    scope.problems.add(
      'DET231',
      atKey(weight ?? party),
      `some readings of "${party.key}" have a weight and some have none`,
      {
        details: [`without: ${without.join(', ')}`],
        help: 'give every reading of the party a weight, or none',
      },
    );
    return readings;
  }
  const total = readings.reduce((sum, { weight }) => add(sum, weight ?? zero), zero);
  if (total.n === 0n) return readings;
  return readings.map((reading) => ({
    ...reading,
    weight: reading.weight && divide(reading.weight, total),
  }));
}

function resolveReading(entry: Entry, scope: Scope): Omit<Reading, 'sees'> {
  const { key, value } = entry;
  checkId(key, 'name', atKey(entry), scope.problems);
  const wants = entryOf(value, 'wants');
  const ranking = entryOf(value, 'ranking');
  const points = entryOf(value, 'points');
  if (wants && ranking) {
    scope.problems.add('DET233', atKey(ranking), `"${key}" has both \`wants\` and \`ranking\``, {
      details: ['each of them alone gives the whole order of outcomes'],
      help: 'keep one, or make two readings of them',
    });
  }
  const isEmpty = !wants && !ranking && !points;
  if (value.kind === 'map' && isEmpty && !isMisspelt(value, contentKeys, readingKeys)) {
    scope.problems.add(
      'DET230',
      atKey(entry),
      `the reading "${key}" does not say what the party prefers`,
      {
        help: 'add `wants:`, `ranking:` or `points:`',
      },
    );
  }
  const weight = readNumber(childOf(value, 'weight'), scope.problems, positive);
  const ranges: NumberRange[] = [];
  return {
    id: key,
    label: textOf(childOf(value, 'label')) ?? idInWords(key),
    weight,
    why: textOf(childOf(value, 'why')),
    from: evidenceOf(childOf(value, 'from'), scope),
    wants: wants && resolveWants(wants.value, ranges, scope),
    ranking: ranking && resolveRanking(ranking.value, scope),
    points: points && resolvePoints(points, ranges, scope),
    redLines: itemsOf(childOf(value, 'red_lines')).map((line) => resolveRedLine(line, scope)),
    noDeal: resolveNoDeal(entryOf(value, 'no_deal'), ranges, scope),
    // Filled by what stands above.
    ranges,
    path: value.path,
  };
}

function resolveWants(
  node: YamlNode,
  ranges: NumberRange[],
  scope: Scope,
): readonly (readonly Want[])[] {
  if (node.kind === 'list' && node.items.length === 0) reportEmpty(node, 'one want', scope);
  checkMarks(node, scope);
  checkUnsure(node, 'wants', scope);
  return itemsOf(node).map((item, group) => {
    if (item.kind !== 'list') return [resolveWant(item, { group, place: 0 }, ranges, scope)];
    if (item.items.length === 0) reportEmpty(item, 'one want', scope);
    return item.items.map((inner, place) => resolveWant(inner, { group, place }, ranges, scope));
  });
}

const confidences: readonly Confidence[] = ['high', 'medium', 'low'];

function resolveWant(
  node: YamlNode,
  at: { readonly group: number; readonly place: number },
  ranges: NumberRange[],
  scope: Scope,
): Want {
  const { expression, text } = conditionOr(long(node, 'want'), scope);
  const confidence = textOf(childOf(node, 'confidence'));
  return {
    want: expression,
    text,
    ...remarksOf(node, scope),
    confidence: confidences.find((each) => each === confidence),
    worth: readAmount(childOf(node, 'worth'), { kind: 'worth', ...at }, ranges, scope.problems),
    isStrong: isMarked(node, 'strong'),
    isUnknown: isMarked(node, 'unknown'),
    isUnsure: isMarked(node, 'unsure'),
    path: node.path,
  };
}

function resolveRanking(node: YamlNode, scope: Scope): readonly RankingEntry[] {
  if (node.kind === 'list' && node.items.length === 0) reportEmpty(node, 'one condition', scope);
  checkUnsure(node, 'entries', scope);
  return itemsOf(node).map((item) => {
    const { expression, text } = conditionOr(long(item, 'outcomes'), scope);
    return {
      expression,
      text,
      ...remarksOf(item, scope),
      isStrong: isMarked(item, 'strong'),
      isUnsure: isMarked(item, 'unsure'),
      path: item.path,
    };
  });
}

function resolveRedLine(node: YamlNode, scope: Scope): RedLine {
  const { expression, text } = conditionOr(long(node, 'line'), scope);
  return { line: expression, text, ...remarksOf(node, scope), path: node.path };
}

/** The condition itself, or the one under a key of the longer form. */
function long(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'text' ? node : childOf(node, key);
}

function remarksOf(node: YamlNode, scope: Scope): Pick<Want, 'label' | 'why' | 'from'> {
  return {
    label: textOf(childOf(node, 'label')),
    why: textOf(childOf(node, 'why')),
    from: evidenceOf(childOf(node, 'from'), scope),
  };
}

function resolveNoDeal(
  entry: Entry | undefined,
  ranges: NumberRange[],
  scope: Scope,
): NoDeal | undefined {
  const node = entry?.value;
  if (!node || node.kind === 'empty') return undefined;
  const valueNode = node.kind === 'map' ? childOf(node, 'value') : node;
  if (valueNode?.kind !== 'text' && valueNode?.kind !== 'list') return undefined;
  const remarks = {
    why: textOf(childOf(node, 'why')),
    from: evidenceOf(childOf(node, 'from'), scope),
  };
  const text = rangeTextOf(valueNode);
  if (text === 'today' || text === 'ends') {
    if (!scope.hasToday) {
      scope.problems.add(
        'DET227',
        atValue(valueNode),
        `no deal cannot be "${text}": the case has no \`today\``,
        {
          help: 'add `today:`, or give a number with its source',
        },
      );
    }
    return { value: text, ...remarks };
  }
  if (valueNode.kind === 'text' && typeof valueNode.value === 'string' && !/^[\d.+-]/.test(text)) {
    scope.problems.add('DET206', atValue(valueNode), `"no_deal" cannot be "${text}"`, {
      details: ['it should be today, ends, or a block with a number and its source'],
      help: 'write today, ends, or {value: 40, from: judgement}',
    });
    return undefined;
  }
  const value: Rational = readAmount(valueNode, { kind: 'no deal' }, ranges, scope.problems) ?? one;
  if (!entryOf(node, 'from')) {
    scope.problems.add(
      'DET234',
      atValue(valueNode),
      'the value of no deal is a number without a source',
      {
        help: `write {value: ${text}, from: …}, with \`judgement\` where there is no source`,
      },
    );
  }
  return { value, ...remarks };
}
