import { wellCase } from '../../src/core/diagnostic-codes/well-case.js';

/** Small case files, valid and without remarks, that between them use every key of the format. */
export const smallCases: readonly string[] = [
  wellCase(),
  `# A comment, and names of several scripts
detente: 1
title: "Брод и мост"
as_of: 2025-04
question: Кто откроет мост?
decision_for: 'the ferryman''s brother'
handling: public
note: >-
  Two towns,
  one bridge.
parties:
  NO:
    name: Norway
    called: the Norwegians
    voices: [the mayor, "the priest, at times"]
    aliases: [Norge]
    unaware: [мост and toll = high and weather = wet or calm and pact = signed]
    attitudes: {NO: positive, Юг: neutral, شمال: negative}
    concept: seq
    members: {OSL: Oslo, BGO: {name: Bergen, voices: [a poet], note: on the west coast}}
    note: one of two
  Юг: Юг
  شمال: {name: الشمال}
issues:
  мост:
    label: the bridge
    lever: NO
    says: {no: the bridge is shut, yes: the bridge is open}
    act: {no: shut the bridge, yes: open the bridge}
    irreversible: false
    note: built in 1931
  paromы:
    by: [Юг, شمال]
    levels: [0, 10, {20: twenty boats}]
    blocked: [{by: شمال, when: мост, to: [20]}]
  pact:
    agree: [NO, Юг]
    leave: {Юг: draft}
    levels:
      none: no pact
      draft: {label: drafted, says: there is a draft, act: draft a pact, note: unsigned, from: judgement}
      signed: {label: in force, from: [st-1, src-1]}
    from: cl-1
  toll:
    moves:
      - {by: NO, from: low, to: high, when: not мост}
      - {by: [Юг, شمال], from: [high], to: [low]}
    levels: [low, high]
  weather: {by: nobody, levels: [dry, wet]}
today: {мост: [no, yes], paromы: 10, pact: none, toll: low, weather: [dry, wet]}
rules:
  - never: мост and paromы = 20 and toll = high
    doubt: true
    why: no room on the river
    from: [judgement, src-1]
coalesce: [{when: мост and paromы < 20 and pact = signed and toll = low, why: alike, from: judgement}]
terms:
  calm: pact >= draft and toll = low
  open: {when: мост or paromы >= 10, says: one can cross, says_not: nobody can cross, note: by any means}
outcomes:
  good: {set: {мост: yes, pact: signed}, label: all is well, note: a hope, from: judgement}
  fair: {when: "calm and at least 1 of (мост, toll = low)"}
scenarios: {rain: {set: {weather: wet}}, pause: calm}
wants:
  NO: [{want: pact = signed, strong: true}, [мост, {want: toll = high, label: a toll, why: needs money, from: src-1, confidence: low, worth: 1/3 ± 1/9}], {want: not open, unknown: true}]
  شمال:
    - {want: paromы < 20, unsure: true}
    - {want: if мост then toll = low, unsure: true}
preferences:
  Юг:
    first:
      label: the bridge first
      weight: 2/3
      why: as said
      from: [st-1]
      wants: [мост, pact = signed]
      points:
        мост: {weight: 60 +- 2.5, levels: {no: 0, yes: 100}, why: trade, from: judgement}
        pact: {weight: 40, levels: {none: 0, draft: [0, 0.5, 2/3], signed: 100}}
      red_lines: [{line: toll = high and not (мост or pact = signed), label: a toll without a bridge, why: pride, from: cl-1}]
      no_deal: {value: 12.5 ± 0.5, why: other routes, from: judgement}
      sees: {NO: stated}
    second: {weight: 1/3, ranking: [{outcomes: calm, unsure: true}, {outcomes: мост, unsure: true}, {outcomes: open, label: open, why: trade, from: st-1, strong: true}], no_deal: ends}
proposals: {plan: {label: the plan, by: [NO, Юг], terms: {pact: signed, мост: yes}, note: by letter, from: src-1}}
tracks: {river: {label: on the river, parties: [NO, Юг], issues: [мост, pact], note: monthly}}
threats: {shut: {label: the bridge opens, by: NO, to: [Юг], if: paromы = 0, then: {мост: yes}, why: as written, note: once, from: src-1}}
sources:
  src-1: {title: A letter, kind: letter, outlet: The Post, date: 2025-04-01, accessed: 2025-04, language: nb, slant: local, reliability: B, origin: the mayor, via: [a clerk], url: "https://example.org/1", note: short}
statements:
  st-1:
    text: We shall open it
    source: src-1
    speaker: the mayor
    party: NO
    reported_by: [a clerk]
    kind: quoted
    modality: conditional
    said: 2025-03-30
    published: 2025-04-01
    credibility: 2
    passage: {exact: open it, prefix: We shall, suffix: in May, position: [9, 16], hash: 0a1b}
    note: if dry
claims: {cl-1: {text: The bridge is safe, status: contested, for: [st-1], against: [src-1], note: disputed}}
hypotheses: {h-1: {text: It opens, when: мост, evidence: {st-1: +, src-1: "--", cl-1: 3/2}, note: soon}}
questions:
  q-1:
    text: Does it open in May?
    by: 2025-05-31
    resolves: the mayor says so
    bears_on: [мост, calm, good, cl-1, h-1, NO, Юг.first]
    indicators: [paint, {text: a ribbon, ratio: 3}]
    forecasts: [{source: src-1, at: 2025-04-02, probability: 0.25, note: a bet}]
    note: watch the mayor
`,
  `detente: 1
title: A plain product
parties:
  A: {name: Ay, consent: {at_least: 1, of: [A, {weight: 1/2, of: {C: 0.25, D: 0.5}}]}}
  B: {name: Be}
  C: {name: Ce}
  D: {name: De}
issues:
  price: {agree: [A, B], consent: {all: [A, {any: [A, B]}]}, levels: [low, middle, high]}
  date: {agree: [A, B], levels: [soon, late], irreversible: down}
preferences:
  A:
    sells:
      points: {price: {levels: {low: 0, middle: 50, high: 100}}, date: {levels: {soon: 1, late: 0}}}
      no_deal: {value: [20, 30, 35], from: judgement}
  B: {buys: {wants: [price = low, date = late]}}
  C: {sells: {wants: [price = high]}}
  D: {buys: {wants: [price = low]}}
consent: {any: [A, B]}
`,
];
