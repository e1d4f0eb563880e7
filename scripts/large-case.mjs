// Prints a large case to try the program on:
//   node scripts/large-case.mjs 20 > large.yaml          20 levers, 1,048,576 outcomes
//   node scripts/large-case.mjs 20 6 > large.yaml        the last six are agreements that each can leave
//   node scripts/large-case.mjs 12 0 6 3 > large.yaml    six parties, three levels an issue
import { pathToFileURL } from 'node:url';

const names = ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'];

/**
 * A case of issues decided in turn by up to six parties, each with 14 wants that tie issues to one
 * another. The same text for the same numbers: chance comes from a fixed sequence.
 *
 * @param {number} issues
 * @param {number} agreements how many of them, the last, are agreements of two parties
 * @param {number} count how many parties
 * @param {number} levels of an issue that one party decides; two make it a lever
 * @returns {string}
 */
export function largeCaseText(issues, agreements = 0, count = 4, levels = 2) {
  const parties = names.slice(0, count);
  let drawn = 12345;
  const below = (/** @type {number} */ n) => {
    drawn = (drawn * 1103515245 + 12345) % 2147483648;
    return Math.floor(drawn / 65536) % n;
  };
  const name = (/** @type {number} */ at) => `x${at + 1}`;
  const isLever = (/** @type {number} */ at) => at < issues - agreements;
  const clause = () => {
    const at = below(issues);
    const second = below(2) === 1;
    if (isLever(at) && levels > 2)
      return `${name(at)} ${second ? '>=' : '!='} l${1 + below(levels - 1)}`;
    if (isLever(at)) return second ? name(at) : `not ${name(at)}`;
    return `${name(at)} = ${second ? 'agreed' : 'none'}`;
  };
  const all = Array.from({ length: issues }, (_, at) => at);
  const lines = all.map((at) =>
    isLever(at)
      ? levels === 2
        ? `  ${name(at)}: {lever: ${parties[at % count]}}`
        : `  ${name(at)}: {by: ${parties[at % count]}, levels: [${Array.from({ length: levels }, (_, level) => `l${level}`).join(', ')}]}`
      : `  ${name(at)}: {agree: [${parties[at % count]}, ${parties[(at + 1) % count]}], levels: [none, agreed]}`,
  );
  const wants = parties.map(
    (party) =>
      `  ${party}:\n${Array.from({ length: 14 }, () => `    - ${clause()} iff (${clause()} and ${clause()})`).join('\n')}`,
  );
  return `detente: 1
title: A generated case of ${issues} issues
parties: {${parties.map((party) => `${party}: ${party}`).join(', ')}}
issues:
${lines.join('\n')}
today: {${all.map((at) => `${name(at)}: ${isLever(at) ? (levels === 2 ? 'no' : 'l0') : 'none'}`).join(', ')}}
wants:
${wants.join('\n')}
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [issues = 20, agreements, count, levels] = process.argv.slice(2).map(Number);
  process.stdout.write(largeCaseText(issues, agreements, count, levels));
}
