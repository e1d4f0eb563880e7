import {
  atStart,
  collectFlaws,
  type FilesImport,
  type SourceFile,
} from './bargaining/source-file.js';
import { importGenius } from './genius/import-genius.js';
import { importGmcr } from './gmcr/import-gmcr.js';
import { importGeniusWeb } from './negmas/import-geniusweb.js';
import { importNegmas } from './negmas/import-negmas.js';
import { importScorable, placeInGame } from './scorable/import-scorable.js';

const importers = {
  genius: { name: 'Genius', run: importGenius },
  geniusWeb: { name: 'GeniusWeb', run: importGeniusWeb },
  negmas: { name: 'NegMAS', run: importNegmas },
  scorable: { name: 'a scorable game', run: importScorable },
  gmcr: { name: 'gmcr-py', run: importOneGmcr },
} as const;

type Kind = keyof typeof importers;

const kindsHelp = {
  details: [
    'imported are: a .gmcr file; a Genius domain and its profiles (XML); profiles of GeniusWeb (JSON); an outcome space of NegMAS and its utility functions (YAML or JSON); the folder of a scorable game',
  ],
  help: 'give all files of one domain, and nothing else',
};

/**
 * Turns files of another program into the text of a case, whatever the program: it is told by what
 * the files say, and by their names only where that is not enough.
 *
 * Files of no known kind, or of several, are refused (DET510, DET519). Never throws for any text.
 */
export function importFiles(files: readonly SourceFile[]): FilesImport {
  const flaws = collectFlaws();
  const kinds = files.map(kindOf);
  const known = new Set(kinds.filter((kind) => kind !== undefined));
  const game = files.some((file) => placeInGame(file) === 'config.txt');
  const [first] = files;
  const [kind = first && kindByName(first)] = game ? (['scorable'] as const) : known;
  if (!first) return { caseText: undefined, diagnostics: [] };
  if (!game && known.size > 1) {
    const at = kinds.findIndex((other) => other !== undefined && other !== kind);
    const [one, two] = [kind, kinds[at]].map((of) => (of ? importers[of].name : ''));
    const what = `this file is of ${two}, but ${files[kinds.indexOf(kind)]?.name} is of ${one}`;
    flaws.add(files[at] ?? first, 'DET519', atStart, what, kindsHelp);
  } else if (!kind) {
    flaws.add(first, 'DET510', atStart, 'the file is of no kind that can be imported', kindsHelp);
  } else {
    return importers[kind].run(files);
  }
  return { caseText: undefined, diagnostics: flaws.found };
}

/**
 * Which files of a folder to import: those of a scorable game where there is a `config.txt`; else all
 * `.xml` files, else all `.yml` and `.yaml`, else all `.json`.
 *
 * @param names - of files, relative to the folder.
 */
export function filesToImport(names: readonly string[]): readonly string[] {
  if (names.includes('config.txt')) {
    const game = ['config.txt', 'global_instructions.txt', 'initial_deal.txt'];
    return names.filter((name) => game.includes(name) || /^scores_files\/[^/]+\.txt$/.test(name));
  }
  const own = names.filter((name) => !name.includes('/'));
  for (const ending of [/\.xml$/i, /\.ya?ml$/i, /\.json$/i]) {
    const found = own.filter((name) => ending.test(name));
    if (found.length > 0) return found;
  }
  return [];
}

/** What a text shows of its kind. */
function kindOf({ name, text }: SourceFile): Kind | undefined {
  const start = text.slice(0, 100_000).replace(/^[\uFEFF\s]+/, '');
  if (start.startsWith('<')) return 'genius';
  if (/\.gmcr$/i.test(name) || /"decisionMakers"\s*:/.test(start)) return 'gmcr';
  if (/\b(?:issuesValues|issueUtilities|LinearAdditiveUtilitySpace)"?\s*:/.test(start)) {
    return 'geniusWeb';
  }
  const keys = /(?:^|[{,\s])["']?(?:issues|weights|values|reserved_value)["']?\s*:/;
  const isCase = /^["']?detente["']?\s*:/m.test(start);
  return keys.test(start) && !isCase ? 'negmas' : undefined;
}

/** What the name of a file promises, where its text shows nothing. */
function kindByName({ name, text }: SourceFile): Kind | undefined {
  if (/\.xml$/i.test(name)) return 'genius';
  // Standard input has no ending; a broken .gmcr file is told as such.
  return !/\.[a-z]+$/i.test(name) && /^[\uFEFF\s]*\{/.test(text) ? 'gmcr' : undefined;
}

function importOneGmcr(files: readonly SourceFile[]): FilesImport {
  const flaws = collectFlaws();
  const [first, second] = files;
  if (!first) return { caseText: undefined, diagnostics: [] };
  if (second) {
    const what = 'a .gmcr file holds a whole model and is imported alone';
    flaws.add(second, 'DET519', atStart, what, { help: 'import one file at a time' });
    return { caseText: undefined, diagnostics: flaws.found };
  }
  const { caseText, diagnostics } = importGmcr(first.text);
  flaws.take(first, diagnostics);
  return { caseText, diagnostics: flaws.found };
}
