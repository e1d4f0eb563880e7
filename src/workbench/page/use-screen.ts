import { useSyncExternalStore } from 'react';

/** The screens of the rail, by the address's fragment. */
export const SCREENS = [
  { id: 'brief', name: 'Brief' },
  { id: 'holds', name: 'What holds' },
  { id: 'deals', name: 'Deals' },
  { id: 'whatif', name: 'What if' },
  { id: 'case', name: 'Case' },
] as const;

export type ScreenId = (typeof SCREENS)[number]['id'];

/** Screens on which the case text does not stand. */
const WITHOUT_TEXT: readonly string[] = ['#holds', '#deals', '#whatif'];

/** The screen that the address names; the brief unless it names another. */
export function useScreen(): ScreenId {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => SCREENS.find(({ id }) => `#${id}` === location.hash)?.id ?? 'brief',
  );
}

/**
 * Leaves a screen without the case text for the one that has it; the browser's Back returns.
 *
 * @returns when that screen is drawn.
 */
export function showCaseText(): Promise<void> {
  if (!WITHOUT_TEXT.includes(location.hash)) return Promise.resolve();
  return new Promise((resolve) => {
    const drawn = () => requestAnimationFrame(() => resolve());
    window.addEventListener('hashchange', drawn, { once: true });
    location.hash = '#case';
  });
}
