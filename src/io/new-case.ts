import { checkId } from './case-file/identifiers.js';
import { collectProblems } from './case-file/problems.js';

/** What a new case file starts from. */
export type NewCase = {
  readonly title: string;
  /** Names of the parties, at least one. */
  readonly parties: readonly string[];
};

/** Text as a YAML scalar in double quotes: any character, any first letter. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Most characters of an id before the number that makes it unique. */
const longestBase = 45;

/**
 * An id from a name: its letters and digits, the rest as `_`; `party` where it has none, with `_` after
 * a word that has a meaning of its own; made unique by a number.
 */
function idFrom(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  const short = [...letters].slice(0, longestBase).join('') || 'party';
  const nowhere = { path: [], range: { start: 0, end: 0 } };
  const isId = checkId(short, 'name', nowhere, collectProblems(), ['nobody']);
  const base = isId ? short : `${short}_`;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`;
  return id;
}

/**
 * A small case that loads and answers at once, with a comment at each place to change.
 *
 * Each party gets one lever-like issue; two parties or more also get an agreement of all.
 */
export function newCaseText({ title, parties }: NewCase): string {
  const ids: string[] = [];
  for (const name of parties) ids.push(idFrom(name, new Set(ids)));
  const [, second] = ids;
  const issues = ids.map(
    (id, at) => `  course_${at + 1}:\n    by: ${id}\n    levels: [hold, press]`,
  );
  const today = ids.map((_, at) => `course_${at + 1}: press`);
  if (second !== undefined) {
    issues.push(
      `  pact: # needs ${ids.length === 2 ? 'both; either' : 'all; each'} can leave it again\n    agree: [${ids.join(', ')}]\n    levels: [none, signed]`,
    );
    today.push('pact: none');
  }
  const wants = ids.map((id, at) => {
    const other = at === 0 ? 1 : 0;
    const lines = [
      ...(ids.length > 1 ? [`course_${other + 1} = hold`] : []),
      ...(second !== undefined ? ['pact = signed'] : []),
      `course_${at + 1} = press`,
    ];
    return `  ${id}:\n${lines.map((line) => `    - ${line}`).join('\n')}`;
  });
  return `# A Détente case. Change names, issues, levels and wants to those of your own case,
# and run:  detente check FILE   then   detente brief FILE
detente: 1
title: ${quoted(title)}

parties:
${ids.map((id, at) => `  ${id}: ${quoted(parties[at] ?? id)}`).join('\n')}

# What can change, its levels in order, and who can change it.
issues:
${issues.join('\n')}

# The level of every issue now.
today:
${today.map((line) => `  ${line}`).join('\n')}

# What each party wants, most important first.
wants:
${wants.join('\n')}
`;
}
