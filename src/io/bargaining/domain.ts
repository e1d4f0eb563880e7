import type { Rational } from '../../core/rational.js';

/**
 * A bargaining domain as other programs know it: issues with values, and for each party an amount
 * for every value. The utility of an outcome is the sum of its amounts; without agreement a party
 * has `noDeal.value`. There is no status quo: every outcome is an agreement of all parties.
 */
export type Domain = {
  readonly title: string;
  /** Where it came from and under which reading of its numbers; whole sentences. */
  readonly origin: readonly string[];
  readonly issues: readonly DomainIssue[];
  readonly parties: readonly DomainParty[];
  /** Whose acceptance makes an agreement; that of all parties where there is no rule. */
  readonly consent?: VetoRule;
  readonly proposal?: DomainProposal;
};

export type DomainIssue = {
  readonly name: string;
  readonly label?: string;
  readonly levels: readonly { readonly name: string; readonly label?: string }[];
};

export type DomainParty = {
  readonly name: string;
  /** One amount per issue and level, weights already in. */
  readonly amounts: readonly (readonly Rational[])[];
  readonly noDeal: {
    readonly value: Rational;
    readonly why: string;
    /** False where the number is a convention and stands in no file. */
    readonly isInFile: boolean;
  };
};

/** Each of the parties with a veto must accept, and at least so many of all. */
export type VetoRule = { readonly vetoes: readonly number[]; readonly atLeast: number };

export type DomainProposal = {
  readonly label: string;
  readonly by: number;
  /** One level per issue. */
  readonly levels: readonly number[];
};

/** Most values of an issue that is given by its bounds; beyond it nobody reads the levels. */
export const mostValues = 1000;
