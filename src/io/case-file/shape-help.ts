import type { YamlNode } from './yaml-tree.js';

/** Said where a range is written that cannot stand there. */
export const whereRangesStand = 'only points, worths and the value of no deal can be ranges';

/** A value's kind in a sentence: "here it is …". */
export function kindInWords(node: YamlNode): string {
  switch (node.kind) {
    case 'empty':
      return 'empty';
    case 'list':
      return 'a list';
    case 'map':
      return 'a block of `key: value` lines';
    case 'text':
      if (typeof node.value === 'number') return `the number ${shortened(node.text)}`;
      if (typeof node.value === 'boolean') return `the bare word ${node.text}`;
      return 'a text';
  }
}

/** What to do about a value of the wrong kind, by what was expected and how it is written. */
export function helpWithKind(node: YamlNode, expected: string): string {
  if (node.kind === 'map') {
    const [entry] = node.entries;
    if (entry && /^a list of blocks/.test(expected)) {
      return `begin each item with a dash: - ${entry.key}: …`;
    }
    if (node.entries.length === 1 && entry?.value.kind === 'text') {
      return `if this is one text, put quotes around it: "${shortened(`${entry.key}: ${entry.value.text}`)}"`;
    }
    return 'write it without keys';
  }
  if (node.kind === 'list') {
    const line = /^a block of `(.+?): …` lines$/.exec(expected);
    const [item] = node.items;
    if (line && item?.kind === 'text') {
      return `write a line for each, such as \`${shortened(item.text)}: …\``;
    }
    if (expected.startsWith('a party, or a block with `all`')) {
      const names = node.items.map((each) => (each.kind === 'text' ? each.text : '…')).join(', ');
      return `if all of them must consent, write {all: [${shortened(names)}]}`;
    }
    if (/^a number\b/.test(expected)) return `write one number; ${whereRangesStand}`;
    if (expected.includes('condition')) return 'remove one pair of brackets';
    return expected.includes('block')
      ? 'write `key: value` lines, without dashes'
      : 'write it without dashes or brackets';
  }
  if (node.kind === 'text' && typeof node.value === 'boolean') {
    return `put quotes around it, "${node.text}", or choose another word`;
  }
  if (node.kind === 'text' && node.style === 'plain') {
    if (/^-\S/.test(node.text) && expected.includes('list')) return 'put a space after each dash';
    if (/^[^\s:]+:\S/.test(node.text) && expected.includes('block'))
      return 'put a space after the colon';
    if (/^a list/.test(expected)) {
      const needsQuotes = /[,[\]{}]/.test(node.text);
      return `write it as a list: [${needsQuotes ? `"${shortened(node.text)}"` : shortened(node.text)}]`;
    }
    if (expected.includes('block') && !expected.includes(', or'))
      return 'write `key: value` lines; is a colon missing?';
  }
  if (node.kind === 'text' && typeof node.value === 'number')
    return 'put quotes around it if it is a name';
  return 'compare it with the reference of the case file';
}

/** A text in a message: its beginning, if it is long. */
export function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}
