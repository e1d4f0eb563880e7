import type { Path } from '../../core/diagnostic.js';
import { caseJsonSchema } from './schema.js';

type Node = {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
};

/**
 * The keys that the format knows for the block at a path, in the order of the schema; empty where
 * the block's keys are names of the case.
 */
export function allowedKeysAt(path: Path): readonly string[] {
  let nodes: readonly Node[] = branches(caseJsonSchema() as Node);
  for (const step of path) {
    nodes = nodes.flatMap((node) => {
      const next =
        typeof step === 'number'
          ? node.items
          : (node.properties?.[step] ?? node.additionalProperties);
      return typeof next === 'object' ? branches(next) : [];
    });
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function branches(node: Node): readonly Node[] {
  return [node, ...(node.anyOf ?? []).flatMap(branches)];
}
