import type { Block, Document, Inline, ListItem } from '../report/document.js';
import { paperStyle } from './paper-style.js';

/**
 * A document as one self-contained HTML file: no script, no request, a policy that forbids both, and a
 * style that prints on A4.
 */
export function renderHtml(document: Document): string {
  const handling = document.handling
    ? `<p class="handling">${escapeHtml(document.handling)}</p>`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Détente">
<title>${escapeHtml(document.title)}</title>
<style>${paperStyle}</style>
</head>
<body>
<article>
<header>
${handling}
<h1>${escapeHtml(document.title)}</h1>
${document.subtitle ? `<p class="subtitle">${escapeHtml(document.subtitle)}</p>` : ''}
</header>
${document.blocks.map(block).join('\n')}
<footer><p>${escapeHtml(document.stamp)}</p>${handling}</footer>
</article>
</body>
</html>
`;
}

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function inline(content: readonly Inline[]): string {
  return content
    .map((piece) => {
      if (typeof piece === 'string') return escapeHtml(piece);
      if (piece.kind === 'emphasis') return `<em>${escapeHtml(piece.text)}</em>`;
      if (piece.kind === 'code') return `<code>${escapeHtml(piece.text)}</code>`;
      if (piece.kind === 'strong') return `<strong>${escapeHtml(piece.text)}</strong>`;
      return escapeHtml(piece.text);
    })
    .join('');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}>${escapeHtml(one.text)}</h${one.level}>`;
    case 'paragraph':
      return `<p${one.role ? ` class="${one.role}"` : ''}>${inline(one.content)}</p>`;
    case 'list': {
      const tag = one.isOrdered ? 'ol' : 'ul';
      return `<${tag}>${one.items.map(listItem).join('')}</${tag}>`;
    }
    case 'table':
      return `<table><caption>${escapeHtml(one.caption)}</caption><thead><tr>${one.header
        .map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`)
        .join('')}</tr></thead><tbody>${one.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

function listItem(item: ListItem): string {
  const below = item.items ? `<ul>${item.items.map(listItem).join('')}</ul>` : '';
  return `<li>${inline(item.content)}${below}</li>`;
}
