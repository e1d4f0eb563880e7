import type { Diagnostic } from '../../core/diagnostic.js';
import type { CodePage } from '../../core/diagnostic-codes/code-page.js';
import { diagnosticCodes } from '../../core/diagnostic-codes.js';
import type { FileDiagnostic, SourceFile } from '../bargaining/source-file.js';
import { importFiles } from '../import-files.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { readCase } from './read-case.js';
import { wrapped } from './wrap.js';

/** A page of the reference: its file name and its Markdown. */
export type Page = { readonly name: string; readonly text: string };

const notice = '<!-- Generated from src/core/diagnostic-codes. Do not edit. -->';

const families = [
  { begins: 'DET1', title: 'The text' },
  { begins: 'DET2', title: 'Structure and names' },
  { begins: 'DET3', title: 'Conditions' },
  { begins: 'DET4', title: 'What the case means' },
  { begins: 'DET5', title: 'Files of other programs' },
];
/** Longest example printed whole, in lines. */
const longestExample = 30;
/** The reference of diagnostics: one page a code, and an index. The messages are the real ones. */
export function diagnosticPages(): readonly Page[] {
  const codes = Object.entries(diagnosticCodes).sort(([a], [b]) => (a < b ? -1 : 1));
  const pages = codes.map(([code, page]) => ({ name: `${code}.md`, text: pageOf(code, page) }));
  const index = families.map(({ begins, title }) => {
    const rows = codes
      .filter(([code]) => code.startsWith(begins))
      .map(([code, page]) => `| [${code}](${code}.md) | ${page.severity} | ${page.title} |`);
    return [`## ${title}`, '', '| Code | | What |', '|---|---|---|', ...rows].join('\n');
  });
  const intro = [
    notice,
    '',
    '# Diagnostics',
    '',
    '`detente check` reports every flaw of a case file in one pass, each with its line and column, what',
    'is wrong and what to do. An error stands in the way of answers; a warning marks what probably was',
    'not meant; a note tells what was not checked. A code keeps its meaning for good.',
  ];
  return [
    { name: 'README.md', text: `${[...intro, '', index.join('\n\n')].join('\n')}\n` },
    ...pages,
  ];
}

/** What is said about the example of a code: a case file, or for DET5xx one to import. */
export function diagnosticsOf(code: string, text: string): readonly Diagnostic[] {
  return saidOf(code, text).map(({ diagnostic }) => diagnostic);
}

/** The same, each with the file that it is about. */
function saidOf(code: string, text: string): readonly FileDiagnostic[] {
  if (code.startsWith('DET5')) return importFiles(filesIn(text)).diagnostics;
  const file = { name: 'case.yaml', text };
  return readCase(text).diagnostics.map((diagnostic) => ({ file, diagnostic }));
}

/** An example to import: several files, each below a line `==> name <==`, or one `.gmcr` file. */
function filesIn(text: string): readonly SourceFile[] {
  const parts = text.split(/^==> (.+) <==\n/m);
  if (parts.length === 1) return [{ name: 'model.gmcr', text }];
  return parts.flatMap((name, at) => (at % 2 === 1 ? [{ name, text: parts[at + 1] ?? '' }] : []));
}

function pageOf(code: string, page: CodePage): string {
  const isImport = code.startsWith('DET5');
  const printed = saidOf(code, page.bad)
    .filter(({ diagnostic }) => diagnostic.code === code)
    .map(({ file, diagnostic }) => formatDiagnostic(file.text, file.name, diagnostic));
  const language = isImport ? (page.bad.startsWith('{') ? 'json' : 'text') : 'yaml';
  return `${[
    notice,
    '',
    `# ${code}: ${page.title}`,
    '',
    `*${page.severity}*`,
    '',
    wrapped(page.meaning),
    '',
    wrapped(`**Why it matters.** ${page.why}`),
    '',
    '## Example',
    '',
    ...(isImport ? [] : ['<!-- flawed -->']),
    ...fenced(language, page.bad),
    '',
    ...fenced('text', printed.join('\n')),
    '',
    '## Instead',
    '',
    ...(isImport ? [] : ['<!-- case -->']),
    ...fenced(language, page.good),
  ].join('\n')}\n`;
}

function fenced(language: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n');
  const shown =
    lines.length <= longestExample
      ? lines
      : [...lines.slice(0, 15), `# … and ${lines.length - 15} more lines`];
  return [`\`\`\`${language}`, ...shown, '```'];
}
