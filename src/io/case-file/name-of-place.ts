import type { Path } from '../../core/diagnostic.js';
import { quoted } from './problems.js';

/** Names in one description: more could not be followed. */
const mostNames = 3;

/** An element in a sentence: `"by" of "pump"`, `item 2 of "wants"`, `the score of "open"`. */
export function nameOfPlace(path: Path): string {
  const points = path.lastIndexOf('points');
  const [issue, key, level] = points < 0 ? [] : path.slice(points + 1);
  if (key === 'levels' && level !== undefined) return `the score of "${level}" of "${issue}"`;
  if (key !== undefined) return `"${key}" of "${issue}" under "points"`;
  const steps = path.slice(startOfName(path)).slice(-mostNames);
  if (steps.length === 0) return 'the case';
  return steps
    .map((step) => (typeof step === 'number' ? `item ${step + 1}` : quoted([step])))
    .reverse()
    .join(' of ');
}

/** Where a path becomes telling: a name of the case stands for itself, without its section. */
function startOfName(path: Path): number {
  if (path.length < 2 || typeof path[1] === 'number') return 0;
  return path[0] === 'preferences' && path.length > 2 ? 2 : 1;
}
