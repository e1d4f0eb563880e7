import { importDomain } from '../bargaining/domain-case.js';
import {
  atStart,
  collectFlaws,
  type FilesImport,
  type SourceFile,
  titleOf,
} from '../bargaining/source-file.js';
import { readTree, type TreeFile } from '../bargaining/tree-file.js';
import { childOf, textOf } from '../case-file/yaml-tree.js';
import { readOutcomeSpace } from './negmas-domain.js';
import { readUtilityFunction } from './negmas-profile.js';

const help = 'give the outcome space first, then the utility function of each party';

/**
 * Turns an outcome space of NegMAS and utility functions of its parties (YAML or JSON, in any order)
 * into the text of a case; parties stand in the order of the files.
 *
 * Amounts: see `readUtilityFunction`. Every flaw is reported; nothing is thrown for any text.
 */
export function importNegmas(files: readonly SourceFile[]): FilesImport {
  const flaws = collectFlaws();
  const trees = files.flatMap((file) => readTree(file, flaws) ?? []);
  const spaces: TreeFile[] = [];
  const profiles: TreeFile[] = [];
  for (const tree of trees) {
    if (childOf(tree.root, 'issues')) spaces.push(tree);
    else if (childOf(tree.root, 'weights') || childOf(tree.root, 'values')) profiles.push(tree);
    else if (/(?:Function|UFun)$/.test(textOf(childOf(tree.root, 'type')) ?? '')) {
      profiles.push(tree);
    } else {
      const what = 'the file is neither an outcome space nor a utility function of NegMAS';
      flaws.add(tree.file, 'DET510', atStart, what, {
        details: ['an outcome space has `issues`, a utility function `weights` and `values`'],
        help,
      });
    }
  }
  const [space, second] = spaces;
  const [first] = files;
  if (flaws.hasErrors() || !first) return { caseText: undefined, diagnostics: flaws.found };
  if (second) flaws.add(second.file, 'DET519', atStart, 'this is a second domain', { help });
  if (!space) flaws.add(first, 'DET519', atStart, 'there is no domain among the files', { help });
  if (profiles.length < 2) {
    const count = profiles.length === 0 ? 'no profile' : 'only one profile';
    const what = `there is ${count} among the files; a case needs two parties or more`;
    flaws.add(first, 'DET519', atStart, what, { help });
  }
  if (!space || flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };

  const issues = readOutcomeSpace(space);
  if (flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };
  const parties = profiles.map((tree) => readUtilityFunction(tree, issues));
  const domain = {
    title: textOf(childOf(space.root, 'name')) ?? titleOf(space.file),
    origin: [
      'Imported from an outcome space of NegMAS and the utility functions of its parties.',
      'Points are weight × value, as NegMAS has it, not divided by the largest value of the issue;',
      'weights are not renormalised, and no deal is the reserved value.',
    ],
    issues: issues.map(({ name, values }) => ({ name, levels: values.map(levelOf) })),
    parties,
  };
  return importDomain(domain, files, flaws);
}

/** A value as a level: the sign of a number is a word in an id. */
export function levelOf(value: string): { readonly name: string; readonly label: string } {
  return { name: value.replace(/^-(?=\d)/, 'minus '), label: value };
}
