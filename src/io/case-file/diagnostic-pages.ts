import type { CodePage } from '../../core/diagnostic-codes/code-page.js';
import { diagnosticCodes } from '../../core/diagnostic-codes.js';
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

function pageOf(code: string, page: CodePage): string {
  const messages = readCase(page.bad).diagnostics.filter((diagnostic) => diagnostic.code === code);
  const printed = messages.map((message) => formatDiagnostic(page.bad, 'case.yaml', message));
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
    '<!-- flawed -->',
    ...fenced('yaml', page.bad),
    '',
    ...fenced('text', printed.join('\n')),
    '',
    '## Instead',
    '',
    '<!-- case -->',
    ...fenced('yaml', page.good),
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
