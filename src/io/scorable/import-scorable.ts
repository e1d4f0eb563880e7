import type { Rational } from '../../core/rational.js';
import type { DomainIssue, DomainParty, DomainProposal } from '../bargaining/domain.js';
import { importDomain } from '../bargaining/domain-case.js';
import { readAmount } from '../bargaining/read-amount.js';
import {
  atStart,
  collectFlaws,
  type FilesImport,
  type Flaws,
  type SourceFile,
} from '../bargaining/source-file.js';
import { labelsIn } from './instructions.js';
import { cellsOf, linesOf, type Piece } from './text-lines.js';

/** A party of the game as the configuration names it. */
type Player = {
  readonly name: string;
  /** `p1` opens, and has a veto as `p2` has. */
  readonly role: string;
  readonly scores: Scores | undefined;
};

type Scores = {
  readonly file: SourceFile;
  /** One row per issue. */
  readonly rows: readonly { readonly line: Piece; readonly amounts: readonly Rational[] }[];
  readonly threshold: Rational;
};

const shapeHelp = 'compare it with the files of the published games';
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Where a file stands in the folder of a game. */
export function placeInGame({ name }: SourceFile): string {
  const parts = name.split(/[\\/]/);
  const last = parts.at(-1) ?? name;
  return parts.at(-2) === 'scores_files' ? `scores_files/${last}` : last;
}

/**
 * Turns the text files of a scorable game into the text of a case:
 *
 * - `config.txt`: a line per party, `name,scores file,role,…`; the roles `p1` and `p2` have a veto;
 * - `scores_files/<scores file>.txt`: a line of points per issue, one for each option, then the
 *   threshold, which becomes no deal: a party accepts from its threshold on;
 * - `initial_deal.txt`: `A1,B2,…`, becomes a proposal by `p1`;
 * - `global_instructions.txt`: labels, where they are found.
 *
 * A deal passes when both parties with a veto and at least all but one of all parties accept it:
 * the case's `consent`. What steers the players of a simulation is not taken over. Every flaw of every
 * file is reported (DET520); nothing is thrown for any text.
 */
export function importScorable(files: readonly SourceFile[]): FilesImport {
  const flaws = collectFlaws();
  const fileAt = (place: string) => files.find((file) => placeInGame(file) === place);
  const config = fileAt('config.txt');
  const [first] = files;
  if (!config || !first) {
    if (first) {
      const what = 'there is no config.txt among the files of the game';
      flaws.add(first, 'DET519', atStart, what, { help: 'give the whole folder' });
    }
    return { caseText: undefined, diagnostics: flaws.found };
  }
  const players = readPlayers(config, fileAt, flaws);
  const reference = players.find(({ scores }) => scores)?.scores;
  if (!reference || flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };
  for (const { scores } of players) if (scores) compareScores(scores, reference, flaws);
  const instructions = fileAt('global_instructions.txt');
  const issues = issuesOf(reference, labelsIn(instructions?.text ?? ''));
  const deal = fileAt('initial_deal.txt');
  const opener = players.findIndex(({ role }) => role === 'p1');
  const proposal = deal && readDeal(deal, issues, opener, flaws);
  const folder = config.name.split(/[\\/]/).at(-2);
  const domain = {
    title: folder ?? 'a scorable game',
    origin: [
      'Imported from the text files of a scorable game.',
      'Points are those of the scores files; no deal is the threshold: a party accepts from it on.',
    ],
    issues,
    parties: players.map(partyOf),
    consent: {
      vetoes: players.flatMap(({ role }, at) => (role === 'player' ? [] : [at])),
      atLeast: players.length - 1,
    },
    ...(proposal && { proposal }),
  };
  return importDomain(domain, files, flaws);
}

function readPlayers(
  config: SourceFile,
  fileAt: (place: string) => SourceFile | undefined,
  flaws: Flaws,
): readonly Player[] {
  const roles = new Map<string, Piece>();
  const players = linesOf(config.text).flatMap((line): Player[] => {
    const [name, scores, role] = cellsOf(line);
    if (!name?.text || !scores?.text || !role?.text) {
      const what = 'a line needs a name, a scores file and a role, with commas between';
      flaws.add(config, 'DET520', line.span, what, { help: 'write it as Mayor,mayor,player' });
      return [];
    }
    if (!['p1', 'p2', 'player'].includes(role.text)) {
      const what = `the role of "${name.text}" is "${role.text}"; it must be p1, p2 or player`;
      flaws.add(config, 'DET520', role.span, what, { help: shapeHelp });
    }
    if (role.text !== 'player' && roles.has(role.text)) {
      const what = `a second party has the role ${role.text}`;
      flaws.add(config, 'DET520', role.span, what, { help: 'give each of p1 and p2 to one party' });
    }
    roles.set(role.text, line);
    const place = `scores_files/${scores.text}.txt`;
    const file = fileAt(place);
    if (!file) {
      const what = `there is no file ${place} with the scores of "${name.text}"`;
      flaws.add(config, 'DET520', scores.span, what, { help: 'give the whole folder' });
    }
    return [
      {
        name: name.text,
        role: role.text,
        scores: file && readScores(file, flaws),
      },
    ];
  });
  for (const role of ['p1', 'p2']) {
    if (roles.has(role) || flaws.hasErrors()) continue;
    const what = `no party has the role ${role}`;
    flaws.add(config, 'DET520', atStart, what, { help: 'give each of p1 and p2 to one party' });
  }
  return players;
}

