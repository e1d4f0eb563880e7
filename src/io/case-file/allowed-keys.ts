import type { Path } from '../../core/diagnostic.js';
import { caseJsonSchema } from './schema.js';

type Node = {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
};

/**
 * A function from the path of a block to the keys that the format knows for it, in the order of the
 * schema; empty where the block's keys are names of the case.
 */
export function allowedKeys(): (path: Path) => readonly string[] {
  const root = branches(caseJsonSchema() as Node);
  return (path) => keysAt(root, path);
}

function keysAt(root: readonly Node[], path: Path): readonly string[] {
  let nodes = root;
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
