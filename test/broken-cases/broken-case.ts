/** A case with one flaw, and all that is to be said about it. */
export type BrokenCase = {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  /** Line and column of the message. */
  readonly at: string;
  /** The text that the message points at; empty for a place between characters. */
  readonly sees: string;
};

/** The line of the well case that says what South wants. */
export const southWants = '  South: [pump = shared, treaty = quotas, road = blocked]\n';
