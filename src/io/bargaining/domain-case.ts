import { formatRational, type Rational } from '../../core/rational.js';
import { scalarText } from '../case-file/patch.js';
import { readCase } from '../case-file/read-case.js';
import { idsFrom } from '../gmcr/names.js';
import type { Domain, DomainIssue, VetoRule } from './domain.js';
import { atStart, type FilesImport, type Flaws, type SourceFile } from './source-file.js';

/**
 * The case of a domain, unless something stands in the way.
 *
 * The text made is read back: what a case cannot say (a name with invisible characters, numbers of
 * more than 100 characters) is refused with DET521 at the start of the first file, never printed.
 */
export function importDomain(
  domain: Domain | undefined,
  files: readonly SourceFile[],
  flaws: Flaws,
): FilesImport {
  const [first] = files;
  if (!domain || !first || flaws.hasErrors()) {
    return { caseText: undefined, diagnostics: flaws.found };
  }
  const caseText = domainCaseText(domain, files);
  for (const { severity, what } of readCase(caseText).diagnostics) {
    if (severity === 'error') {
      flaws.add(first, 'DET521', atStart, `the case made of the files would be flawed: ${what}`, {
        help: 'change the name or the number in the files and import again',
      });
    }
  }
  return flaws.hasErrors()
    ? { caseText: undefined, diagnostics: flaws.found }
    : { caseText, diagnostics: flaws.found };
}

/**
 * The text of a case: no today, every issue an agreement of all parties, one reading of points per
 * party with each amount as a score of full weight, so that u is the plain sum of scores.
 */
function domainCaseText(domain: Domain, files: readonly SourceFile[]): string {
  const partyIds = idsFrom(domain.parties, 'party');
  const issueIds = idsFrom(domain.issues, 'issue');
  const levelIds = domain.issues.map(({ levels }) => idsFrom(levels, 'level'));
  const all = `[${partyIds.join(', ')}]`;
  const proposal = domain.proposal;
  const fileNames = files.map(({ name }) => name.split(/[\\/]/).at(-1) ?? name);
  return `${[
    ...domain.origin.map((sentence) => `# ${sentence}`),
    'detente: 1',
    `title: ${scalarText(oneLine(domain.title))}`,
    '',
    'parties:',
    ...domain.parties.map(({ name }, at) => `  ${partyIds[at]}: ${scalarText(oneLine(name))}`),
    '',
    '# There is no today: every outcome is an agreement, and without one each party has its no_deal.',
    'issues:',
    ...domain.issues.flatMap((issue, at) => issueLines(issue, issueIds[at], all, levelIds[at])),
    ...(domain.consent ? ['', ...consentLines(domain.consent, partyIds)] : []),
    '',
    'preferences:',
    ...domain.parties.flatMap(({ amounts, noDeal }, party) => [
      `  ${partyIds[party]}:`,
      '    imported:',
      '      label: as in the imported files',
      '      from: imported',
      '      points:',
      ...amounts.flatMap((row, at) => pointLines(row, issueIds[at], levelIds[at])),
      `      no_deal: {value: ${formatRational(noDeal.value)}, why: ${scalarText(noDeal.why)}, from: ${noDeal.isInFile ? 'imported' : 'judgement'}}`,
    ]),
    ...(proposal
      ? [
          '',
          'proposals:',
          '  initial:',
          `    label: ${scalarText(proposal.label)}`,
          `    by: ${partyIds[proposal.by]}`,
          `    terms: {${proposal.levels.map((level, at) => `${issueIds[at]}: ${levelIds[at]?.[level]}`).join(', ')}}`,
          '    from: imported',
        ]
      : []),
    '',
    'sources:',
    `  imported: {title: ${scalarText(oneLine(`the imported files: ${fileNames.join(', ')}`))}}`,
  ].join('\n')}\n`;
}

/** Widest line of scores that is kept together. */
const widest = 100;

function pointLines(
  row: readonly Rational[],
  id = '',
  levels: readonly string[] = [],
): readonly string[] {
  const cells = row.map((value, level) => `${levels[level]}: ${formatRational(value)}`);
  const line = `        ${id}: {levels: {${cells.join(', ')}}}`;
  if (line.length <= widest) return [line];
  return [`        ${id}:`, '          levels:', ...cells.map((cell) => `            ${cell}`)];
}

function issueLines(
  { name, label, levels }: DomainIssue,
  id = '',
  all = '',
  ids: readonly string[] = [],
): readonly string[] {
  return [
    `  ${id}:`,
    `    label: ${scalarText(oneLine(label ?? name))}`,
    `    agree: ${all}`,
    '    levels:',
    ...levels.map((level, at) => {
      return `      ${ids[at]}: ${scalarText(oneLine(level.label ?? level.name))}`;
    }),
  ];
}

function consentLines({ vetoes, atLeast }: VetoRule, ids: readonly string[]): readonly string[] {
  const names = vetoes.map((party) => ids[party]).join(', ');
  return [
    `# An agreement needs each party with a veto, and at least ${atLeast} of all ${ids.length}.`,
    `consent: {all: [${names}, {at_least: ${atLeast}, of: [${ids.join(', ')}]}]}`,
  ];
}

/** Names stand on one line in a case. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
