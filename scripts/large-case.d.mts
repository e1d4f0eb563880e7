/** A generated case for two to six parties, as the text of a case file. */
export function largeCaseText(
  issues: number,
  agreements?: number,
  parties?: number,
  levels?: number,
): string;
