import type { Case, RankingEntry, Reading, RedLine, Want } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';
import { expressionText } from '../core/expression-text.js';
import { type Changes, together } from './case-changes.js';
import { changeOf, matchById, textChange, wordChange } from './change-of.js';
import type { AssumptionChange, ChangedPart } from './diff-findings.js';
import { numberText } from './number-text.js';
import { orderedChanges, type Ranked } from './ordered-changes.js';

/**
 * What differs between the readings of the parties that two cases share: readings added and dropped;
 * and in each reading both have, wants and ranking entries added, dropped, moved, marked or said
 * otherwise, red lines, points, and the value of no deal. A number that becomes a range is another.
 *
 * Readings are matched by id, wants as in `orderedChanges`. Labels, reasons, sources, confidence and
 * the weight of a reading are words: no verdict rests on them.
 */
export function readingChanges(before: Case, after: Case): Changes {
  return together(
    matchById(before.parties, after.parties).pairs.map(([{ id: party }]) => {
      const of = (theCase: Case) =>
        theCase.preferences[theCase.parties.findIndex(({ id }) => id === party)] ?? [];
      const { added, dropped, pairs } = matchById(of(before), of(after));
      const own = together(pairs.map(([a, b]) => oneReading(before, after, party, a, b)));
      const first = (theCase: Case) => of(theCase)[0]?.id;
      const isReordered =
        pairs.length > 0 && first(before) !== first(after) && added.length + dropped.length === 0;
      return {
        changes: [
          ...dropped.map(({ id }) => changeOf('reading', 'dropped', { party, reading: id })),
          ...added.map(({ id }) => changeOf('reading', 'added', { party, reading: id })),
          ...own.changes,
        ],
        rewordings: [
          ...(isReordered
            ? [{ part: 'reading' as const, id: null, party, reading: null, keys: ['order'] }]
            : []),
          ...own.rewordings,
        ],
      };
    }),
  );
}

type Entry = {
  readonly ranked: Ranked;
  readonly path: Path;
  readonly own: Want | RankingEntry;
  /** What else the file says of it, `strong, worth 40`: it may bear on an answer. */
  readonly marks: string;
};

function oneReading(before: Case, after: Case, party: string, a: Reading, b: Reading): Changes {
  const place = { party, reading: a.id };
  const wants = listChanges('want', place, wantEntries(before, a), wantEntries(after, b));
  const ranking = listChanges(
    'ranking entry',
    place,
    rankingEntries(before, a),
    rankingEntries(after, b),
  );
  const lines = redLines(before, after, place, a.redLines, b.redLines);
  return {
    changes: [
      ...wants.changes,
      ...ranking.changes,
      ...lines.changes,
      ...points(before, after, place, a, b),
      ...textChange('no deal', noDeal(a), noDeal(b), place),
    ],
    rewordings: [
      ...wordChange('reading', a, b, ['label', 'weight', 'why', 'from'], place),
      ...wants.rewordings,
      ...ranking.rewordings,
      ...lines.rewordings,
    ],
  };
}

function wantEntries(theCase: Case, reading: Reading): readonly Entry[] {
  return (reading.wants ?? []).flatMap((group, rank) =>
    group.map((want, place) => ({
      ranked: { text: expressionText(want.want, theCase), label: want.label, rank },
      path: want.path,
      own: want,
      marks: marksOf(
        want,
        want.worth && numberText(want.worth, { kind: 'worth', group: rank, place }, reading),
      ),
    })),
  );
}

function rankingEntries(theCase: Case, reading: Reading): readonly Entry[] {
  return (reading.ranking ?? []).map((entry, rank) => ({
    ranked: { text: expressionText(entry.expression, theCase), label: entry.label, rank },
    path: entry.path,
    own: entry,
    marks: marksOf(entry, undefined),
  }));
}

/** Keys of a want or entry that are words. */
const plainKeys = ['label', 'why', 'from', 'confidence'] as const;

function marksOf(own: Want | RankingEntry, worth: string | undefined): string {
  const marks = [
    own.isStrong && 'strong',
    'isUnknown' in own && own.isUnknown && 'unknown',
    own.isUnsure && 'unsure',
    worth !== undefined && `worth ${worth}`,
  ];
  return marks.filter((mark) => mark !== false).join(', ') || 'none';
}

