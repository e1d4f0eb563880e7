import type { Scope } from './scope.js';
import { childOf, entriesOf, type MapNode } from './yaml-tree.js';

/** For each party the ids of its readings, which readings of others and questions may name. */
export function readingIdsOf(
  root: MapNode,
  scope: Pick<Scope, 'parties'>,
): readonly (readonly string[])[] {
  const stated = new Set(entriesOf(childOf(root, 'wants')).map(({ key }) => key));
  const preferences = childOf(root, 'preferences');
  return scope.parties.map((id) => {
    const readings = entriesOf(preferences && childOf(preferences, id));
    if (readings.length > 0) return readings.map(({ key }) => key);
    return stated.has(id) ? ['stated'] : [];
  });
}

/** The parties, which stand for their readings, and as `RU.declared` single readings. */
export function readingNames(root: MapNode, scope: Pick<Scope, 'parties'>): readonly string[] {
  const readings = readingIdsOf(root, scope);
  return scope.parties.flatMap((party, at) => [
    party,
    ...(readings[at] ?? []).map((reading) => `${party}.${reading}`),
  ]);
}
