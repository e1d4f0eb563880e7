/**
 * An order in which to eliminate issues, so that few issues become entangled.
 *
 * Min-fill: next comes the issue whose neighbours lack the fewest links among themselves; among those
 * the one with the fewest combinations of neighbours, then the first. Its neighbours are then linked.
 *
 * Source: the greedy order usual in bucket elimination (Dechter 1999, "Bucket elimination: a unifying
 * framework for reasoning", Artificial Intelligence 113); an order of least width is hard to find.
 *
 * @param choices - how many choices each issue has.
 * @param scopes - issues that some table ties together.
 *
 * Deterministic. Time O(issues² × width²).
 */
export function eliminationOrder(
  choices: readonly number[],
  scopes: Iterable<readonly number[]>,
): readonly number[] {
  const neighbours = choices.map(() => new Set<number>());
  for (const scope of scopes) link(neighbours, scope);
  const left = new Set(choices.keys());
  const order: number[] = [];
  while (left.size > 0) {
    let next = -1;
    let least: readonly [number, number] = [Number.POSITIVE_INFINITY, 0];
    for (const issue of left) {
      const own = [...(neighbours[issue] as Set<number>)];
      const fill = missingLinks(neighbours, own);
      const size = own.reduce((product, one) => product * (choices[one] as number), 1);
      if (fill < least[0] || (fill === least[0] && size < least[1])) {
        next = issue;
        least = [fill, size];
      }
    }
    const own = [...(neighbours[next] as Set<number>)];
    link(neighbours, own);
    for (const one of own) neighbours[one]?.delete(next);
    left.delete(next);
    order.push(next);
  }
  return order;
}

function link(neighbours: readonly Set<number>[], issues: readonly number[]): void {
  for (const a of issues) for (const b of issues) if (a !== b) neighbours[a]?.add(b);
}

function missingLinks(neighbours: readonly Set<number>[], issues: readonly number[]): number {
  let missing = 0;
  issues.forEach((a, at) => {
    for (const b of issues.slice(at + 1)) if (!neighbours[a]?.has(b)) missing += 1;
  });
  return missing;
}
