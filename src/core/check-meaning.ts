import type { Case, Reading } from './case.js';
import { checkOpenToday } from './check-open-today.js';
import { checkPerception } from './check-perception.js';
import { checkPreferences } from './check-preferences.js';
import { checkThreats } from './check-threats.js';
import { isTrueAt } from './columns.js';
import { consentOfAll, partiesOfConsent } from './consent.js';
import type { Diagnostic } from './diagnostic.js';
import { compileExpression } from './expression.js';
import { expressionWords } from './expression-words.js';
import { groupedDigits } from './grouped-digits.js';
import { todayCompletions } from './open-today.js';
import { conditionOfSettings, proposalLevels } from './proposal-levels.js';
import { rightsOf } from './rights.js';
import { decidersOf, ruleOf } from './signing.js';
import { buildSpace, levelsOf, outcomeCount, type Space, truthTable } from './space.js';

/** Above this many outcomes the meaning of a case is not checked while it is being read: 2^18. */
const mostChecked = 2 ** 18;

/**
 * Flaws that show only when the outcomes are listed: rules that leave none, an infeasible today, names
 * for outcomes that cannot be, rules, wants and levels that never matter, parties that cannot act.
 *
 * Where the case leaves open where issues stand today, or whether rules hold, a warning is given only
 * if it applies whichever is so; errors are about the case as it is used by default.
 *
 * @param theCase - a case without errors.
 * @returns all of them in one pass, in the order of the file's sections. Errors are DET401, DET402 and
 *   DET431.
 *
 * Time O(outcomes × (rules + wants)), times what is left open where there is a warning.
 */
export function checkMeaning(theCase: Case): readonly Diagnostic[] {
  const open = checkOpenToday(theCase);
  let found = checkAsItIs(theCase);
  for (const variant of variantsOf(theCase)) {
    if (found.every(({ severity }) => severity !== 'warning')) break;
    const there = checkAsItIs(variant);
    if (there.some(({ code }) => code === 'DET401')) continue;
    const known = new Set(there.map(subjectOf));
    const isOfRule = ({ path }: Diagnostic) => path[0] === 'rules';
    const isGone = (one: Diagnostic) =>
      isOfRule(one) && variant.rules.length < theCase.rules.length;
    found = found.filter(
      (one) => one.severity !== 'warning' || isGone(one) || known.has(subjectOf(one)),
    );
  }
  return [...found, ...open];
}

/** What a warning is about, however its words differ. */
function subjectOf({ code, path, what }: Diagnostic): string {
  return JSON.stringify([code, path, code === 'DET409' ? what : '']);
}

/** Most ways to complete today for which a warning is checked again. */
const mostVariants = 16;

/** The case with today otherwise, where that is open, and without the rules in doubt. */
function* variantsOf(theCase: Case): Generator<Case> {
  const rules = theCase.rules.filter(({ isInDoubt }) => !isInDoubt);
  if (rules.length < theCase.rules.length) yield { ...theCase, rules };
  for (const today of todayCompletions(theCase, mostVariants).slice(1)) yield { ...theCase, today };
}

function checkAsItIs(theCase: Case): readonly Diagnostic[] {
  const outcomes = outcomeCount(theCase);
  if (outcomes > BigInt(mostChecked)) {
    return [
      {
        code: 'DET406',
        severity: 'note',
        path: ['issues'],
        atKey: true,
        what: `the issues give ${groupedDigits(outcomes)} outcomes, above the ${groupedDigits(mostChecked)} that are checked while a file is read`,
        help: 'nothing is wrong; whether rules, wants and names can hold was not checked',
      },
    ];
  }
  const whole = buildSpace({ ...theCase, rules: [], coalesce: [] });
  // Whether a level or a name can be is asked of outcomes, also of those that count as one.
  const plain = buildSpace({ ...theCase, coalesce: [] });
  const space = theCase.coalesce.length > 0 ? buildSpace(theCase) : plain;
  if (space.size === 0) return [noOutcomeLeft()];
  return [
    ...checkLevels(theCase, plain),
    ...checkToday(theCase, plain),
    ...checkRules(theCase, whole),
    ...checkPerception(theCase, plain, space),
    ...checkNames(theCase, plain),
    ...checkParties(theCase),
    ...checkThreats(theCase, space),
    ...theCase.preferences.flatMap((readings: readonly Reading[], party) =>
      readings.flatMap((reading) => checkPreferences(space, party, reading)),
    ),
  ];
}

function noOutcomeLeft(): Diagnostic {
  return {
    code: 'DET401',
    severity: 'error',
    path: ['rules'],
    atKey: true,
    what: 'the rules contradict each other: they leave no possible outcome',
    help: 'lift or loosen a rule, so that at least today is possible',
  };
}

function checkLevels(theCase: Case, space: Space): readonly Diagnostic[] {
  const isSeen = (issue: number, level: number) => {
    const span = { start: 0, end: 0 };
    const at = space.column({ kind: 'comparison', issue, operator: '=', level, span });
    return space.numbers.some((number) => isTrueAt(at, number));
  };
  return theCase.issues.flatMap((issue, at): readonly Diagnostic[] =>
    issue.control.kind === 'nobody'
      ? []
      : issue.levels.flatMap((level, index) =>
          isSeen(at, index)
            ? []
            : [
                {
                  code: 'DET409',
                  severity: 'warning',
                  path: ['issues', issue.id],
                  atKey: true,
                  what: `no possible outcome has "${issue.id}" at "${level.id}"`,
                  help: 'loosen the rule that forbids it, or remove the level',
                },
              ],
        ),
  );
}

