import type { GraphArc, GraphNode } from '../../index.js';

/** Above the name of an outcome: why it is there, and whether it would hold. */
export function tagOf({ roles, holds }: GraphNode): string {
  const told = roles.filter((role) => role !== 'would hold' && role !== 'asked for');
  return [...told, holds ? 'would hold' : 'would not hold'].join(' · ');
}

/** Whether an outcome has a name of its own; else its description stands in its place. */
export function isNamed({ name, description, roles }: GraphNode): boolean {
  return description !== '' || roles.includes('today') || name.startsWith('“');
}

/** What each kind of arc is, in the legend and in the table. */
export const arcWords: Readonly<Record<GraphArc['kind'], string>> = {
  step: 'a step: a move of one party that nothing deters',
  signed: 'on offer: signed together',
  answered: 'a move that a reply answers',
  reply: 'a reply',
};

/** A clause as a sentence. */
export function sentence(clause: string): string {
  const [first = ''] = clause;
  return `${first.toUpperCase()}${clause.slice(first.length)}.`;
}
