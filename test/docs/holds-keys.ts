import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConceptId } from '../../src/analysis/stability/concept.js';
import { uncontrolled } from '../../src/core/report.js';
import { version } from '../../src/core/version.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { holds } from '../../src/questions/holds.js';
import { collect, keyLines, noKinds } from './json-keys.js';
import { root } from './page.js';

/** Keys that stand for ids of the case or of concepts, and what a page calls them. */
const idKeys: Readonly<Record<string, string>> = {
  'options.readings': '<party>',
  'options.where': '<issue>',
  equilibria: '<concept>',
  stability: '<concept>',
  'stability.<concept>': '<party>',
  payoffs: '<party>',
  steps: '<party>',
  levels: '<state>',
  'states[].levels': '<issue>',
  'verdicts[].againstToday': '<party>',
  'verdicts[].payoffs': '<party>',
  'verdicts[].againstStart': '<party>',
};

/** Parts that have the keys of another part; documented once. */
const sameShape: readonly (readonly [RegExp, string])[] = [
  [/^named\[\]\.nearest\./, 'verdicts[].'],
  [/\.exits\[\]\.lost\./, '.exits[].gained.'],
  [
    /^notOnOffer\[\]\.groups\[\]\.(unwilling\[\]|answer)\.lost\./,
    'verdicts[].reasons[].exits[].gained.',
  ],
  [/^evolution\.moves\./, 'evolution.improvements.'],
  [/^threats\[\]\.nearest\.reply\[\]\./, 'verdicts[].reasons[].exits[].reply[].'],
  [/^traps\[\]\.regret\./, 'traps[].move.'],
  [/\.(gained|lost|then)\.(by|place|gained|lost|before|after)$/, '.gained.$2'],
  [
    /^(?!verdicts).*\.gained\.(by|place|gained|lost|before|after)$/,
    'verdicts[].reasons[].exits[].gained.$1',
  ],
];

/** A lasting side deal that would cross a red line. */
const redLine = `detente: 1
title: A red line
parties: {A: Alpha, B: Beta}
issues:
  deal: {agree: [A, B], levels: [none, signed]}
today: {deal: none}
preferences:
  A: {one: {wants: [deal = signed], red_lines: [deal = signed]}}
wants: {B: [deal = signed]}
`;

/** A case without a today, in which parties order outcomes by a ranking and by points. */
const otherOrders = `detente: 1
title: Orders other than wants
parties: {A: Ayland, B: Beeland}
issues:
  a: {by: A, levels: [low, high]}
  b: {by: B, levels: [low, high]}
preferences:
  A: {ranked: {ranking: [a = high and b = low, a = low]}}
  B: {scored: {points: {a: {levels: {low: 2, high: 0}}, b: {levels: {low: 0, high: 1}}}}}
proposals:
  both_high: {by: A, terms: {a: high, b: high}}
outcomes:
  impossible: a = low and a = high
  both_low: a = low and b = low
`;

/** A party that could reach a proposal alone, and would be answered. */
const answeredAlone = `detente: 1
title: Answered in kind
parties: {A: Ayland, B: Beeland}
issues:
  a: {by: A, levels: [open, shut]}
  b: {by: B, levels: [open, shut]}
  pact: {agree: [A, B], levels: [none, signed]}
today: {a: open, b: open, pact: none}
wants: {A: [b = open, a = shut], B: [a = open, b = shut]}
proposals: {first: {by: A, terms: {a: shut}}, second: {by: A, terms: {pact: signed}}}
`;

/** Under SEQ a party that would move is answered so that it ends level with where it began. */
const pennies = `detente: 1
title: Matching pennies
parties: {A: Ayland, B: Beeland}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
wants: {A: [a iff b], B: [not (a iff b)]}
`;

/** A want of which nobody knows whether the party has it. */
const openOrder = `detente: 1
title: An open order
parties: {A: Alpha}
issues: {a: {lever: A}}
today: {a: no}
wants: {A: [{want: a, unknown: true}]}
`;

/** Threats that fall due in every way, and an agreement that one signer cannot leave. */
const declaredThreats = `detente: 1
title: Threats
parties: {M: Mara, T: Tom, A: Ann}
issues:
  fight: {lever: M}
  arm: {lever: T}
  hit: {lever: T}
  deal: {agree: [M, A], leave: [M], levels: [none, signed]}
today: {fight: no, arm: no, hit: no, deal: none}
wants:
  M: [not hit, fight iff arm]
  T: [hit iff fight, not fight, arm]
  A: [deal = none]
threats:
  strike: {by: M, to: T, if: arm, then: {fight: yes}}
  sign: {by: M, to: T, if: arm, then: {deal: signed}}
  ours: {by: M, to: T, if: deal = signed, then: {fight: yes}}
`;

/** A party that two others deter only together. */
const jointReply = `detente: 1
title: A reply by an agreement
parties: {R: Rayland, E: Eeland, U: Uland}
issues:
  ceasefire: {agree: [R, U], levels: [none, signed]}
  force: {agree: [E, U], levels: [undone, sent]}
today: {ceasefire: signed, force: undone}
wants:
  R: [not force, not ceasefire]
  E: [force iff not ceasefire]
  U: [ceasefire, force iff not ceasefire]
proposals: {back: {by: R, terms: {ceasefire: none}}}
`;

/** What A can expect depends on which of two equally good answers B would choose. */
const tiedAnswers = `detente: 1
title: A tie that decides
parties: {A: Ayland, B: Beeland}
issues:
  a: {lever: A}
  b: {by: B, levels: [none, one, two]}
today: {a: no, b: none}
preferences:
  A: {given: {ranking: [a = yes and b = one, a = no, a = yes and b = two]}}
  B: {given: {ranking: [a = yes and b != none, a = no]}}
`;

/** Every key of real answers with its type, sorted. */
export function keysOfOutputs(): readonly string[] {
  const kinds = noKinds();
  const add = (text: string, options: Partial<typeof holds.defaults>) => {
    const { case: theCase, hash, diagnostics } = readCase(text);
    if (!theCase) throw new Error(JSON.stringify(diagnostics));
    const report = holds.run(theCase, { ...holds.defaults, ...options }, uncontrolled);
    collect(
      { version, case: { title: theCase.title, hash }, ...report },
      { idKeys, sameShape },
      kinds,
    );
  };
  const example = (name: string) =>
    readFileSync(join(root, 'cases', 'examples', `${name}.yaml`), 'utf8');
  const nash: readonly ConceptId[] = ['nash'];
  add(example('two-villages'), { where: { treaty: 'none' } });
  add(example('two-villages'), {});
  add(example('two-villages'), { further: ['non-myopic', 'cnash:joint', 'indirect'] });
  add(example('spring-2025'), { readings: { US: 'engage' }, concepts: ['firm'] });
  add(example('two-villages'), { from: 0, evolution: 2, passing: true });
  add(answeredAlone, {});
  add(pennies, { concepts: ['seq'] });
  add(redLine, {});
  add(declaredThreats, {});
  // With the threat carried out T is just where it was.
  add(declaredThreats.replace('hit iff fight, not fight, arm', 'arm iff not fight'), {});
  add(jointReply, { concepts: ['seq'], replies: 'together' });
  add(tiedAnswers, { further: ['stackelberg:A'] });
  add(otherOrders, {});
  add(otherOrders, { concepts: nash });
  add(openOrder, { further: ['nash:b'] });
  return keyLines(kinds);
}
