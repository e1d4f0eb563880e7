import { type Diagnostic, hasErrors } from '../../core/diagnostic.js';
import { patternText, statementText } from './conditions.js';
import { flaw, type GmcrFile, type GmcrParty, readGmcr } from './gmcr-file.js';
import { idsFrom } from './names.js';
import { listStates, mostListedOptions } from './state-numbers.js';

/** A case file, undefined when something stands in the way, and what there is to say about it. */
export type GmcrImport = {
  readonly caseText: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

type Ranked = { readonly party: GmcrParty; readonly ties: readonly (readonly number[])[] };

/**
 * Turns a model of gmcr-py (`.gmcr`) into the text of a case.
 *
 * Options become levers in the order of their decision makers, an option that may only be taken or
 * only be dropped an irreversible one; infeasible patterns become rules, misperceived ones what a party is unaware of. Preferences are the ordered
 * statements, as wants, or, where the file says that rankings were given by hand, a ranking over terms
 * `s1`, `s2`, … which name the feasible states by gmcr-py's own numbers. Levels `no` and `yes` and
 * first issue fastest make our states stand in the same order as those numbers.
 *
 * The file has no today, and none is invented: a comment says where to add it. Refused, each with the
 * place in the text: what is not JSON or not of this shape (DET501, DET502), rankings that do not fit the states (DET505). Coalitions are not imported (DET504, a warning), nor
 * preferences that the file does not hold (DET506, a warning). Nothing is thrown for any text.
 */
export function importGmcr(text: string): GmcrImport {
  const { file, found } = readGmcr(text);
  if (!file || hasErrors(found)) return { caseText: undefined, diagnostics: found };
  const order = file.parties.flatMap(({ options }) => options);
  const further: Diagnostic[] = [];
  const states = file.isManual ? statesOf(file, order, further) : [];
  const ranked: Ranked[] = [];
  for (const party of file.parties) {
    const ties = file.isManual ? manualRanking(party, states.length, further) : undefined;
    if (ties) ranked.push({ party, ties });
    // A ranking that was refused says enough.
    const isRefused = file.isManual && !ties;
    if (!isRefused && (ties ? ties.length < 2 : party.statements.length === 0)) {
      further.push(
        warning(
          'DET506',
          party,
          `"${party.name}" ranks all states alike, so it would never move`,
          'give its preferences in the case',
        ),
      );
    }
  }
  const diagnostics = [...found, ...further];
  if (hasErrors(diagnostics)) return { caseText: undefined, diagnostics };
  return { caseText: caseTextOf(file, order, states, ranked), diagnostics };
}

function statesOf(
  file: GmcrFile,
  order: readonly number[],
  found: Diagnostic[],
): readonly number[] {
  if (order.length <= mostListedOptions) return listStates(order, file.infeasibles);
  const [party] = file.parties;
  if (party) {
    const what = `states ranked by number cannot be listed for ${order.length} options; at most ${mostListedOptions}`;
    found.push(flaw('DET505', party.node, what, 'rank by preference statements and import again'));
  }
  return [];
}

/** Checks a ranking given by hand: each state once. Undefined when it cannot be used. */
function manualRanking(
  party: GmcrParty,
  states: number,
  found: Diagnostic[],
): readonly (readonly number[])[] | undefined {
  const help = 'open the file in gmcr-py, rank the states again and save it';
  const refuse = (what: string) => {
    found.push(flaw('DET505', party.node, what, help));
    return undefined;
  };
  if (states === 0) return undefined;
  if (!party.ranking) {
    if (!party.payoffs) return refuse(`"${party.name}" has no ranking, but rankings are in use`);
    const { payoffs } = party;
    if (payoffs.length !== states) {
      return refuse(`"${party.name}" has ${payoffs.length} payoffs for ${states} feasible states`);
    }
    const values = [...new Set(payoffs)].sort((a, b) => b - a);
    return values.map((value) =>
      payoffs.flatMap((payoff, state) => (payoff === value ? [state + 1] : [])),
    );
  }
  const listed = party.ranking.flat();
  const beyond = listed.find((ordinal) => ordinal > states);
  if (beyond !== undefined) {
    return refuse(`"${party.name}" ranks state ${beyond}; there are ${states} feasible states`);
  }
  const twice = listed.find((ordinal, at) => listed.indexOf(ordinal) !== at);
  if (twice !== undefined) return refuse(`"${party.name}" ranks state ${twice} twice`);
  if (listed.length < states) {
    const ranked = new Set(listed);
    const missing = Array.from({ length: states }, (_, at) => at + 1).filter(
      (ordinal) => !ranked.has(ordinal),
    );
    return refuse(`"${party.name}" does not rank ${few(missing)} of ${states} feasible states`);
  }
  return party.ranking.filter((ties) => ties.length > 0);
}

function few(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).join(', ');
  return numbers.length > 10 ? `${shown} and ${numbers.length - 10} more` : shown;
}

