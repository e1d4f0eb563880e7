import type { Answer, SupposedAct, Suppositions } from '../analysis/protocol.js';
import { actKey, doubtKey } from './supposition-key.js';

/** A supposition as it is told wherever an answer is made under it. */
export type ToldSupposition = {
  readonly key: string;
  /** A clause: `Northfield does not want “agreed quotas”`. */
  readonly says: string;
  /** Why the answer is made without it, where that is so. */
  readonly problem: string | undefined;
};

/** Everything supposed beside the readings, told in the words of the last answer. */
export function toldSuppositions(
  answer: Answer | undefined,
  { doubts, acts }: Suppositions,
): readonly ToldSupposition[] {
  const problemOf = (key: string) => answer?.openings.aside.find((one) => one.key === key)?.problem;
  return [
    ...Object.entries(doubts).map(([id, chosen]) => {
      const key = doubtKey(id);
      const doubt = answer?.openings.doubts.find((one) => one.id === id);
      const says = doubt?.clauses[chosen] ?? `${id} = ${chosen}`;
      return { key, says, problem: problemOf(key) };
    }),
    ...acts.map((act) => {
      const key = actKey(act.issue);
      const says = answer ? actSays(answer, act) : `${act.issue} = ${act.level}`;
      return { key, says, problem: problemOf(key) };
    }),
  ];
}

/** An act as a clause, with who does it. */
export function actSays(
  { openings, parties }: Pick<Answer, 'openings' | 'parties'>,
  { issue, level, by }: SupposedAct,
): string {
  const found = openings.acts.find(({ id }) => id === issue)?.levels.find(({ id }) => id === level);
  const doers = by === undefined ? (found?.doers ?? []) : [by];
  const names = doers.map((id) => parties.find((party) => party.id === id)?.called ?? id);
  const done = names.length === 0 ? '' : `, by an act of ${listed(names)}`;
  return `${found?.says ?? `${issue} = ${level}`}${done}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
