import { Command, CommanderError, Option } from 'commander';
import {
  askableFamilies,
  concepts,
  ensemble as ensembleAnalysis,
  type Replies,
  version,
} from '../index.js';
import { variedNames } from './ensemble-options.js';
import { type Format, formats } from './format.js';
import { CannotRun, exitCodes, type Terminal } from './terminal.js';
import { runCache } from './verbs/cache.js';
import { runCheck } from './verbs/check.js';
import { type DealsFlags, runDeals } from './verbs/deals.js';
import { type DiffFlags, runDiff } from './verbs/diff.js';
import { runEnsembleKey } from './verbs/ensemble-key.js';
import { type EnsembleMergeFlags, runEnsembleMerge } from './verbs/ensemble-merge.js';
import { type EnsembleRunFlags, runEnsembleRun } from './verbs/ensemble-run.js';
import { type EnsembleWorkFlags, runEnsembleWork } from './verbs/ensemble-work.js';
import { type ExplainFlags, runExplain } from './verbs/explain.js';
import { type ExportFlags, runExport } from './verbs/export.js';
import { runExportNegmas } from './verbs/export-negmas.js';
import { type HoldsFlags, type QuestionFlags, runBrief, runHolds } from './verbs/holds.js';
import { runImport } from './verbs/import.js';
import { type MakeStableFlags, runMakeStable } from './verbs/make-stable.js';
import { type AskLine, type NewFlags, runNew } from './verbs/new.js';
import { runServe } from './verbs/serve.js';
import { runWhatIf, type WhatIfFlags } from './verbs/whatif.js';

/** What the program needs of a person and of signals, beyond streams and files. */
export type Interaction = {
  readonly ask: AskLine;
  readonly untilInterrupted: () => Promise<void>;
};

const collect = (value: string, previous: readonly string[]) => [...previous, value];

function many(flags: string, description: string): Option {
  return new Option(flags, description).argParser(collect).default([], 'none');
}

const readingOption = () =>
  many('--reading <party=reading>', 'use this reading of a party; repeatable');
const whereOption = () =>
  many(
    '--where <setting>',
    'fix issues at a level, as in "issue = level", or a scenario; repeatable',
  );
const conceptNames = concepts.map(({ id }) => id).join(', ');
const conceptsOption = () =>
  new Option(
    '--concept <ids>',
    `stability concepts, the first decides what holds: ${conceptNames}; one for each party as in A=nash,B=seq; tables beside these: ${askableFamilies.map(({ usage }) => usage).join(', ')}`,
  );
const headlinesOption = () =>
  new Option(
    '--concept <ids>',
    `stability concepts, the first decides what holds: ${conceptNames}; one for each party as in A=nash,B=seq`,
  );
const conceptOption = () =>
  new Option(
    '--concept <id>',
    `stability concept, firm or the parties' own of the case file when not given: ${conceptNames}; one for each party as in A=nash,B=seq`,
  );
const repliesOption = () =>
  new Option('--replies <who>', 'whether the others answer one at a time, or groups also together')
    .choices(['alone', 'together'] satisfies readonly Replies[])
    .default('alone' satisfies Replies);
const formatOption = () =>
  new Option('--format <format>', 'how to print the document')
    .choices(formats)
    .default('text' satisfies Format);
const jsonOption = () =>
  new Option('--json', 'print one JSON object for other programs').default(false);
/** The flags that say what an ensemble is about, beside those of every question. */
const ensembleAbout = () => [
  many(
    '--headline <expression>',
    'ask about this outcome; repeatable; the named outcomes and proposals of the case when not given',
  ),
  new Option(
    '--given <expression>',
    'count only the sets in which it is so everywhere that things go: an observation, not an act',
  ),
  new Option(
    '--vary <kinds>',
    `kinds of doubt that are varied, with commas between; all when not given: ${variedNames.join(', ')}`,
  ),
  new Option(
    '--draws <number>',
    `most draws, where there are too many sets to list; ${ensembleAnalysis.defaults.draws} when not given`,
  ),
  new Option('--seed <number>', 'what the draws are made from; 1 when not given'),
  new Option(
    '--choices',
    'also what each party could do by itself today that is good for it in most sets',
  ).default(false),
  new Option('--chunk <number>', 'sets in one part of the work; chosen by the case when not given'),
];
const keyOption = () =>
  new Option('--key <file>', 'the key file, the same on every machine, as `ensemble key` makes it');