function warning(code: string, { node }: GmcrParty, what: string, help: string): Diagnostic {
  return { ...flaw(code, node, what, help), severity: 'warning' };
}

function caseTextOf(
  file: GmcrFile,
  order: readonly number[],
  states: readonly number[],
  ranked: readonly Ranked[],
): string {
  const partyIds = idsFrom(file.parties, 'party');
  const ownerOf = new Map(
    file.parties.flatMap(({ options }, party) => options.map((option) => [option, party])),
  );
  const terms = states.map((_, at) => `s${at + 1}`);
  const optionIds = idsFrom(
    file.options.map((option, at) => ({
      name: option.name.toLowerCase(),
      context: partyIds[ownerOf.get(at) ?? -1] ?? '',
    })),
    'option',
    terms,
  );
  const id = (option: number) => optionIds[option] as string;
  // Some state that can be, so that the suggested line reads as it stands.
  const [first = 0] =
    order.length <= mostListedOptions ? listStates(order, file.infeasibles, 1) : [];
  const version = file.version === undefined ? '' : ` (version ${file.version})`;
  const lines = [
    'detente: 1',
    `title: ${scalar(file.parties.map(({ name }) => name).join(', '))}`,
    `note: ${scalar(`Imported from a file of gmcr-py${version}.`)}`,
    '',
    'parties:',
    ...file.parties.flatMap(({ name, misperceptions }, at) => {
      const unseen = misperceptions.flat().map((pattern) => patternText(pattern, optionIds));
      if (unseen.length === 0) return [`  ${partyIds[at]}: ${scalar(name)}`];
      return [
        `  ${partyIds[at]}:`,
        `    name: ${scalar(name)}`,
        '    unaware:',
        ...unseen.map((condition) => `      - ${condition}`),
      ];
    }),
    '',
    'issues:',
    ...order.map((option) => {
      const { name, direction } = file.options[option] as GmcrFile['options'][number];
      const way = { both: '', fwd: ', irreversible: up', back: ', irreversible: down' }[direction];
      const owner = partyIds[ownerOf.get(option) as number];
      return `  ${id(option)}: {lever: ${owner}, label: ${scalar(name)}${way}}`;
    }),
    '',
    '# The imported file does not say where things stand. With a line such as the next one,',
    '# corrected, it is also answered where things go from today and what is on offer:',
    `# today: {${order.map((option, bit) => `${id(option)}: ${(first >> bit) & 1 ? 'yes' : 'no'}`).join(', ')}}`,
  ];
  const rules = file.infeasibles.flat();
  if (rules.length > 0) {
    lines.push('', 'rules:');
    for (const pattern of rules) {
      const never = patternText(pattern, optionIds);
      lines.push(`  - {never: ${never}, why: infeasible in the imported file}`);
    }
  }
  if (ranked.length > 0) {
    const isStated = file.parties.some(({ statements }) => statements.length > 0);
    const unused = isStated ? '; the file ranks them by hand and does not use its statements' : '';
    lines.push('', `# The states by the numbers of gmcr-py${unused}.`, 'terms:');
    states.forEach((number, at) => {
      const cells = order.map((option, bit) => ({ option, taken: ((number >> bit) & 1) === 1 }));
      lines.push(`  ${terms[at]}: ${patternText(cells, optionIds)}`);
    });
    lines.push('', 'preferences:');
    for (const { party, ties } of ranked) {
      lines.push(`  ${partyIds[file.parties.indexOf(party)]}:`, '    ranked:', '      ranking:');
      for (const tied of ties) {
        lines.push(`        - ${tied.map((ordinal) => `s${ordinal}`).join(' or ')}`);
      }
    }
  } else if (file.parties.some(({ statements }) => statements.length > 0)) {
    lines.push('', 'wants:');
    file.parties.forEach(({ statements }, at) => {
      if (statements.length === 0) return;
      lines.push(`  ${partyIds[at]}:`);
      for (const statement of statements) {
        lines.push(`    - ${statementText(statement, optionIds)}`);
      }
    });
  }
  return `${lines.join('\n')}\n`;
}

/** A text as a YAML scalar that is safe also between braces: plain where it can be, else quoted. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{Nd} ()._-]*$/u.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text);
  // Quoted JSON is quoted YAML.
  return isPlain && !text.endsWith(' ') ? text : JSON.stringify(text);
}
