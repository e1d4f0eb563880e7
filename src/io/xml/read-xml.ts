import { XmlElement as ParsedElement, parseXml, XmlError } from '@rgrove/parse-xml';
import type { Span } from '../../core/diagnostic.js';

/** An element with its place in the text; comments, text and instructions are left out. */
export type XmlElement = {
  readonly name: string;
  /** The element's name in its opening tag. */
  readonly span: Span;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the value of an attribute stands; the element's name when it has none. */
  readonly spanOf: (attribute: string) => Span;
  readonly children: readonly XmlElement[];
};

/** The root of a text, or where it stops being XML and why. */
export type XmlReading =
  | { readonly root: XmlElement }
  | { readonly range: Span; readonly what: string };

/** Longest text read, in characters; the longest known domain has some 300,000. */
const longestText = 5_000_000;
/** Deepest nesting taken over; a domain needs five. */
const deepest = 100;

/**
 * Reads XML 1.0 and keeps where each element stands.
 *
 * Declarations of entities are not acted upon, so no text can grow by them; a reference to one is a
 * mistake. Never throws.
 */
export function readXml(text: string): XmlReading {
  if (text.length > longestText) {
    return {
      range: { start: 0, end: 0 },
      what: `the file has ${text.length} characters; at most ${longestText} are read`,
    };
  }
  // The parser turns a line end of two characters into one and then counts on; a blank instead of
  // the first keeps every offset.
  const even = text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  try {
    const { root } = parseXml(even, { includeOffsets: true });
    if (!root) return { range: { start: 0, end: 0 }, what: 'the root element is missing' };
    return { root: elementOf(even, root, 0) };
  } catch (error) {
    if (error instanceof XmlError) {
      const start = offsetAt(even, error.line, error.column);
      const what = (error.message.split('\n')[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '');
      return { range: { start, end: Math.min(start + 1, text.length) }, what: sentence(what) };
    }
    // The parser recurses as deep as elements nest, and so does what is made of them.
    if (error instanceof RangeError) {
      return { range: { start: 0, end: 0 }, what: 'elements are nested too deep to be read' };
    }
    throw error;
  }
}

function elementOf(text: string, parsed: ParsedElement, depth: number): XmlElement {
  if (depth > deepest) throw new RangeError('readXml: nested too deep');
  const { name, start, end } = parsed;
  const own = { start: start + 1, end: start + 1 + name.length };
  return {
    name,
    span: own,
    attributes: new Map(Object.entries(parsed.attributes)),
    children: parsed.children
      .filter((child) => child instanceof ParsedElement)
      .map((child) => elementOf(text, child, depth + 1)),
    spanOf: (attribute) => {
      const tag = text.slice(start, end);
      const pattern = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/dg;
      for (const match of tag.matchAll(pattern)) {
        const [from, to] = match.indices?.[2] ?? match.indices?.[3] ?? [0, 0];
        if (match[1] === attribute) return { start: start + from, end: start + to };
      }
      return own;
    },
  };
}

/** The parser counts columns in characters, offsets count in code units. */
function offsetAt(text: string, line: number, column: number): number {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  const before = [...text.slice(start, text.length)].slice(0, column - 1).join('');
  return Math.min(start + before.length, text.length);
}

function sentence(what: string): string {
  return what.charAt(0).toLowerCase() + what.slice(1);
}
