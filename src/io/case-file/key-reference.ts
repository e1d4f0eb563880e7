import { caseJsonSchema } from './schema.js';
import { wrapped } from './wrap.js';

type Node = {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly propertyNames?: { readonly title?: string };
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Node>>;
};

/**
 * The reference of keys as Markdown, printed from the schema that files are checked with: for each
 * key at the top level a table of what may stand under it.
 */
export function keyReference(): string {
  const root = caseJsonSchema() as Node;
  const sections = Object.entries(root.properties ?? {}).map(([key, named]) => {
    // What refers to itself is told once, under the key of its own name.
    const node = { ...named, ...(isNamed(named) ? root.definitions?.[key] : {}) };
    const rows = rowsOf(node, '');
    const isRequired = root.required?.includes(key) ?? false;
    const head = [
      `## \`${key}\``,
      '',
      wrapped(
        `${sentence(node.description ?? '')} ${sentence(kindOf(node))}${isRequired ? ' Required.' : ''}`,
      ),
    ];
    if (rows.length === 0) return head.join('\n');
    return [...head, '', '| Key | Value | Meaning |', '|---|---|---|', ...rows].join('\n');
  });
  return `${[
    '<!-- Generated from src/io/case-file/schema.ts. Do not edit. -->',
    '',
    '# Keys of a case file',
    '',
    'In the tables a name in angle brackets stands for one that the case chooses, and `[]` for the items',
    'of a list. A key with * must be given where its block is. A rule is one of whose consent is enough, as',
    'under `consent`: a party, or a block of one of the kinds that stand there.',
    '',
    sections.join('\n\n'),
  ].join('\n')}\n`;
}

function rowsOf(node: Node, prefix: string): readonly string[] {
  return branchesOf(node).flatMap((branch) => {
    const own = Object.entries(branch.properties ?? {}).flatMap(([key, child]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      const mark = branch.required?.includes(key) ? '*' : '';
      return [row(`${name}${mark}`, child), ...rowsOf(child, name)];
    });
    if (typeof branch.additionalProperties === 'object') {
      const title = branch.propertyNames?.title ?? 'id';
      const name = `${prefix === '' ? '' : `${prefix}.`}<${title}>`;
      return [
        ...own,
        row(name, branch.additionalProperties),
        ...rowsOf(branch.additionalProperties, name),
      ];
    }
    if (branch.items) {
      const name = `${prefix}[]`;
      const inner = rowsOf(branch.items, name);
      return inner.length > 0 ? [...own, ...inner] : own;
    }
    return own;
  });
}

function row(name: string, node: Node): string {
  const cells = [`\`${name}\``, kindOf(node), node.description ?? ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The alternatives of a node, however they are nested. */
function branchesOf(node: Node): readonly Node[] {
  return node.anyOf ? node.anyOf.flatMap(branchesOf) : [node];
}

function kindOf(node: Node): string {
  const kinds = new Set(branchesOf(node).map(kindOfBranch));
  if (kinds.has('text')) kinds.delete('number');
  return [...kinds].join(' or ');
}

const plurals: Readonly<Record<string, string>> = {
  text: 'texts',
  number: 'numbers',
  block: 'blocks',
  rule: 'rules',
};

/** Whether a node stands for a definition of the schema. */
function isNamed(node: Node): boolean {
  return node.$ref !== undefined || (node.allOf?.some(isNamed) ?? false);
}

function kindOfBranch(branch: Node): string {
  if (isNamed(branch)) return 'rule';
  if (branch.const !== undefined) return `\`${String(branch.const)}\``;
  if (branch.enum) return branch.enum.map((word) => `\`${String(word)}\``).join(', ');
  if (branch.properties) return 'block';
  if (branch.additionalProperties) return `block by ${branch.propertyNames?.title ?? 'id'}`;
  if (branch.items) {
    const words = kindOf(branch.items).split(' or ');
    return `list of ${words.map((word) => plurals[word] ?? word).join(' or ')}`;
  }
  if (branch.type === 'boolean') return '`true`, `false`';
  if (branch.type === 'number' || branch.pattern !== undefined) return 'number';
  return branch.type === undefined ? 'anything' : 'text';
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return first === '' || /[.!?]$/.test(first) ? first : `${first}.`;
}
