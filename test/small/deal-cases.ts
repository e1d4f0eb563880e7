import { caseOfText } from './small-cases.js';

/** Two parties with points, a number for no deal, a red line, proposals, and one that stands outside. */
export const pact = caseOfText(`
detente: 1
title: A pact
parties: {A: Ayland, B: Beeland, C: Ceeland}
issues:
  pact: {label: the pact, agree: [A, B], leave: none, levels: {none: open, small: small, large: large}}
  toll: {label: the toll, agree: [A, B], leave: none, levels: {kept: kept, cut: cut}}
today: {pact: none, toll: kept}
preferences:
  A:
    stated:
      points:
        pact: {levels: {none: 0, small: 20, large: 50}}
        toll: {levels: {kept: 10, cut: 0}}
      no_deal: {value: 15, why: a rival offer, from: [paper]}
  B:
    stated:
      points:
        pact: {levels: {none: 30, small: 20, large: 0}}
        toll: {levels: {kept: 0, cut: 25}}
      red_lines: [{line: pact = large, label: a large pact}]
  C:
    stated:
      points:
        pact: {levels: {none: 5, small: 5, large: 5}}
        toll: {levels: {kept: 5, cut: 1}}
sources: {paper: {title: The Morning Paper}}
proposals:
  big: {label: the big pact, by: A, terms: {pact: large}}
  modest: {label: the modest pact, by: B, terms: {pact: small, toll: cut}}
`);

/** The same where nothing can be agreed: B counts on more than any outcome gives it. */
export const noPact = caseOfText(`
detente: 1
title: No pact
parties: {A: Ayland, B: Beeland}
issues:
  pact: {label: the pact, agree: [A, B], leave: none, levels: {none: open, small: small}}
today: {pact: none}
preferences:
  A: {stated: {points: {pact: {levels: {none: 0, small: 20}}}}}
  B: {stated: {points: {pact: {levels: {none: 30, small: 20}}}, no_deal: {value: 40, from: judgement}}}
`);

/** A bargaining domain: no today, no deal a number for each party. */
export const domain = caseOfText(`
detente: 1
title: A domain
parties: {A: Ayland, B: Beeland}
issues:
  price: {label: the price, agree: [A, B], levels: {low: low, middle: fair, high: high}}
preferences:
  A: {stated: {points: {price: {levels: {low: 0, middle: 5, high: 9}}}, no_deal: {value: 2, from: judgement}}}
  B: {stated: {points: {price: {levels: {low: 9, middle: 5, high: 0}}}, no_deal: {value: 1, from: judgement}}}
proposals: {fair: {label: a fair price, by: B, terms: {price: middle}}}
`);

/** Left alone, things go round a circle of four outcomes. */
export const circle = caseOfText(`
detente: 1
title: A circle
parties: {A: Ayland, B: Beeland}
issues:
  a: {label: the gate, lever: A}
  b: {label: the bridge, lever: B}
  pact: {label: the pact, agree: [A, B], levels: {none: open, signed: signed}}
today: {a: no, b: no, pact: none}
rules: [{never: pact = signed and (a or b), why: the pact settles both}]
preferences:
  A: {stated: {points: {a: {levels: {no: 0, yes: 0}}, pact: {levels: {none: 0, signed: 10}}}, wants: [pact = signed, a iff b]}}
  B: {stated: {points: {b: {levels: {no: 0, yes: 0}}, pact: {levels: {none: 0, signed: 10}}}, wants: [pact = signed, not (a iff b)]}}
`);
