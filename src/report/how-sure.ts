import type { Case, Reading } from '../core/case.js';
import { emphasis, type Inline, type ListItem, strong } from './document.js';
import { bearingOf } from './ensemble-bearing.js';
import type { EnsembleReport } from './ensemble-shares.js';
import type { Section } from './fit-page.js';
import type { HoldsReport } from './holds-words.js';
import { counted, sentenceCase, series } from './phrases.js';
import { trapSentence } from './trap-words.js';
import type { Words } from './words.js';

/**
 * What is in force, and its share of judgement: how much of it rests on no source.
 *
 * @param ensemble - the answer on what would change it, where it is known: rival readings are then told
 *   apart by whether they do.
 */
export function howSure(
  theCase: Case,
  words: Words,
  report: HoldsReport,
  ensemble?: EnsembleReport,
): Section {
  const readings = theCase.parties.flatMap(({ id, called }, party) => {
    const all = theCase.preferences[party] ?? [];
    const reading = all.find((one) => one.id === report.options.readings[id]);
    return reading ? [{ id, called, reading, rivals: all.length - 1 }] : [];
  });
  const bases = readings.flatMap(({ reading }) => [
    ...(reading.wants?.flat() ?? reading.ranking ?? reading.points?.issues ?? []),
  ]);
  const hasScores = readings.some(({ reading }) => !reading.wants && !reading.ranking);
  const noun = hasScores ? 'wants and scores' : 'wants';
  const judged = bases.filter(({ from }) => from.every((id) => id === 'judgement')).length;
  const items: ListItem[] = [
    {
      content: [
        'This is what follows from the readings in force, worked out exactly; it is not a forecast, and it says nothing about how soon.',
      ],
    },
  ];
  const silent = theCase.parties.filter((_, party) => theCase.preferences[party]?.length === 0);
  if (silent.length > 0) {
    items.push({
      content: [
        strong(
          `The case does not say what ${series(silent.map(({ called }) => called))} ${silent.length === 1 ? 'wants' : 'want'}`,
        ),
        ': taken to be indifferent, such a party never has a reason to leave.',
      ],
    });
  }
  const stuck = report.verdicts
    .filter(({ end }) => end !== null)
    .flatMap(({ reasons }) => reasons)
    .filter(({ verdict }) => verdict === 'cannot move')
    .map(({ party }) => party);
  if (stuck.length > 0) {
    items.push({
      content: [
        `Where things go, ${words.parties([...new Set(stuck)])} cannot move alone: staying there says nothing about wanting to.`,
      ],
    });
  }
  if (bases.length > 0) {
    items.push({
      content: [
        bases.length === 1
          ? `The one ${hasScores ? 'score' : 'want'} in force ${judged === 1 ? "rests on the analyst's judgement alone" : 'cites a source'}.`
          : judged === 0
            ? `Each of the ${bases.length} ${noun} in force cites a source.`
            : `Of the ${bases.length} ${noun} in force, ${judged === bases.length ? 'all rest' : judged === 1 ? 'one rests' : `${judged} rest`} on the analyst's judgement alone.`,
      ],
    });
  }
  const hanging = hangingWords(theCase, words, report);
  if (hanging) items.push({ content: hanging });
  const rivals = readings.filter((one) => one.rivals > 0);
  items.push(...rivalItems(rivals, ensemble));
  return { title: 'How sure, and why', list: { noun: 'remark', items, isWhole: true } };
}

type Rival = {
  readonly id: string;
  readonly called: string;
  readonly reading: Reading;
  readonly rivals: number;
};

/** The readings in force that have rivals, by whether these change the answer where that is known. */
function rivalItems(
  all: readonly Rival[],
  ensemble: EnsembleReport | undefined,
): readonly ListItem[] {
  const bearing = ({ id }: Rival) => {
    const doubt = ensemble?.doubts.find(({ kind, party }) => kind === 'reading' && party === id);
    if (!ensemble || !doubt || ensemble.sets === 0) return 'may';
    return bearingOf(ensemble, doubt.id) === 'nothing' ? 'does not' : 'does';
  };
  const item = (of: ReturnType<typeof bearing>, lead: string): readonly ListItem[] => {
    const rivals = all.filter((one) => bearing(one) === of);
    if (rivals.length === 0) return [];
    return [
      {
        content: [
          `${lead}: `,
          ...rivals.flatMap(({ called, reading, rivals: count }, at): Inline[] => [
            ...(at === 0 ? [] : ['; ']),
            `${called}, `,
            emphasis(`“${reading.label}”`),
            ` (${counted(count, 'rival')})`,
          ]),
          '.',
        ],
      },
    ];
  };
  return [
    ...item('does', 'In force, beside rival readings that change the answer'),
    ...item('may', 'In force, beside rival readings that may change the answer'),
    ...item('does not', 'In force, beside rival readings that change nothing that was counted'),
  ];
}

/** Traps that change the verdict on an outcome of interest when their clause is lifted. */
function hangingWords(
  theCase: Case,
  words: Words,
  report: HoldsReport,
): readonly Inline[] | undefined {
  const told = new Set(
    report.verdicts.flatMap(({ state, end, offers }) =>
      end !== null || offers.length > 0 ? [state] : [],
    ),
  );
  const [first] = report.traps.filter(
    ({ effect, kind, named, states }) =>
      (effect === 'holds' || effect === 'fails' || kind === 'nobody can act') &&
      (named.length > 0 || states.some((state) => told.has(state))),
  );
  if (!first) return undefined;
  const more = report.traps.length - 1;
  return [
    strong('One verdict hangs on a line of the file: '),
    ...trapSentence(theCase, words, first, 'brief'),
    ...(more > 0
      ? [
          ` ${sentenceCase(counted(more, 'more thing', 'more things'))} to check in the file: see “What holds”.`,
        ]
      : []),
  ];
}
