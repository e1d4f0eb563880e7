import type { Diagnostic } from '../../core/diagnostic.js';
import { type JsonNode, readJson } from './json-tree.js';

/** One option taken (`true`) or not taken. */
export type Cell = { readonly option: number; readonly taken: boolean };

/** Holds when every cell does. */
export type Pattern = readonly Cell[];

/** Holds when one of its patterns does. */
export type Statement = readonly Pattern[];

export type GmcrOption = {
  readonly name: string;
  /** `both` ways; `fwd`: may be taken, never dropped; `back`: may be dropped, never taken. */
  readonly direction: 'both' | 'fwd' | 'back';
};

export type GmcrParty = {
  readonly name: string;
  /** Positions in the list of options. */
  readonly options: readonly number[];
  /** States that it does not perceive: it has no move into or out of them. */
  readonly misperceptions: readonly Statement[];
  /** Most important first. */
  readonly statements: readonly Statement[];
  /** Feasible states by ordinal from 1, best first; an inner list is tied. */
  readonly ranking: readonly (readonly number[])[] | undefined;
  /** A number per feasible state in ordinal order, larger is better. */
  readonly payoffs: readonly number[] | undefined;
  readonly node: JsonNode;
};

/**
 * What a gmcr-py file (`.gmcr`, JSON; program versions 0.2 to 0.4) says.
 *
 * Patterns are lists of `[option, "Y" or "N"]`; a statement is a pattern or
 * `{compound: true, members: [pattern, …]}`, true when any member is.
 */
export type GmcrFile = {
  readonly version: string | undefined;
  readonly options: readonly GmcrOption[];
  readonly parties: readonly GmcrParty[];
  readonly infeasibles: readonly Statement[];
  /** Rankings given by hand count, not the statements. */
  readonly isManual: boolean;
  readonly found: readonly Diagnostic[];
};

const directions = ['both', 'fwd', 'back'] as const;

/**
 * Reads the shape of a `.gmcr` text; every flaw found is reported.
 *
 * @returns `file` undefined when the text is not JSON or no object; else what could be read, which is
 *   complete when `found` holds no error.
 */
