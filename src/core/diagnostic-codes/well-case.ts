/** The case that the examples of the codes are variations of. */
const well = `detente: 1
title: Two villages and a well
parties: {North: Northfield, South: Southam}
issues:
  pump: {by: North, levels: [shared, locked]}
  road: {by: South, levels: [open, blocked]}
  treaty: {agree: [North, South], levels: [none, quotas]}
today: {pump: locked, road: blocked, treaty: none}
wants:
  North: [road = open, pump = locked, treaty = quotas]
  South: [pump = shared, treaty = quotas, road = blocked]
`;

/**
 * The case of two villages and a well with some of its text replaced.
 *
 * @param changes - pairs of a text that occurs in it and what stands in its place.
 * @throws RangeError when a text to be replaced does not occur.
 */
export function wellCase(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new RangeError(`wellCase: changes: "${from}" does not occur`);
    return text.replace(from, () => to);
  }, well);
}

/** The same case with more lines at its end. */
export function wellCaseAnd(...lines: readonly string[]): string {
  return `${well}${lines.join('\n')}\n`;
}
