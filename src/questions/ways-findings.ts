import type { Difference } from '../core/difference.js';
import type { Reply } from './reply.js';

/** A smallest group that could bring an outcome about in one step, and why it does not. */
export type UnsignedGroupFound = {
  readonly group: readonly string[];
  /** Members that would be no better off, with what each would lose; null where it ranks both equally. */
  readonly unwilling: readonly { readonly party: string; readonly lost: Difference | null }[];
  /** Members whose red line it crosses; none for a party alone, which signs nothing. */
  readonly crossing: readonly string[];
  /**
   * For a party that could go there alone and would gain: the reply that deters it, and what it would
   * have lost after that; null elsewhere, and where nothing deters it.
   */
  readonly answer: {
    readonly reply: Reply;
    readonly lost: Difference | null;
  } | null;
};

/** Why an outcome is not on offer from one of the outcomes where deals could be signed. */
export type NotOnOffer = {
  readonly state: number;
  readonly from: number;
  /** Smallest groups, smaller first; empty when no group could bring it about in one step. */
  readonly groups: readonly UnsignedGroupFound[];
  /** Where steps lead from it, when they lead away; empty when it would hold. */
  readonly leadsTo: readonly (readonly number[])[];
};

/** States first reached by sequences of one length, with the parties that may have moved last. */
export type EvolutionDepth = readonly {
  readonly state: number;
  readonly movers: readonly string[];
}[];

export type EvolutionTable = {
  /** By number of moves, from 0. */
  readonly depths: readonly EvolutionDepth[];
  /** False when longer sequences lead to more than is listed. */
  readonly isComplete: boolean;
};

/** The evolution table, by improvements and by any moves. */
export type EvolutionFound = {
  readonly improvements: EvolutionTable;
  readonly moves: EvolutionTable;
};

/** An outcome that chains of single and joint improvements touch, neither an end nor on offer. */
export type PassingOutcome = {
  readonly state: number;
  readonly holds: boolean;
  /** A shortest chain to it: who moves, alone or together, and where to. */
  readonly chain: readonly { readonly group: readonly string[]; readonly to: number }[];
  /** Who signed on the way. */
  readonly signers: readonly string[];
  /** Signers worse off there than where the chain starts. */
  readonly belowStart: readonly string[];
  /** For each end, signers worse off there than at every outcome of that end. */
  readonly belowEnds: readonly (readonly string[])[];
};
