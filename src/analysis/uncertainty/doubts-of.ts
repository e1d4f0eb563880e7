import type { Case, RangedNumber, Reading } from '../../core/case.js';
import type { Rational } from '../../core/rational.js';
import type { Doubt, DoubtKind } from './doubt.js';

/** For each party the reading that is not in doubt, by its place; undefined where it is left open. */
export type PinnedReadings = readonly (number | undefined)[];

export type DoubtsOptions = {
  /** Kinds of doubt that are varied; all of them where it is not said. */
  readonly vary?: readonly DoubtKind[];
  readonly pinned?: PinnedReadings;
};

export const allDoubtKinds: readonly DoubtKind[] = [
  'reading',
  'want',
  'order',
  'rule',
  'today',
  'number',
];

/** Most neighbours whose order is in doubt together: 720 orders. */
const mostNeighbours = 6;

/**
 * Everything that a case leaves open, as doubts with their cases.
 *
 * Order: party by party its readings, followed reading by reading by what hangs on them (wants of low
 * confidence, orders of neighbours, numbers given as ranges); then rules; then where issues stand
 * today. A party with one reading has no doubt of its reading, nor has a pinned one: doubts under its
 * other readings are then left out. So they are where `vary` lacks `reading`; the reading in force is
 * then the pinned one, else the first.
 *
 * Neighbours in doubt are two or more wants (or ranking entries) in a row, all marked `unsure`, and
 * all strong or none: a strong one comes where it must, so a run ends where that changes.
 *
 * @returns none where the file leaves nothing open.
 * @throws RangeError for a pinned reading that the party does not have, or more than six neighbours.
 *
 * Time O(wants × orders).
 */
export function doubtsOf(theCase: Case, options: DoubtsOptions = {}): readonly Doubt[] {
  const kinds = new Set(options.vary ?? allDoubtKinds);
  const doubts = [
    ...theCase.parties.flatMap((_, party) => doubtsOfParty(theCase, party, kinds, options.pinned)),
    ...theCase.rules.flatMap(({ isInDoubt }, rule): readonly Doubt[] =>
      isInDoubt
        ? [
            {
              id: `rule.${rule + 1}`,
              about: { kind: 'rule', rule },
              cases: ['applies', 'lifted'],
              weights: undefined,
            },
          ]
        : [],
    ),
    ...theCase.openToday.map(({ issue, levels }): Doubt => {
      const { id, levels: all } = theCase.issues[issue] as Case['issues'][number];
      return {
        id: `today.${id}`,
        about: { kind: 'today', settings: levels.map((level) => ({ issue, level })) },
        cases: levels.map((level) => all[level]?.id ?? `${level}`),
        weights: undefined,
      };
    }),
  ];
  return doubts.filter(({ about }) => kinds.has(about.kind));
}

function doubtsOfParty(
  theCase: Case,
  party: number,
  kinds: ReadonlySet<DoubtKind>,
  pinned: PinnedReadings = [],
): readonly Doubt[] {
  const readings = theCase.preferences[party] ?? [];
  const id = theCase.parties[party]?.id ?? `${party}`;
  const pin = pinned[party] ?? (kinds.has('reading') ? undefined : 0);
  if (pinned[party] !== undefined && pin !== -1 && !readings[pin as number]) {
    throw new RangeError(`doubtsOf: party ${party} (${id}) has no reading ${pin} to be pinned to`);
  }
  const under = readings.flatMap((reading, at) =>
    pin === undefined || pin === at ? doubtsOfReading(id, party, reading, at, theCase) : [],
  );
  if (pin !== undefined || readings.length < 2) return under;
  const weights = readings.map(({ weight }) => weight);
  return [
    {
      id,
      about: { kind: 'reading', party },
      cases: readings.map((reading) => reading.id),
      weights: weights.every((weight): weight is Rational => weight !== undefined)
        ? weights
        : undefined,
    },
    ...under,
  ];
}