function listChanges(
  part: 'want' | 'ranking entry',
  place: { readonly party: string; readonly reading: string },
  before: readonly Entry[],
  after: readonly Entry[],
): Changes {
  const found = orderedChanges(
    before.map(({ ranked }) => ranked),
    after.map(({ ranked }) => ranked),
  );
  const tell = (
    change: AssumptionChange['change'],
    from: number | undefined,
    to: number | undefined,
  ) => {
    const first = from === undefined ? undefined : before[from];
    const second = to === undefined ? undefined : after[to];
    return changeOf(part, change, {
      ...place,
      id: second?.ranked.label ?? first?.ranked.label ?? null,
      before: first?.ranked.text ?? null,
      after: second?.ranked.text ?? null,
      places: {
        before: first ? first.ranked.rank + 1 : null,
        after: second ? second.ranked.rank + 1 : null,
      },
      paths: { before: first?.path ?? null, after: second?.path ?? null },
    });
  };
  const both = [...found.kept, ...found.changed];
  return {
    changes: [
      ...found.dropped.map((from) => tell('dropped', from, undefined)),
      ...found.added.map((to) => tell('added', undefined, to)),
      ...found.moved.map(([from, to]) => tell('moved', from, to)),
      ...found.changed.map(([from, to]) => tell('changed', from, to)),
      ...both.flatMap(([from, to]) => {
        const [first, second] = [before[from] as Entry, after[to] as Entry];
        return textChange('marks of a want', first.marks, second.marks, {
          ...place,
          id: second.ranked.label ?? second.ranked.text,
          paths: { before: first.path, after: second.path },
        });
      }),
    ],
    rewordings: both.flatMap(([from, to]) => {
      const [first, second] = [before[from] as Entry, after[to] as Entry];
      return wordChange(part, first.own as Want, second.own as Want, plainKeys, {
        ...place,
        id: second.ranked.text,
      });
    }),
  };
}

function redLines(
  before: Case,
  after: Case,
  place: { readonly party: string; readonly reading: string },
  a: readonly RedLine[],
  b: readonly RedLine[],
): Changes {
  const keyed = (theCase: Case, lines: readonly RedLine[]) =>
    lines.map((line) => ({ ...line, id: expressionText(line.line, theCase) }));
  const { added, dropped, pairs } = matchById(keyed(before, a), keyed(after, b));
  const tell = (change: 'added' | 'dropped', line: (typeof added)[number]) =>
    changeOf('red line', change, {
      ...place,
      id: line.label ?? null,
      before: change === 'dropped' ? line.id : null,
      after: change === 'added' ? line.id : null,
    });
  return {
    changes: [
      ...dropped.map((line) => tell('dropped', line)),
      ...added.map((line) => tell('added', line)),
    ],
    rewordings: pairs.flatMap(([x, y]) =>
      wordChange('red line', x, y, ['label', 'why', 'from'], { ...place, id: x.id }),
    ),
  };
}

/** Points issue by issue: `26 of: fighting 0, freeze 55`. */
function points(
  before: Case,
  after: Case,
  place: { readonly party: string; readonly reading: string },
  a: Reading,
  b: Reading,
): readonly AssumptionChange[] {
  const texts = (theCase: Case, reading: Reading) =>
    new Map(
      (reading.points?.issues ?? []).map(({ issue, weight, scores }) => {
        const { id, levels } = theCase.issues[issue] as Case['issues'][number];
        const scored = scores.map((score, level) => {
          const text = numberText(score, { kind: 'score', issue, level }, reading);
          return `${levels[level]?.id} ${text}`;
        });
        const weighed = numberText(weight, { kind: 'weight', issue }, reading);
        return [id, `weight ${weighed}, ${scored.join(', ')}`] as const;
      }),
    );
  const first = texts(before, a);
  const second = texts(after, b);
  const ids = new Set([...first.keys(), ...second.keys()]);
  const part: ChangedPart = 'points';
  return [...ids].flatMap((id) =>
    textChange(part, first.get(id), second.get(id), { ...place, id }),
  );
}

function noDeal(reading: Reading): string | undefined {
  const value = reading.noDeal?.value;
  return value === undefined || typeof value === 'string'
    ? value
    : numberText(value, { kind: 'no deal' }, reading);
}
