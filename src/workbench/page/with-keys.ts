/**
 * Gives each item a key from what it says, and equal ones their number: what stays in a newer
 * document keeps its element, and with it the focus.
 */
export function withKeys<T>(
  items: readonly T[],
  says: (item: T, at: number) => string,
): readonly { readonly key: string; readonly item: T; readonly at: number }[] {
  const seen = new Map<string, number>();
  return items.map((item, at) => {
    const text = says(item, at);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return { key: `${count} ${text}`, item, at };
  });
}
