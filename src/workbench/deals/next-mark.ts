import type { Direction } from '../graph/next-node.js';

/** A mark and where it is. */
export type MarkSpot = { readonly key: string; readonly x: number; readonly y: number };

/**
 * The mark that an arrow key leads to: the nearest in that direction, where a pixel aside counts twice;
 * undefined at the edge. Marks in the very same place are passed over: Page Up and Page Down go
 * through all.
 */
export function nextMark(
  marks: readonly MarkSpot[],
  present: string,
  direction: Direction,
): string | undefined {
  const start = marks.find(({ key }) => key === present);
  if (!start) return undefined;
  let best: { readonly key: string; readonly distance: number } | undefined;
  for (const { key, x, y } of marks) {
    const [dx, dy] = [x - start.x, y - start.y];
    const isAcross = direction === 'left' || direction === 'right';
    const along =
      direction === 'left' || direction === 'up' ? -(isAcross ? dx : dy) : isAcross ? dx : dy;
    const aside = Math.abs(isAcross ? dy : dx);
    if (along <= aside / 2) continue;
    const distance = along + 2 * aside;
    if (!best || distance < best.distance) best = { key, distance };
  }
  return best?.key;
}
