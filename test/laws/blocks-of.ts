import { allowedKeysAt } from '../../src/io/case-file/allowed-keys.js';
import { parseYaml } from '../../src/io/case-file/parse-yaml.js';
import { collectProblems } from '../../src/io/case-file/problems.js';
import type { MapNode, YamlNode } from '../../src/io/case-file/yaml-tree.js';

/** The blocks of a case file whose keys the format fixes, with those keys. */
export function blocksOf(
  text: string,
): readonly { readonly block: MapNode; readonly allowed: readonly string[] }[] {
  const { root } = parseYaml(text, { text: collectProblems(), tree: collectProblems() });
  const found: { block: MapNode; allowed: readonly string[] }[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    const allowed = allowedKeysAt(node.path);
    if (allowed.length > 0 && node.entries.length > 0) found.push({ block: node, allowed });
    for (const entry of node.entries) visit(entry.value);
  };
  if (root) visit(root);
  return found;
}
