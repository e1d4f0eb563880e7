import type { NoDeal, PartyNoDeal } from '../analysis/bargaining/no-deal.js';
import type { Case, Reading } from '../core/case.js';
import type { Model } from '../core/model.js';
import { compare, type Rational } from '../core/rational.js';
import { buildSpace, todayLevels } from '../core/space.js';
import { utilitiesOf, utilityAt } from '../core/utility.js';
import { amountOf } from './amount.js';
import { settingsOf } from './case-options.js';
import type { DealsOptions, NoDealFinding } from './deals-findings.js';
import { perParty } from './holds-tables.js';

/** What each party goes by, with the worst and best of it in its own points. */
export function noDealFinding(model: Model, noDeal: NoDeal): NoDealFinding {
  const ids = model.case.parties.map(({ id }) => id);
  return {
    states: noDeal.end,
    parties: perParty(ids, (party) => {
      const own = noDeal.parties[party] as PartyNoDeal;
      const reading = model.readings[party];
      const utilities = model.utilities[party];
      if (own.kind === 'number' || own.kind === 'unknown' || !utilities) {
        return numberFinding(own, reading);
      }
      const sorted = own.states.map((state) => utilityAt(utilities, state)).sort(compare);
      return {
        ...numberFinding(own, reading),
        worst: amountOf(sorted[0] as Rational),
        best: amountOf(sorted.at(-1) as Rational),
      };
    }),
  };
}

/** The same for a party without outcomes to go by. */
export function numberFinding(
  own: PartyNoDeal,
  reading: Reading | undefined,
): NoDealFinding['parties'][string] {
  const amount = own.kind === 'number' ? amountOf(own.value) : null;
  return {
    kind: own.kind,
    worst: amount,
    best: amount,
    why: reading?.noDeal?.why ?? null,
    from: reading?.noDeal?.from ?? [],
  };
}

/** No deal where ends cannot be worked out: a number, or today's points where no deal is today. */
export function noDealWithoutStates(
  theCase: Case,
  readings: readonly (Reading | undefined)[],
  options: DealsOptions,
): NoDeal {
  const today = todayLevels(theCase, settingsOf(theCase, options));
  const space =
    today &&
    buildSpace(
      theCase,
      today.map((level, issue) => ({ issue, level })),
    );
  return {
    end: [],
    parties: readings.map((reading): PartyNoDeal => {
      const value = reading?.noDeal?.value ?? 'ends';
      if (typeof value !== 'string') return { kind: 'number', value, states: [] };
      const isToday = value === 'today' || options.noDeal === 'today';
      const utilities =
        isToday && space && space.size === 1 && reading && utilitiesOf(space, reading);
      return utilities
        ? { kind: 'number', value: utilityAt(utilities, 0), states: [] }
        : { kind: 'unknown' };
    }),
  };
}
