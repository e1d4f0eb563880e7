import type { Block, Document, Inline, ListItem } from '../report/document.js';

/** Every control character but the line feed: text of a case must not steer a terminal. */
const controlCharacters = /(?!\n)\p{Cc}/gu;

/** Width of plain text, in characters. */
export const textColumns = 80;

/**
 * Breaks text at spaces so that no line exceeds `width` characters (code points), unless a single word
 * does. `first` starts the first line and `rest` every other one; both count.
 */
export function wrap(text: string, width: number, first = '', rest = first): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const length = [...line].length + [...word].length + (isEmpty ? 0 : 1);
    if (!isEmpty && length > width) {
      lines.push(line);
      line = rest + word;
    } else {
      line = isEmpty ? line + word : `${line} ${word}`;
    }
    isEmpty = false;
  }
  lines.push(line.trimEnd());
  return lines.join('\n');
}

/** Stands for a space at which a line is not broken; a control character, which no text keeps. */
const unbroken = '\u0001';

/** Spaces inside a number with its sign: `52 %`, `41 % ± 2`. */
const insideNumber = /(?<=\d) (?=%)|(?<=%) (?=± \d)|(?<=±) (?=\d)/gu;

/** The text of inlines; a command keeps its spaces, and a number its sign. */
function textOf(content: readonly Inline[]): string {
  return content
    .map((piece) => {
      if (typeof piece === 'string') return piece.replace(insideNumber, unbroken);
      return piece.kind === 'code' ? piece.text.replaceAll(' ', unbroken) : piece.text;
    })
    .join('');
}

/** A document as plain text of 80 columns, without colour. */
export function renderText(document: Document): string {
  const parts = [
    ...(document.handling ? [wrap(document.handling.toUpperCase(), textColumns)] : []),
    `${wrap(document.title, textColumns)}\n${'='.repeat(Math.min(textColumns, [...document.title].length))}`,
    ...(document.subtitle ? [wrap(document.subtitle, textColumns)] : []),
    ...document.blocks.map(block).filter((text) => text !== ''),
    wrap(document.stamp, textColumns),
  ];
  return `${parts.join('\n\n')}\n`.replaceAll(unbroken, ' ').replace(controlCharacters, '');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return one.level === 2
        ? `${wrap(one.text.toUpperCase(), textColumns)}\n${'-'.repeat(Math.min(textColumns, [...one.text].length))}`
        : wrap(one.text, textColumns);
    case 'paragraph':
      return wrap(textOf(one.content), textColumns);
    case 'list':
      return one.items
        .map((item, at) => listItem(item, one.isOrdered ? `${at + 1}. ` : '- ', '  '))
        .join('\n');
    case 'table':
      return table(
        one.header,
        one.rows.map((row) => row.map(textOf)),
      );
    case 'pageBreak':
      return '';
  }
}

function listItem(item: ListItem, marker: string, indent: string): string {
  const first = `${indent}${marker}`;
  const rest = ' '.repeat([...first].length);
  const own = wrap(textOf(item.content), textColumns, first, rest);
  return [own, ...(item.items ?? []).map((one) => listItem(one, '- ', rest))].join('\n');
}

/** A table as records, one cell a line: prose cells do not fit 80 columns side by side. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0
            ? wrap(cell, textColumns, '  * ', '    ')
            : wrap(`${header[column]}: ${cell}`, textColumns, '    ', '      '),
        )
        .join('\n'),
    )
    .join('\n');
}
