import { type KeyboardEvent, useRef, useState } from 'react';
import type { Direction } from '../graph/next-node.js';
import { type MarkSpot, nextMark } from './next-mark.js';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Keys over a list of marks, one of which Tab leads to: arrows by where they are drawn, Page Up, Page
 * Down, Home and End in their order, Enter chooses.
 */
export function useMarkKeys(
  spots: readonly MarkSpot[],
  selected: string | undefined,
  onSelect: (key: string) => void,
) {
  const elements = useRef(new Map<string, SVGGElement>());
  const [focused, setFocused] = useState<string>();
  const isThere = (key: string | undefined) =>
    spots.some((spot) => spot.key === key) ? key : undefined;
  const current = isThere(focused) ?? isThere(selected) ?? spots[0]?.key;

  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = spots.findIndex(({ key }) => key === current);
    const direction = DIRECTIONS[event.key];
    const inOrder = {
      Home: 0,
      End: spots.length - 1,
      PageUp: Math.max(0, place - 1),
      PageDown: Math.min(spots.length - 1, place + 1),
    }[event.key];
    if (event.key === 'Enter' || event.key === ' ') onSelect(current);
    else if (direction !== undefined || inOrder !== undefined) {
      const to =
        direction === undefined ? spots[inOrder ?? 0]?.key : nextMark(spots, current, direction);
      if (to !== undefined) elements.current.get(to)?.focus();
    } else return;
    event.preventDefault();
  };

  /** What every mark needs. */
  const markProps = (key: string) => ({
    tabIndex: key === current ? 0 : -1,
    onFocus: () => setFocused(key),
    ref: (element: SVGGElement | null) => {
      if (element) elements.current.set(key, element);
      else elements.current.delete(key);
    },
  });
  return { current, focused: isThere(focused), onKeyDown, markProps };
}