function doubtsOfReading(
  partyId: string,
  party: number,
  read: Reading,
  reading: number,
  theCase: Case,
): readonly Doubt[] {
  const prefix = `${partyId}.${read.id}`;
  const numbers = numbersOfWants(read);
  const wants = (read.wants ?? []).flatMap((group, groupAt) =>
    group.flatMap(({ confidence }, place): readonly Doubt[] =>
      confidence === 'low'
        ? [
            {
              id: `${prefix}.${numbers[groupAt]?.[place]}`,
              about: { kind: 'want', party, reading, group: groupAt, place },
              cases: ['held', 'struck'],
              weights: undefined,
            },
          ]
        : [],
    ),
  );
  const orders = unsureRuns(read).map(({ list, first, length }): Doubt => {
    const number = list === 'wants' ? (numbers[first]?.[0] as number) : first + 1;
    if (length > mostNeighbours) {
      throw new RangeError(
        `doubtsOf: ${length} neighbours of ${prefix} are marked unsure, from ${number} on; at most ${mostNeighbours} can be put in every order`,
      );
    }
    const every = ordersOf(length);
    return {
      id: `${prefix}.${number}-${number + length - 1}`,
      about: { kind: 'order', party, reading, list, first, orders: every },
      cases: every.map((order) => order.map((offset) => number + offset).join('-')),
      weights: undefined,
    };
  });
  const ranges = read.ranges.map(
    (range): Doubt => ({
      id: `${prefix}.${nameOfNumber(range.of, numbers, theCase)}`,
      about: { kind: 'number', party, reading, range },
      cases: [],
      weights: undefined,
    }),
  );
  return [...wants, ...orders, ...ranges];
}

/** For each group the numbers of its wants, from 1, inner lists counted through. */
function numbersOfWants({ wants = [] }: Reading): readonly (readonly number[])[] {
  let before = 0;
  return wants.map((group) =>
    group.map(() => {
      before += 1;
      return before;
    }),
  );
}

type Run = { readonly list: 'wants' | 'ranking'; readonly first: number; readonly length: number };

/** Neighbours, two or more in a row, of which the order is in doubt. */
function unsureRuns({ wants = [], ranking = [] }: Reading): readonly Run[] {
  return [
    ...runsIn(
      'wants',
      wants.map((group) => (group.length === 1 ? group[0] : undefined)),
    ),
    ...runsIn('ranking', ranking),
  ];
}

function runsIn(
  list: Run['list'],
  items: readonly ({ readonly isUnsure: boolean; readonly isStrong: boolean } | undefined)[],
): readonly Run[] {
  const runs: Run[] = [];
  let first = 0;
  for (let at = 0; at <= items.length; at += 1) {
    const isUnsure = items[at]?.isUnsure === true;
    if (isUnsure && (at === first || items[at - 1]?.isStrong === items[at]?.isStrong)) continue;
    if (at - first >= 2) runs.push({ list, first, length: at - first });
    first = isUnsure ? at : at + 1;
  }
  return runs;
}

/** Every order of 0 … length − 1, lexicographic: the order of the file comes first. */
function ordersOf(length: number): readonly (readonly number[])[] {
  const extend = (order: readonly number[]): readonly (readonly number[])[] =>
    order.length === length
      ? [order]
      : Array.from({ length }, (_, offset) => offset).flatMap((offset) =>
          order.includes(offset) ? [] : extend([...order, offset]),
        );
  return extend([]);
}

function nameOfNumber(
  of: RangedNumber,
  numbers: readonly (readonly number[])[],
  { issues }: Case,
): string {
  switch (of.kind) {
    case 'no deal':
      return 'no_deal';
    case 'worth':
      return `${numbers[of.group]?.[of.place]}.worth`;
    case 'weight':
      return `points.${issues[of.issue]?.id}`;
    case 'score':
      return `points.${issues[of.issue]?.id}.${issues[of.issue]?.levels[of.level]?.id}`;
  }
}
