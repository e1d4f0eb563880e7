import { ensembleOf, headline, open } from './ensemble-reports.js';
import { caseOfText } from './small-cases.js';

/** Two parties with two readings each, Unicode names, a question on one of them. */
export const wells = caseOfText(`
detente: 1
title: Two villages and a well
as_of: 2025-04-27
handling: For staff
parties: {North: {name: Nørrefjäll, called: the village of Nørrefjäll}, South: Söderå}
issues:
  pump:
    label: the pump
    by: North
    levels: {shared: {label: shared, act: share the pump}, locked: {label: locked, act: lock the pump}}
  road: {label: the road, by: South, levels: [open, blocked]}
  rain: {label: the rain, by: nobody, levels: [dry, wet]}
today: {pump: locked, road: blocked, rain: dry}
preferences:
  North:
    trade: {label: trade first, wants: [road = open, pump = locked]}
    pride: {label: pride first, wants: [pump = locked, road = open]}
  South:
    thirst: {label: water first, wants: [pump = shared, road = blocked]}
    spite: {label: a grudge, wants: [road = blocked, pump = shared]}
outcomes:
  opening: {label: the opening, when: pump = shared and road = open}
  siege: {label: the siege, when: pump = locked and road = blocked}
  flood: {label: the flood, when: pump = shared and road = blocked}
questions:
  q-market:
    text: Will Nørrefjäll send carts to the market?
    by: 2025-06-30
    bears_on: [road]
    indicators: [{text: carts are mended, ratio: 3}, {text: carts are sold, ratio: 1/3}]
`);

const north = open(
  'reading',
  'North',
  'the village of Nørrefjäll',
  { trade: 'trade first', pride: 'pride first' },
  { questions: ['q-market'] },
);
const south = open('reading', 'South', 'Söderå', { thirst: 'water first', spite: 'a grudge' });
const isTrade = (chosen: Readonly<Record<string, string>>) => chosen.North === 'trade';
const isThirst = (chosen: Readonly<Record<string, string>>) => chosen.South === 'thirst';

const asked = [
  headline('holds', 'opening', 'the opening', isTrade),
  headline('left alone', 'opening', 'the opening', () => false),
  headline('left alone for some', 'opening', 'the opening', (one) => isTrade(one) && isThirst(one)),
  headline('on offer', 'opening', 'the opening', (one) => isTrade(one) && isThirst(one)),
  headline('agreed', 'opening', 'the opening', (one) => isTrade(one) && isThirst(one)),
  headline('holds', 'siege', 'the siege', () => true),
  headline('left alone', 'siege', 'the siege', () => true),
  headline('on offer', 'siege', 'the siege', () => false),
  headline('agreed', 'siege', 'the siege', () => false),
  ...(['holds', 'left alone', 'on offer', 'agreed'] as const).map((readout) =>
    headline(readout, 'flood', 'the flood', () => false),
  ),
];

/** Four combinations, each counted once. */
export const counted = ensembleOf({ doubts: [north, south], asked });

/** The same by weights. */
export const weighted = ensembleOf({
  doubts: [
    { ...north, weights: [0.7, 0.3] },
    { ...south, weights: ['2/3', '1/3'] },
  ],
  asked,
});

/** The same drawn. */
export const drawn = ensembleOf({ doubts: [north, south], asked, draws: 1000 });

/** Only the first party's reading matters. */
export const onlyNorth = ensembleOf({ doubts: [north, south], asked: asked.slice(0, 2) });

/** Nothing is open. */
export const closed = ensembleOf({ doubts: [], asked: asked.slice(5) });
