import type { DomainIssue } from '../bargaining/domain.js';
import { importDomain } from '../bargaining/domain-case.js';
import {
  atStart,
  collectFlaws,
  type FilesImport,
  type SourceFile,
  titleOf,
} from '../bargaining/source-file.js';
import { readXml, type XmlElement } from '../xml/read-xml.js';
import { type GeniusIssue, readIssues, refuseElement } from './genius-domain.js';
import { readProfile } from './genius-profile.js';

type Read = { readonly file: SourceFile; readonly root: XmlElement };

const help = 'give the domain first, then the profile of each party';

/**
 * Turns a domain of Genius (XML, root `negotiation_template`) and the profiles of its parties (root
 * `utility_space`), in any order, into the text of a case; parties stand in the order of the files.
 *
 * Amounts: see `readProfile`. Every flaw of every file is reported; nothing is thrown for any text.
 */
export function importGenius(files: readonly SourceFile[]): FilesImport {
  const flaws = collectFlaws();
  const domains: Read[] = [];
  const profiles: Read[] = [];
  for (const file of files) {
    const reading = readXml(file.text);
    if (!('root' in reading)) {
      flaws.add(file, 'DET511', reading.range, `the file is not XML: ${reading.what}`, {
        help: 'give the file as Genius saves it',
      });
      continue;
    }
    const { root } = reading;
    if (root.name === 'negotiation_template') domains.push({ file, root });
    else if (root.name === 'utility_space') profiles.push({ file, root });
    else {
      const what = `<${root.name}> is the root of neither a domain nor a profile of Genius`;
      flaws.add(file, 'DET510', root.span, what, {
        details: ['a domain begins with <negotiation_template>, a profile with <utility_space>'],
        help,
      });
    }
  }
  const [domain, second] = domains;
  const [first] = files;
  if (flaws.hasErrors() || !first) return { caseText: undefined, diagnostics: flaws.found };
  if (second) {
    flaws.add(second.file, 'DET519', second.root.span, 'this is a second domain', { help });
  }
  if (!domain) flaws.add(first, 'DET519', atStart, 'there is no domain among the files', { help });
  if (profiles.length < 2) {
    const count = profiles.length === 0 ? 'no profile' : 'only one profile';
    const what = `there is ${count} among the files; a case needs two parties or more`;
    flaws.add(first, 'DET519', atStart, what, { help });
  }
  if (!domain || flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };

  const issues = domainIssues(domain, flaws);
  if (flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };
  const parties = profiles.map(({ file, root }) => readProfile(root, issues, { file, flaws }));
  const made = {
    title: titleOf(domain.file),
    origin: [
      'Imported from a domain of Genius and the profiles of its parties.',
      'Points are weight × evaluation / largest evaluation of the issue, as Genius has it;',
      'weights are not renormalised, and no deal is the reservation value.',
    ],
    issues: issues.map(caseIssue),
    parties,
  };
  return importDomain(made, files, flaws);
}

function domainIssues(
  { file, root }: Read,
  flaws: ReturnType<typeof collectFlaws>,
): readonly GeniusIssue[] {
  const [space] = root.children.filter(({ name }) => name === 'utility_space');
  // Some domains have the objective without a utility space around it.
  const issues = readIssues(space ?? root, file, flaws);
  for (const issue of issues) {
    const values = issue.kind === 'discrete' ? issue.items.size : issue.upper - issue.lower + 1;
    if (values >= 2) continue;
    const what = `issue "${issue.name}" has ${values === 1 ? 'one value' : 'no values'}, so there is nothing to settle`;
    refuseElement(issue.element, what, file, flaws);
  }
  return issues;
}

function caseIssue(issue: GeniusIssue): DomainIssue {
  if (issue.kind === 'discrete') {
    return { name: issue.name, levels: [...issue.items.keys()].map((name) => ({ name })) };
  }
  return {
    name: issue.name,
    levels: Array.from({ length: issue.upper - issue.lower + 1 }, (_, step) =>
      integerLevel(issue.lower + step),
    ),
  };
}

/** A whole number as a level: a sign is a word in an id. */
function integerLevel(value: number): { readonly name: string; readonly label: string } {
  return { name: value < 0 ? `minus ${-value}` : String(value), label: String(value) };
}