function readScores(file: SourceFile, flaws: Flaws): Scores | undefined {
  const rows = linesOf(file.text).map((line) => ({
    line,
    amounts: cellsOf(line).map((cell) => {
      const amount = readAmount(cell.text);
      if (amount) return amount;
      const what = `"${cell.text.slice(0, 40)}" is no number`;
      flaws.add(file, 'DET517', cell.span, what, { help: 'write a decimal number' });
      return undefined;
    }),
  }));
  const [last] = rows.slice(-1);
  const [threshold] = last?.amounts ?? [];
  if (!last || rows.length < 2 || last.amounts.length !== 1) {
    const what = 'the file needs a line of points per issue and then the threshold alone';
    flaws.add(file, 'DET520', last?.line.span ?? atStart, what, { help: shapeHelp });
    return undefined;
  }
  const issues = rows.slice(0, -1).map(({ line, amounts }) => ({
    line,
    amounts: amounts.filter((amount) => amount !== undefined),
  }));
  for (const { line, amounts } of issues) {
    if (amounts.length >= 2 || flaws.hasErrors()) continue;
    const what = 'an issue needs points for two options or more';
    flaws.add(file, 'DET520', line.span, what, { help: shapeHelp });
  }
  if (issues.length > letters.length) {
    const what = `there are ${issues.length} issues; they are lettered from A to Z`;
    flaws.add(file, 'DET520', atStart, what, { help: shapeHelp });
  }
  return threshold && { file, rows: issues, threshold };
}

/** Says where the scores of two parties are not about the same issues and options. */
function compareScores({ file, rows }: Scores, reference: Scores, flaws: Flaws): void {
  const other = reference.file.name;
  if (rows.length !== reference.rows.length) {
    const what = `the lines of points are ${rows.length} here and ${reference.rows.length} in ${other}`;
    flaws.add(file, 'DET514', atStart, what, { help: 'make the two files agree' });
    return;
  }
  rows.forEach(({ line, amounts }, issue) => {
    const options = reference.rows[issue]?.amounts.length;
    if (amounts.length === options) return;
    const what = `issue ${letters[issue]} has points for ${amounts.length} options; in ${other} for ${options}`;
    flaws.add(file, 'DET515', line.span, what, { help: 'make the two files agree' });
  });
}

function issuesOf({ rows }: Scores, labels: ReadonlyMap<string, string>): readonly DomainIssue[] {
  return rows.map(({ amounts }, issue) => {
    const name = letters[issue] ?? '';
    return {
      name,
      label: labels.get(name) ?? `issue ${name}`,
      levels: amounts.map((_, option) => {
        const code = `${name}${option + 1}`;
        return { name: code, label: labels.get(code) ?? code };
      }),
    };
  });
}

function partyOf({ name, scores }: Player): DomainParty {
  return {
    name,
    amounts: scores?.rows.map(({ amounts }) => amounts) ?? [],
    noDeal: {
      value: scores?.threshold ?? { n: 0n, d: 1n },
      why: 'the threshold from which it accepts',
      isInFile: true,
    },
  };
}

function readDeal(
  file: SourceFile,
  issues: readonly DomainIssue[],
  by: number,
  flaws: Flaws,
): DomainProposal | undefined {
  const cells = linesOf(file.text).flatMap(cellsOf);
  const levels = new Map<number, number>();
  for (const { text, span } of cells) {
    const issue = issues.findIndex(({ levels }) => levels.some(({ name }) => name === text));
    if (issue < 0) {
      flaws.add(file, 'DET515', span, `no issue has the option "${text.slice(0, 40)}"`, {
        details: [
          `options: ${issues.flatMap(({ levels }) => levels.map(({ name }) => name)).join(', ')}`,
        ],
        help: 'name one option of each issue, as in A1,B2',
      });
    } else if (levels.has(issue)) {
      const what = `the deal names two options of issue ${issues[issue]?.name}`;
      flaws.add(file, 'DET516', span, what, { help: 'keep one of them' });
    } else {
      levels.set(issue, issues[issue]?.levels.findIndex(({ name }) => name === text) ?? 0);
    }
  }
  const missing = issues.filter((_, issue) => !levels.has(issue));
  if (missing.length > 0 && !flaws.hasErrors()) {
    const what = `the deal says nothing of issue ${missing.map(({ name }) => name).join(', ')}`;
    flaws.add(file, 'DET514', atStart, what, { help: 'name one option of each issue' });
  }
  if (flaws.hasErrors()) return undefined;
  return {
    label: 'the initial deal',
    by,
    levels: issues.map((_, issue) => levels.get(issue) ?? 0),
  };
}