const threadsFlag = () =>
  new Option(
    '--threads <number>',
    'threads to work on; as many as the machine runs when not given',
  );
const noCacheOption = () =>
  new Option('--no-cache', 'neither use nor keep results beside the case');

/**
 * The command line: every verb and flag is declared here once; help and the reference page are made
 * from these declarations.
 *
 * @param done - receives the exit code of the verb that ran.
 */
export function buildProgram(
  terminal: Terminal,
  interaction: Interaction,
  done: (code: number) => void,
): Command {
  const program = new Command('detente')
    .description(
      'What holds in a negotiation or conflict between several parties, answered from one case file.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(detente --help lists the verbs)')
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: (text) => terminal.err(text),
    });
  /** A verb that asks a question of a case, with the flags that every question has. */
  const question = (verb: string, concept = conceptsOption()) =>
    [
      readingOption(),
      concept,
      repliesOption(),
      whereOption(),
      formatOption(),
      jsonOption(),
      noCacheOption(),
    ].reduce(
      (command, option) => command.addOption(option),
      program.command(verb).argument('<case>', 'a case file, or - for standard input'),
    );

  program
    .command('check')
    .description('list every problem of a case file, with line, column and repair')
    .argument('<cases...>', 'case files, or - for standard input')
    .addOption(jsonOption())
    .action(async (paths: string[], flags: { json: boolean }) =>
      done(await runCheck(terminal, paths, flags)),
    );
  question('holds')
    .description('what holds: outcomes nobody would leave, where things go, what is on offer')
    .addOption(
      new Option('--from <outcome>', 'start from this outcome instead of today, as explain --at'),
    )
    .addOption(
      new Option(
        '--evolution [moves]',
        'also list what can develop, by sequences of up to so many moves',
      ),
    )
    .addOption(
      new Option(
        '--passing',
        'also list outcomes touched on the way that are neither ends nor on offer',
      ).default(false),
    )
    .addOption(
      new Option(
        '--make-stable <expression>',
        'ask instead what each party would have to prefer for this outcome to hold',
      ),
    )
    .addOption(many('--party <id>', 'with --make-stable, ask of this party; repeatable'))
    .action(async (path: string, flags: HoldsFlags & MakeStableFlags) =>
      done(
        flags.makeStable === undefined
          ? await runHolds(terminal, path, flags)
          : await runMakeStable(terminal, path, flags.makeStable, flags),
      ),
    );
  question('deals', conceptOption())
    .description('what could be agreed, by whom and without whom, and whether it would hold')
    .addOption(
      new Option('--track <id>', 'also what this track allows, alone and linked with the others'),
    )
    .addOption(
      new Option('--with <ids>', 'also what these parties could settle by themselves, as in A,B'),
    )
    .addOption(
      new Option('--without <ids>', 'also what the other parties could settle without these'),
    )
    .addOption(
      new Option('--near <proposal>', 'also the deals fewest changes away from this proposal'),
    )
    .addOption(
      new Option('--repair <proposal>', 'also the smallest changes that repair this proposal'),
    )
    .addOption(
      new Option(
        '--no-deal <what>',
        'what no deal is where a reading gives no number: where things go if left alone, or today',
      )
        .choices(['ends', 'today'])
        .default('ends'),
    )
    .action(async (path: string, flags: DealsFlags) => done(await runDeals(terminal, path, flags)));
  question('explain', conceptOption())
    .description('why a party stays at an outcome or leaves it, with the reply and the wants')
    .addOption(many('--party <id>', 'explain this party; repeatable; every party when not given'))
    .addOption(
      new Option(
        '--at <outcome>',
        'the outcome to explain, an expression or a number as in "#12"; today when not given',
      ),
    )
    .action(async (path: string, flags: ExplainFlags) =>
      done(await runExplain(terminal, path, flags)),
    );
  question('brief', headlinesOption())
    .description('the two printed pages')
    .action(async (path: string, flags: QuestionFlags) =>
      done(await runBrief(terminal, path, flags)),
    );
  program
    .command('export')
    .description('write the tables of an answer, or the case itself, as files for other programs')
    .argument('<case>', 'a case file, or - for standard input')
    .addOption(
      new Option(
        '--csv <folder>',
        'write comma-separated tables of `holds` and `deals` into this folder',
      ),
    )
    .addOption(
      new Option(
        '--negmas <folder>',
        'write the domain and a utility function per party for NegMAS into this folder',
      ),
    )
    .addOption(readingOption())
    .addOption(headlinesOption())
    .addOption(whereOption())
    .addOption(new Option('--force', 'replace files that are there already').default(false))
    .addOption(noCacheOption())
    .action(async (path: string, flags: ExportFlags) =>
      done(
        flags.negmas === undefined
          ? await runExport(terminal, path, flags)
          : await runExportNegmas(terminal, path, flags, flags.negmas),
      ),
    );
  question('diff', headlinesOption())
    .argument('[other]', 'a second case file; the same one when not given')
    .description(
      'what separates two cases, or two readings of one: assumptions, verdicts, sentences',
    )
    .addOption(
      many(
        '--to-reading <party=reading>',
        'for the second answer, another reading of a party; repeatable',
      ),
    )
    .addOption(
      many('--to-where <setting>', 'for the second answer, issues fixed otherwise; repeatable'),
    )
    .action(async (path: string, other: string | undefined, flags: DiffFlags) =>
      done(await runDiff(terminal, path, other, flags)),
    );
  ensembleAbout()
    .reduce(
      (command, option) => command.addOption(option),
      question('whatif', conceptOption()).argument(
        '[changes...]',
        'what is supposed: "PARTY=reading"; "issue = level" or "PARTY: issue = level", an act; or "DOUBT=case", by the ids that --json lists. None: shares over all that the file leaves open',
      ),
    )
    .description(
      'what would change the answer: shares over all that the file leaves open, or what a change would do',
    )
    .addOption(
      new Option(
        '--precision <points>',
        `stop drawing once twice every standard error is at most so many percentage points, 0 never; ${ensembleAnalysis.defaults.precision * 100} when not given`,
      ),
    )
    .addOption(threadsFlag())
    .addOption(
      new Option('--on <url>', 'let the workers of a queue answer, as in redis://host:6379'),
    )
    .addOption(keyOption())
    .addOption(
      new Option(
        '--by-hash',
        'with --on, send no case: workers find the file by its hash in a folder of theirs',
      ).default(false),
    )
    .addOption(
      new Option('--csv <folder>', 'write the answer as comma-separated tables into this folder'),
    )
    .addOption(new Option('--force', 'replace tables that are there already').default(false))
    .action(async (path: string, changes: string[], flags: WhatIfFlags) =>
      done(await runWhatIf(terminal, path, changes, flags, interaction.untilInterrupted)),
    );
  const ensemble = program
    .command('ensemble')
    .description('answer an ensemble in parts, on other machines');
  [readingOption(), conceptOption(), repliesOption(), whereOption(), ...ensembleAbout()]
    .reduce(
      (command, option) => command.addOption(option),
      ensemble.command('run').argument('<case>', 'a case file, or - for standard input'),
    )
    .description('answer one shard of an ensemble, from all its draws, and write it to a file')
    .addOption(
      new Option(
        '--shard <number/all>',
        'which shard, as in 3/40; the first is 1/40',
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--out <folder>',
        'the folder for the file of the shard; one that was cut off there is gone on with',
      ).makeOptionMandatory(),
    )
    .addOption(threadsFlag())
    .action(async (path: string, flags: EnsembleRunFlags) =>
      done(await runEnsembleRun(terminal, path, flags)),
    );
  ensemble
    .command('merge')
    .description('print what would change the answer, from shards answered on any machines')
    .argument('<case>', 'the case file, or - for standard input')
    .argument('<files...>', 'the files of all shards, or the folder that holds them')
    .addOption(formatOption())
    .addOption(jsonOption())
    .action(async (path: string, files: string[], flags: EnsembleMergeFlags) =>
      done(await runEnsembleMerge(terminal, path, files, flags)),
    );
  ensemble
    .command('work')
    .description('answer parts of ensembles from a queue, on any number of machines')
    .addOption(
      new Option(
        '--redis <url>',
        'the Redis or Valkey server of the queue, as in redis://host:6379, or in DETENTE_REDIS, which no list of processes shows',
      ).env('DETENTE_REDIS'),
    )
    .addOption(keyOption())
    .addOption(
      new Option('--cases <folder>', 'the case files of this machine, for cases that come by hash'),
    )
    .addOption(threadsFlag())
    .addOption(
      new Option('--until-idle', 'end when nothing is left to do in the queue').default(false),
    )
    .addOption(
      new Option(
        '--lock <seconds>',
        'how long a worker may be silent before its parts go to another',
      ).default('60'),
    )
    .addOption(
      new Option('--stalled <seconds>', 'how often silent workers are looked for').default('30'),
    )
    .action(async (flags: EnsembleWorkFlags) =>
      done(await runEnsembleWork(terminal, flags, interaction.untilInterrupted)),
    );
  ensemble
    .command('key')
    .description('make a key file, with which cases and answers travel sealed')
    .argument('<file>', 'the file to write; an existing one is left alone')
    .action(async (path: string) => done(await runEnsembleKey(terminal, path)));
  program
    .command('new')
    .description('write a small case file to start from')
    .argument('<file>', 'the file to write; an existing one is left alone')
    .option('--title <text>', 'what the case is about')
    .addOption(many('--party <name>', 'a party; repeatable'))
    .action(async (path: string, flags: NewFlags) =>
      done(await runNew(terminal, path, flags, interaction.ask)),
    );
  program
    .command('import')
    .description("print a case file made from another program's files")
    .argument(
      '<files...>',
      'a .gmcr file; a Genius or NegMAS domain and its profiles; GeniusWeb profiles; their folder or that of a scorable game; - for standard input',
    )
    .action(async (paths: string[]) => done(await runImport(terminal, paths)));
  program
    .command('cache')
    .description('say how much is kept beside the case files of a folder, or remove it')
    .argument('<case>', 'a case file of the folder')
    .addOption(new Option('--clear', 'remove all results kept in the folder').default(false))
    .action(async (path: string, flags: { clear: boolean }) =>
      done(await runCache(terminal, path, flags)),
    );
  program
    .command('serve')
    .description('serve the workbench for a case file on a loopback address of this machine')
    .argument('<case>', 'a case file')
    .option('--port <number>', 'port on the loopback address; a free one when not given')
    .action(async (path: string, flags: { port: string | undefined }) =>
      done(await runServe(terminal, path, flags, interaction.untilInterrupted)),
    );
  return program;
}

/** Runs the command line on its arguments and returns the exit code. Never throws. */
export async function runDetente(
  args: readonly string[],
  terminal: Terminal,
  interaction: Interaction,
): Promise<number> {
  let code: number = exitCodes.done;
  const program = buildProgram(terminal, interaction, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.done : exitCodes.failed;
    if (error instanceof CannotRun) {
      terminal.err(`${error.message}\n`);
      return exitCodes.failed;
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(
      `detente: this is a fault of the program, not of your case: ${message}\nPlease report it with the command you ran.\n`,
    );
    return exitCodes.failed;
  }
}
