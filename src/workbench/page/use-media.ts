import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/**
 * Room for three columns side by side; the same width stands in `page.css`. Paper is narrower, but
 * prints the screen that was in view.
 */
export const WIDE = '(min-width: 75rem), print';
