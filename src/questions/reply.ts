/** An answer to an improvement: the moves of others in order, each with its maker. */
export type Reply = readonly {
  readonly party: string;
  /** The others who make the move with it; empty where the party makes it alone. */
  readonly with: readonly string[];
  readonly to: number;
}[];
