import { nearestName } from '../nearest-name.js';
import { entriesOf, type YamlNode } from './yaml-tree.js';

/**
 * Whether a block has an unknown key that was probably meant for one of these: the unknown key is
 * reported, so that it need not be said that the other is missing.
 */
export function isMisspelt(
  node: YamlNode,
  keys: readonly string[],
  known: readonly string[],
): boolean {
  return entriesOf(node).some(
    ({ key }) => !known.includes(key) && nearestName(key, keys) !== undefined,
  );
}
