import type { Path } from '../core/diagnostic.js';

/** What identifies the file, the program and the question behind an answer. */
export type Stamp = {
  readonly hash: string;
  readonly version: string;
  /** The command that repeats the answer; absent where no command line asked. */
  readonly command?: string;
  /** The command that explains an outcome, with `#N` for its number; absent likewise. */
  readonly askWhy?: string;
  /** The command that tells more of what could be agreed; absent likewise. */
  readonly askDeals?: string;
  /** Where an element of the case stands, as `case.yaml:48`; absent where a page leads there. */
  readonly placeOf?: (path: Path) => string | undefined;
};

/** `Case file 3f2a91c0d4e5 · Détente 0.1.0 · nothing drawn at random · detente brief a.yaml`. */
export function stampLine({ hash, version, command }: Stamp, seed: number | null): string {
  const draw = seed === null ? 'nothing drawn at random' : `seed ${seed}`;
  const repeat = command === undefined ? '' : ` · ${command}`;
  return `Case file ${hash.slice(0, 12)} · Détente ${version} · ${draw}${repeat}`;
}
