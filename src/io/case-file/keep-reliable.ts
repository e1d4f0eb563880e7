import type { Diagnostic, Span } from '../../core/diagnostic.js';
import type { ParsedText } from './parse-yaml.js';
import { caseSchema } from './schema.js';

/** Parts of a file that define names: where one is broken, every use of its names looks wrong. */
const definingKeys = ['parties', 'issues', 'terms', 'outcomes', 'sources', 'statements', 'claims'];
const allKeys = Object.keys(caseSchema.shape);
/** Codes that depend on one place alone, not on names defined elsewhere. */
const localCode = /^DET(1\d\d|203|206|207|208|214|215|252|301|306|415)$/;
/** Codes so general that any other at the same place says more. */
const vagueCodes = ['DET203', 'DET104'];

/** Codes that a use of a name gets where nothing of that name is defined, or can be. */
const unknownNameCodes = ['DET204', 'DET211', 'DET212', 'DET215', 'DET216', 'DET217'];

/**
 * Leaves out what only follows from something already reported: flaws inside a condition that YAML
 * has cut up, in a part whose text is broken, or about names that such a part may define; uses of
 * the one name that is left out of the tree; and a general message where a sharper one stands at the same place.
 */
export function keepReliable(
  file: string,
  found: readonly Diagnostic[],
  { root, sealed, broken, covered }: ParsedText,
): readonly Diagnostic[] {
  // A key that is indented was not meant to be one of the case's own: broken text has put it there.
  const isOwnLine = (offset: number) =>
    root?.isFlow || offset === 0 || /[\n\uFEFF]/.test(file[offset - 1] ?? '');
  const sections = (root?.entries ?? [])
    .map(({ key, keySpan }) => ({ key, start: keySpan.start }))
    .filter(({ start }) => isOwnLine(start));
  if (sealed) sections.push({ key: 'later', start: sealed.start });
  sections.sort((a, b) => a.start - b.start);
  const sectionOf = (offset: number) =>
    sections.findLast((section) => section.start <= offset)?.key;
  const damaged = new Set(broken.map(sectionOf));
  const isUnsure = [...damaged].some(
    (key) => key === undefined || definingKeys.includes(key) || !allKeys.includes(key),
  );

  const kept = found.filter(({ range = { start: 0, end: 0 }, code, path }) => {
    if (covered.some((span) => overlaps(span, range))) return false;
    if (damaged.size === 0) return true;
    if (path.length === 0 || damaged.has(sectionOf(range.start))) return false;
    return !isUnsure || localCode.test(code);
  });
  const sharp = new Set(
    kept
      .filter(({ code, severity }) => severity === 'error' && !vagueCodes.includes(code))
      .map(({ range }) => keyOf(range)),
  );
  const bare = new Set(
    kept.filter(({ code }) => code === 'DET104').map(({ range }) => keyOf(range)),
  );
  const isProto = ({ range }: Diagnostic) =>
    /^(["']?)__proto__\1$/.test(file.slice(range?.start, range?.end));
  const isDefinition = ({ code, path }: Diagnostic) =>
    code === 'DET215' && definingKeys.includes(String(path[0]));
  const isProtoReported = kept.some((each) => isDefinition(each) && isProto(each));
  return kept.filter((each) => {
    const { code, range } = each;
    const isUse = unknownNameCodes.includes(code) && !isDefinition(each);
    if (isProtoReported && isUse && isProto(each)) return false;
    if (!vagueCodes.includes(code)) return true;
    return !sharp.has(keyOf(range)) && (code === 'DET104' || !bare.has(keyOf(range)));
  });
}

function keyOf(range: Span | undefined): string {
  return `${range?.start} ${range?.end}`;
}

function overlaps(a: Span, b: Span): boolean {
  return b.start < a.end && (b.end > a.start || b.start === a.start) && b.end >= a.start;
}
