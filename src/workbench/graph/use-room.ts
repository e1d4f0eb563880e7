import { type RefObject, useEffect, useState } from 'react';

/** Widths are taken in steps of this many pixels, so that a scroll bar draws nothing anew. */
const STEP = 32;

/** The width of an element in pixels, kept up to date; a usual one until it is known. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(640);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => {
      setRoom(Math.floor(watched.clientWidth / STEP) * STEP);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
