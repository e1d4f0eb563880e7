/** A generated case of two-level issues for four parties, as the text of a case file. */
export function largeCaseText(issues: number, agreements?: number): string;
