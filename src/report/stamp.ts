/** What identifies the file and the program behind an answer. */
export type Stamp = { readonly hash: string; readonly version: string };

/** `Case file 3f2a91c0d4e5 · Détente 0.1.0 · nothing drawn at random`. */
export function stampLine({ hash, version }: Stamp, seed: number | null): string {
  const draw = seed === null ? 'nothing drawn at random' : `seed ${seed}`;
  return `Case file ${hash.slice(0, 12)} · Détente ${version} · ${draw}`;
}
