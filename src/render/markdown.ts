import type { Block, Document, Inline, ListItem } from '../report/document.js';

/** A document as Markdown (CommonMark with tables). */
export function renderMarkdown(document: Document): string {
  const parts = [
    `# ${escapeMarkdown(document.title)}`,
    ...(document.handling ? [`**${escapeMarkdown(document.handling)}**`] : []),
    ...(document.subtitle ? [escapeMarkdown(document.subtitle)] : []),
    ...document.blocks.map(block).filter((text) => text !== ''),
    `---\n\n${escapeMarkdown(document.stamp)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Marks the characters that Markdown would read as markup; text from a case is never markup. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\s+/g, ' ');
}

function inline(content: readonly Inline[]): string {
  return content
    .map((piece) => {
      if (typeof piece === 'string') return escapeMarkdown(piece);
      if (piece.kind === 'emphasis') return `*${escapeMarkdown(piece.text)}*`;
      if (piece.kind === 'code') return codeSpan(piece.text);
      if (piece.kind === 'strong') return `**${escapeMarkdown(piece.text)}**`;
      return escapeMarkdown(piece.text);
    })
    .join('');
}

/** A code span: no sign in it means anything, and its fence is longer than any run of ticks inside. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** A line that would start a list, a heading or a rule is kept a sentence. */
function line(content: readonly Inline[]): string {
  return inline(content)
    .trimStart()
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${escapeMarkdown(one.text)}`;
    case 'paragraph':
      return line(one.content);
    case 'list':
      return one.items
        .map((item, at) => listItem(item, one.isOrdered ? `${at + 1}.` : '-', ''))
        .join('\n');
    case 'table': {
      const rows = one.rows.map((row) => `| ${row.map(inline).join(' | ')} |`);
      return [
        `*${escapeMarkdown(one.caption)}*`,
        '',
        `| ${one.header.map(escapeMarkdown).join(' | ')} |`,
        `|${one.header.map(() => ' --- |').join('')}`,
        ...rows,
      ].join('\n');
    }
    case 'pageBreak':
      return '';
  }
}

function listItem(item: ListItem, marker: string, indent: string): string {
  const below = indent + ' '.repeat(marker.length + 1);
  return [
    `${indent}${marker} ${line(item.content)}`,
    ...(item.items ?? []).map((one) => listItem(one, '-', below)),
  ].join('\n');
}
