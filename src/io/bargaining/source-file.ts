import type { Diagnostic, Severity, Span } from '../../core/diagnostic.js';
import { severityOf } from '../../core/diagnostic-codes.js';

/** A file to import: the name it is told by, and its text. */
export type SourceFile = { readonly name: string; readonly text: string };

/** What there is to say about one of several files. */
export type FileDiagnostic = { readonly file: SourceFile; readonly diagnostic: Diagnostic };

/** A case file made of several files, undefined when something stands in the way. */
export type FilesImport = {
  readonly caseText: string | undefined;
  readonly diagnostics: readonly FileDiagnostic[];
};

/** Collects what is wrong with several files. */
export type Flaws = {
  readonly found: readonly FileDiagnostic[];
  readonly hasErrors: () => boolean;
  readonly add: (file: SourceFile, code: string, range: Span, what: string, more?: More) => void;
  /** Takes over what was said elsewhere. */
  readonly take: (file: SourceFile, diagnostics: readonly Diagnostic[]) => void;
};

type More = { readonly details?: readonly string[]; readonly help?: string };

/** Most flaws told of one import: more would be noise. */
const mostFlaws = 200;

/** An empty collection; the severity comes from the table of codes. */
export function collectFlaws(): Flaws {
  const found: FileDiagnostic[] = [];
  const isError = (severity: Severity) => severity === 'error';
  return {
    found,
    hasErrors: () => found.some(({ diagnostic }) => isError(diagnostic.severity)),
    add(file, code, range, what, more = {}) {
      if (found.length >= mostFlaws) return;
      found.push({
        file,
        diagnostic: { code, severity: severityOf(code), path: [], range, what, ...more },
      });
    },
    take(file, diagnostics) {
      for (const diagnostic of diagnostics.slice(0, mostFlaws - found.length)) {
        found.push({ file, diagnostic });
      }
    },
  };
}

/** The very beginning of a file, for what concerns all of it. */
export const atStart: Span = { start: 0, end: 0 };

const programWords = /[-_. ]?(?:domain|profile|utility(?:[-_ ]?space)?)$/i;

/** The name of a file without folders and ending: `Pump_util1` of `a/Pump_util1.xml`. */
export function stemOf({ name }: SourceFile): string {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  const stem = last.replace(/\.[^.]*$/, '');
  return stem.trim() === '' ? name : stem;
}

/** What a domain is called after its file: the stem without a closing `domain`, `-domain`, `_domain`. */
export function titleOf(file: SourceFile): string {
  const stem = stemOf(file);
  const title = stem.replace(programWords, '');
  return title.trim() === '' ? stem : title;
}
