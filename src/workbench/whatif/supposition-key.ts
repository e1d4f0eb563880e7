/** Names a supposition about a doubt: there is one for each. */
export function doubtKey(doubt: string): string {
  return `doubt ${doubt}`;
}

/** Names the supposition that something is done about an issue: there is one for each. */
export function actKey(issue: string): string {
  return `act ${issue}`;
}