function checkToday(theCase: Case, space: Space): readonly Diagnostic[] {
  if (!theCase.today || space.today !== -1) return [];
  const today = theCase.today;
  const broken = theCase.rules.filter(({ never }) => compileExpression(never, theCase)(today));
  const [nearest] = nearestTo(space, today);
  const changes = nearest
    ?.flatMap((level, issue) =>
      level === today[issue]
        ? []
        : [`${theCase.issues[issue]?.id} = ${theCase.issues[issue]?.levels[level]?.id}`],
    )
    .join(' and ');
  return [
    {
      code: 'DET402',
      severity: 'error',
      path: ['today'],
      atKey: true,
      what: 'today is an outcome that a rule forbids',
      details: broken.map(({ text }) => `rule: never ${text}`),
      help: `change today to the nearest possible outcome (${changes}), or loosen the rule`,
    },
  ];
}

/** The states that differ from the levels on fewest issues, lowest number first. */
function nearestTo(space: Space, levels: readonly number[]): readonly (readonly number[])[] {
  let nearest: (readonly number[])[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let state = 0; state < space.size; state += 1) {
    const candidate = levelsOf(space, state);
    const far = candidate.filter((level, issue) => level !== levels[issue]).length;
    if (far < least) nearest = [];
    if (far <= least) nearest.push(candidate);
    least = Math.min(least, far);
  }
  return nearest;
}

function checkRules(theCase: Case, whole: Space): readonly Diagnostic[] {
  const tables = theCase.rules.map(({ never }) => truthTable(whole, never));
  const isNeeded = tables.map(() => false);
  for (let state = 0; state < whole.size; state += 1) {
    let broken = 0;
    for (const table of tables) broken += table[state] as number;
    if (broken === 1) isNeeded[tables.findIndex((table) => table[state] === 1)] = true;
  }
  return theCase.rules.flatMap((rule, at): readonly Diagnostic[] =>
    isNeeded[at]
      ? []
      : [
          {
            code: 'DET405',
            severity: 'warning',
            path: rule.path,
            what: 'this rule forbids nothing that the other rules and the context leave possible',
            details: [`never: ${expressionWords(rule.never, theCase)}`],
            help: 'check the expression, or remove the rule',
          },
        ],
  );
}

function checkNames(theCase: Case, space: Space): readonly Diagnostic[] {
  const named = [
    ...theCase.outcomes.map((one) => ({ ...one, kind: 'outcome' })),
    ...theCase.scenarios.map((one) => ({ ...one, kind: 'scenario' })),
  ].flatMap(({ kind, id, when, path }): readonly Diagnostic[] =>
    // A scenario may set context, which today fixes at another level.
    kind === 'scenario' || truthTable(space, when).includes(1) ? [] : [impossible(kind, id, path)],
  );
  const proposals = theCase.proposals.flatMap((proposal) => {
    const fits = conditionOfSettings(proposalLevels(proposal, theCase.today));
    return truthTable(space, fits).includes(1)
      ? []
      : [impossible('proposal', proposal.id, proposal.path)];
  });
  return [...named, ...proposals];
}

function impossible(kind: string, id: string, path: Diagnostic['path']): Diagnostic {
  return {
    code: 'DET404',
    severity: 'warning',
    path,
    atKey: true,
    what: `no possible outcome is covered by the ${kind} "${id}"`,
    details: kind === 'proposal' ? ['an issue that a proposal does not name stays as today'] : [],
    help: 'compare its levels with the rules and with the context, and change one of them',
  };
}

function checkParties(theCase: Case): readonly Diagnostic[] {
  const rights = rightsOf(theCase);
  // Who has a say in an agreement: those whom its rule names, and constituents that speak for them. A
  // signer that the rule leaves out can at most leave.
  const signers = theCase.issues.map((issue) => {
    if (issue.control.kind !== 'agree') return new Set<number>();
    const rule = ruleOf(theCase, issue) ?? consentOfAll(issue.control.parties);
    return new Set([...partiesOfConsent(rule), ...decidersOf(theCase, rule)]);
  });
  return theCase.parties.flatMap((party, index): readonly Diagnostic[] => {
    const problems: Diagnostic[] = [];
    if ((theCase.preferences[index]?.length ?? 0) === 0) {
      problems.push({
        code: 'DET407',
        severity: 'warning',
        path: ['parties', party.id],
        atKey: true,
        what: `the case says nothing about what "${party.id}" wants; it is taken to be indifferent`,
        help: `give it wants, for example under "wants:"  ${party.id}: [ … ]`,
      });
    }
    const canAct = theCase.issues.some(({ control, levels }, issue) => {
      if (signers[issue]?.has(index)) return true;
      if (control.kind === 'moves') {
        return control.moves.some(({ parties }) => parties.includes(index));
      }
      return levels.some((_, level) => {
        const at = theCase.issues.map((__, other) => (other === issue ? level : 0));
        return rights.alone(index, issue, at).length > 0;
      });
    });
    if (!canAct) {
      problems.push({
        code: 'DET408',
        severity: 'warning',
        path: ['parties', party.id],
        atKey: true,
        what: `"${party.id}" can change nothing, alone or with others: it counts as content with every outcome`,
        help: 'name it in "by:" or "agree:" of an issue, or keep it only to see what it loses',
      });
    }
    return problems;
  });
}
