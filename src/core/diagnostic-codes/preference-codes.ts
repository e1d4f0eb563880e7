import type { CodePage } from './code-page.js';
import { wellCase } from './well-case.js';

/** Replaces the wants of South by readings. */
function readings(...lines: readonly string[]): string {
  return wellCase([
    '  South: [pump = shared, treaty = quotas, road = blocked]\n',
    `preferences:\n  South:\n${lines.map((line) => `    ${line}\n`).join('')}`,
  ]);
}

const need = 'need: {wants: [pump = shared, treaty = quotas, road = blocked]}';
const needAnd = (more: string) => need.replace('need: {', `need: {${more}, `);
const pride = 'pride: {wants: [road = blocked, pump = shared]}';
const scores = 'pump: {levels: {shared: 100, locked: 0}}';

/** DET2xx: what parties want. */
export const preferenceCodes: Readonly<Record<string, CodePage>> = {
  DET229: {
    title: 'Wants and preferences for one party',
    severity: 'error',
    meaning: 'A party stands both under `wants` and under `preferences`.',
    why: '`wants` is short for one reading; with readings beside it, it is not clear whether it is one of them.',
    bad: readings(need).replace('  North: [', '  South: [pump = shared]\n  North: ['),
    good: readings(need),
  },
  DET230: {
    title: 'A reading without content',
    severity: 'error',
    meaning: 'A reading has none of `wants`, `ranking` and `points`.',
    why: 'It would make the party indifferent between all outcomes.',
    bad: readings('need: {label: needs water above all}'),
    good: readings(needAnd('label: needs water above all')),
  },
  DET231: {
    title: 'A weight on some readings only',
    severity: 'error',
    meaning: 'Some readings of a party have a `weight` and some have none.',
    why: 'Shares of readings are printed as "by the analyst\'s weights"; they must cover all readings or none.',
    bad: readings(needAnd('weight: 0.6'), pride),
    good: readings(needAnd('weight: 0.6'), pride.replace('pride: {', 'pride: {weight: 0.4, ')),
  },
  DET232: {
    title: 'A level without a score',
    severity: 'error',
    meaning: '`points` scores an issue, but not each of its levels.',
    why: 'Nothing is filled in silently: 0 is a score too, and must be written.',
    bad: readings('need: {points: {pump: {levels: {shared: 100}}}}'),
    good: readings(`need: {points: {${scores}}}`),
  },
  DET233: {
    title: 'Wants and a ranking in one reading',
    severity: 'error',
    meaning: 'A reading has both `wants` and `ranking`.',
    why: 'Each of them orders all outcomes by itself, and the two could differ.',
    bad: readings(needAnd('ranking: [pump = shared]')),
    good: readings(need),
  },
  DET234: {
    title: 'No deal is a number without a source',
    severity: 'error',
    meaning: '`no_deal` is a number, and nothing says where it comes from.',
    why: 'What a party has without a deal decides which deals it accepts; whoever reads the answer must be able to ask why.',
    bad: readings(`need: {points: {${scores}}, no_deal: 40}`),
    good: readings(`need: {points: {${scores}}, no_deal: {value: 40, from: judgement}}`),
  },
  DET241: {
    title: 'A strong want below one that is not',
    severity: 'error',
    meaning:
      'A want marked `strong` stands below one that is not, or beside one in the same inner list.',
    why: 'Outcomes that differ on the strong wants differ greatly, whatever comes after. Below another want a strong one could make a great difference smaller than a small one.',
    bad: readings(
      'need: {wants: [pump = shared, {want: treaty = quotas, strong: true}, road = blocked]}',
    ),
    good: readings(
      'need: {wants: [{want: pump = shared, strong: true}, {want: treaty = quotas, strong: true}, road = blocked]}',
    ),
  },
  DET242: {
    title: 'An unknown want that does not stand by itself',
    severity: 'error',
    meaning:
      'A want marked `unknown` is in an inner list with others, or is marked strong, or has a worth.',
    why: 'That nobody can say whether the party wants it and that it is as important as another, or worth so much, contradict each other.',
    bad: readings(
      'need: {wants: [[pump = shared, {want: treaty = quotas, unknown: true}], road = blocked]}',
    ),
    good: readings(
      'need: {wants: [pump = shared, {want: treaty = quotas, unknown: true}, road = blocked]}',
    ),
  },
  DET243: {
    title: 'A reading that is not there to be seen',
    severity: 'error',
    meaning: '`sees` names a reading that the other party does not have, or the party itself.',
    why: 'What a party takes another to want must be one of the readings that the case gives it.',
    bad: readings(
      'need: {wants: [pump = shared, treaty = quotas, road = blocked], sees: {North: proud}}',
    ),
    good: readings(
      'need: {wants: [pump = shared, treaty = quotas, road = blocked], sees: {North: stated}}',
    ),
  },
};
