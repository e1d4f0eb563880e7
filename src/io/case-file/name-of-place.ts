import type { Path } from '../../core/diagnostic.js';
import { quoted } from './problems.js';

/** An element in a sentence: `"by" of "pump"`, `item 2 of "wants"`. */
export function nameOfPlace(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the case';
  const holder = path.at(-2);
  if (typeof last === 'number') {
    return holder === undefined
      ? `item ${last + 1}`
      : `item ${last + 1} of ${nameOfPlace(path.slice(0, -1))}`;
  }
  if (path.length === 1) return quoted([last]);
  const above = path.slice(0, -1);
  const isNamed = above.length === 1 || (above.length === 2 && above[0] === 'preferences');
  return isNamed ? quoted([last]) : `${quoted([last])} of ${nameOfPlace(above)}`;
}