export function readGmcr(text: string): {
  readonly file: GmcrFile | undefined;
  readonly found: readonly Diagnostic[];
} {
  const reading = readJson(text);
  if (!('root' in reading)) {
    const { at, expected } = reading;
    const there = at < text.length ? JSON.stringify(text[at]) : 'the end of the file';
    const range = { start: at, end: Math.min(at + 1, text.length) };
    const what = `the file is not JSON: expected ${expected}, found ${there}`;
    return { file: undefined, found: [flaw('DET501', { path: [], span: range }, what, fileHelp)] };
  }
  const { root } = reading;
  if (root.kind !== 'object') {
    const what = `the file should be an object with "options" and "decisionMakers", not ${told(root)}`;
    return { file: undefined, found: [flaw('DET502', root, what, fileHelp)] };
  }
  const found: Diagnostic[] = [];
  const wrong = (node: Placed, what: string, help?: string) =>
    found.push(flaw('DET502', node, what, help));

  function field(node: JsonNode, key: string): JsonNode | undefined {
    return node.kind === 'object' ? node.entries.get(key) : undefined;
  }

  function items(node: JsonNode, key: string, must: 'must' | 'may'): readonly JsonNode[] {
    const list = field(node, key);
    if (list?.kind === 'list') return list.items;
    if (list) wrong(list, `"${key}" should be a list, not ${told(list)}`);
    else if (must === 'must') wrong(node, `"${key}" is missing`, fileHelp);
    return [];
  }

  function name(node: JsonNode, of: string): string {
    const given = field(node, 'name');
    if (given?.kind === 'text' && given.value.trim() !== '') return given.value.trim();
    wrong(given ?? node, `${of} needs a "name", a text`);
    return '';
  }

  function flag(key: string): boolean {
    const given = field(root, key);
    if (given === undefined || given.kind === 'null') return false;
    if (given.kind === 'boolean') return given.value;
    wrong(given, `"${key}" should be true or false, not ${told(given)}`);
    return false;
  }

  const options = items(root, 'options', 'must').map((node, index): GmcrOption => {
    const given = field(node, 'permittedDirection');
    const direction = directions.find((word) => given?.kind === 'text' && given.value === word);
    if (!direction) {
      wrong(given ?? node, `option ${index} needs a "permittedDirection": "both", "fwd" or "back"`);
    }
    return { name: name(node, `option ${index}`), direction: direction ?? 'both' };
  });

  function optionAt(node: JsonNode): number | undefined {
    if (node.kind === 'number' && options[node.value]) return node.value;
    wrong(
      node,
      `expected the position of an option, found ${told(node)}`,
      `positions run from 0 to ${options.length - 1}`,
    );
    return undefined;
  }

  function pattern(node: JsonNode): Pattern {
    if (node.kind !== 'list' || node.items.length === 0) {
      wrong(node, `expected a list of [option, "Y" or "N"], found ${told(node)}`);
      return [];
    }
    return node.items.flatMap((cell): Cell[] => {
      const [at, sign] = cell.kind === 'list' ? cell.items : [];
      const isSign = sign?.kind === 'text' && (sign.value === 'Y' || sign.value === 'N');
      if (cell.kind !== 'list' || cell.items.length !== 2 || !at || !isSign) {
        wrong(cell, `expected [option, "Y" or "N"], found ${told(cell)}`);
        return [];
      }
      const option = optionAt(at);
      return option === undefined ? [] : [{ option, taken: sign.value === 'Y' }];
    });
  }

  function statement(node: JsonNode): Statement {
    if (node.kind !== 'object') return [pattern(node)];
    const compound = field(node, 'compound');
    const unknown = [...node.entries.keys()].find((key) => key !== 'compound' && key !== 'members');
    if (unknown !== undefined || compound?.kind !== 'boolean' || !compound.value) {
      wrong(node, 'a statement is a pattern, or an object with "compound": true and "members"');
      return [];
    }
    const members = items(node, 'members', 'must');
    if (members.length === 0) wrong(node, 'a compound statement needs at least one member');
    return members.map(pattern);
  }

  function numbers(node: JsonNode, key: string): readonly number[] | undefined {
    const list = field(node, key);
    if (list === undefined || list.kind === 'null') return undefined;
    return items(node, key, 'may').map((item) => {
      if (item.kind === 'number') return item.value;
      wrong(item, `"${key}" should hold numbers, not ${told(item)}`);
      return 0;
    });
  }

  function ranking(node: JsonNode): GmcrParty['ranking'] {
    // The key has had two names.
    const key = ['preferenceRanking', 'preferenceVector'].find(
      (candidate) => field(node, candidate)?.kind === 'list',
    );
    if (key === undefined) return undefined;
    const ordinal = (item: JsonNode): number => {
      if (item.kind === 'number' && Number.isInteger(item.value) && item.value >= 1) {
        return item.value;
      }
      wrong(item, `"${key}" should hold states by number from 1, not ${told(item)}`);
      return 0;
    };
    return items(node, key, 'may').map((item) =>
      item.kind === 'list' ? item.items.map(ordinal) : [ordinal(item)],
    );
  }

  const isManual = flag('useManualPreferenceRanking') || flag('useManualPreferenceVectors');
  const owners = new Map<number, number>();
  const parties = items(root, 'decisionMakers', 'must').map((node, index): GmcrParty => {
    const own = items(node, 'options', 'must').flatMap((item) => {
      const option = optionAt(item);
      if (option === undefined) return [];
      if (owners.has(option)) {
        wrong(item, `option ${option} stands a second time among the options of decision makers`);
        return [];
      }
      owners.set(option, index);
      return [option];
    });
    return {
      name: name(node, `decision maker ${index}`),
      options: own,
      misperceptions: items(node, 'misperceptions', 'may').map(statement),
      statements: items(node, 'preferences', isManual ? 'may' : 'must').map(statement),
      ranking: ranking(node),
      payoffs: numbers(node, 'payoffs'),
      node,
    };
  });
  options.forEach((option, index) => {
    if (owners.has(index) || parties.length === 0) return;
    wrong(root, `option ${index}, "${option.name}", belongs to no decision maker`);
  });
  if (field(root, 'options')?.kind === 'list' && options.length === 0) {
    wrong(root, 'the file has no options, so there is nothing to choose');
  }
  if (field(root, 'decisionMakers')?.kind === 'list' && parties.length === 0) {
    wrong(root, 'the file has no decision makers');
  }
  const infeasibles = items(root, 'infeasibles', 'may').map(statement);

  for (const node of items(root, 'coalitions', 'may')) {
    if (node.kind !== 'list' || node.items.length < 2) continue;
    const members = node.items.map((item) =>
      item.kind === 'number' ? (parties[item.value]?.name ?? '?') : '?',
    );
    found.push({
      ...flaw(
        'DET504',
        node,
        `the coalition of ${members.join(' and ')} is not imported`,
        'its members stand in the case as parties of their own; what they gain by acting together is answered anyway',
      ),
      severity: 'warning',
    });
  }
  const version = field(root, 'version');
  return {
    file: {
      version: version?.kind === 'text' ? version.value : undefined,
      options,
      parties,
      infeasibles,
      isManual,
      found,
    },
    found,
  };
}

type Placed = Pick<JsonNode, 'path' | 'span'>;

const fileHelp =
  'give the .gmcr file as gmcr-py saves it; files of other programs need their own importer';

/** A flaw at a place of the imported text. */
export function flaw(code: string, place: Placed, what: string, help?: string): Diagnostic {
  return {
    code,
    severity: 'error',
    path: place.path,
    range: place.span,
    what,
    ...(help === undefined ? {} : { help }),
  };
}

/** What a value is, in a message. */
function told(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'list':
      return node.items.length === 0 ? 'an empty list' : 'a list';
    case 'null':
      return 'null';
    case 'text':
      return JSON.stringify(node.value.slice(0, 40));
    default:
      return String(node.value);
  }
}
