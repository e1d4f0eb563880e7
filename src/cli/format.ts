import { type Document, renderHtml, renderMarkdown, renderText } from '../index.js';

export const formats = ['text', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** A document in the format asked for. */
export function formatDocument(document: Document, format: Format): string {
  switch (format) {
    case 'text':
      return renderText(document);
    case 'markdown':
      return renderMarkdown(document);
    case 'html':
      return renderHtml(document);
  }
}
