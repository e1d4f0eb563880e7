/**
 * A document: headings, sentences, lists and tables, without markup.
 *
 * Every answer is turned into one, and `render` turns it into text, Markdown, HTML or a page.
 */
export type Document = {
  readonly title: string;
  readonly subtitle: string | undefined;
  /** Who may see it; repeated on every printed page. */
  readonly handling: string | undefined;
  readonly blocks: readonly Block[];
  /** One line: file hash, version, seed. */
  readonly stamp: string;
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly content: readonly Inline[];
      readonly role?: 'lead' | 'aside';
    }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly isOrdered: boolean }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** The next block starts a new sheet of paper. */
  | { readonly kind: 'pageBreak' };

export type ListItem = {
  readonly content: readonly Inline[];
  readonly items?: readonly ListItem[];
};

/** A piece of a sentence. */
export type Inline =
  | string
  | { readonly kind: 'emphasis'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** A command to copy: never broken over two lines. */
  | { readonly kind: 'code'; readonly text: string }
  /** A verdict that can be asked "why?": a page opens the reasons, paper shows the text alone. */
  | { readonly kind: 'why'; readonly text: string; readonly ask: Ask };

/** What a "why?" asks for: one party at one outcome, or one element of the case (a want, a claim). */
export type Ask =
  | { readonly about: 'verdict'; readonly party: string; readonly state: number }
  | { readonly about: 'outcome'; readonly state: number }
  | { readonly about: 'element'; readonly path: readonly (string | number)[] };

/** Emphasised text: a want or a claim in the words of the case. */
export function emphasis(text: string): Inline {
  return { kind: 'emphasis', text };
}

/** Strong text: the words a reader must not miss. */
export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

/** The text of inlines without their marks. */
export function plainText(content: readonly Inline[]): string {
  return content.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
