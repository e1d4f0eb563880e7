/**
 * Puts an element that scrolls into the tab order: not every browser does so by itself, and without
 * it nobody can scroll there by keyboard.
 */
export const keyboardScrollable = { tabIndex: 0 } as const;
