import type { Case, Control, Issue, Setting } from '../core/case.js';
import { partiesOfConsent } from '../core/consent.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { compileExpression } from '../core/expression.js';
import { rightsOf } from '../core/rights.js';
import { signersOf } from '../core/signing.js';
import { todayLevels } from '../core/space.js';

/** An act asked about, with the one who does it where several could; undefined where it is plain. */
export type AskedAct = { readonly setting: Setting; readonly by: number | undefined };

/** Somebody brings an issue to a level, and keeps to it. */
export type Act = {
  readonly setting: Setting;
  /** Who acts, in case order; empty for context, which nobody brings about. */
  readonly actors: readonly number[];
};

/** What stands in the way of an act, in the words of a diagnostic. */
export type Hindrance = Required<Pick<Diagnostic, 'what' | 'details' | 'help'>>;

/** A case after acts, or what stands in their way. */
export type ActOutcome =
  | { readonly case: Case; readonly acts: readonly Act[]; readonly problems: readonly [] }
  | {
      readonly case: undefined;
      readonly acts: readonly [];
      readonly problems: readonly Hindrance[];
    };

/**
 * The case in which acts have been done: today takes their levels, and whoever did one may not undo it.
 *
 * Each act is a commitment: its actors lose every right of their own over the issue. Where nobody else
 * can move it, it becomes context, fixed at the new level; others who may move it by themselves still
 * may. An agreement is signed by all whose consent brings it to the level, and none of them leaves it.
 * An act is not an observation: it changes today, and the ends and offers are worked out anew; that
 * something would be seen to happen by itself is asked with `given` of an ensemble.
 *
 * @param asked - each issue once; done together, so that a rule may forbid some of them alone.
 */
export function caseAfter(theCase: Case, asked: readonly AskedAct[]): ActOutcome {
  const { today } = theCase;
  if (today === undefined) {
    const what = 'the case has no today, so nothing can be done from there';
    const help = 'add `today:` with the level of every issue to the case file';
    return { case: undefined, acts: [], problems: [problem(what, [], help)] };
  }
  const problems: Hindrance[] = [];
  const acts: Act[] = [];
  const settings = asked.map(({ setting }) => setting);
  for (const { setting, by } of asked) {
    const found = actorsOf(theCase, today, setting, by);
    if ('problem' in found) problems.push(found.problem);
    else acts.push({ setting, actors: found.actors });
  }
  if (problems.length > 0) return { case: undefined, acts: [], problems };
  const levels = todayLevels(theCase, settings) as readonly number[];
  const broken = theCase.rules.find(({ never }) => compileExpression(never, theCase)(levels));
  if (broken) {
    const what = 'after this, today would be an outcome that a rule forbids';
    const help = 'name what else would change with it, joined by "and"';
    const details = [`rule: never ${broken.text}`];
    return { case: undefined, acts: [], problems: [problem(what, details, help)] };
  }
  const issues = theCase.issues.map((issue, at) => {
    const act = acts.find(({ setting }) => setting.issue === at);
    return act ? keptTo(issue, act.actors) : issue;
  });
  const openToday = theCase.openToday.filter(
    ({ issue }) => !settings.some((setting) => setting.issue === issue),
  );
  return { case: { ...theCase, today: levels, issues, openToday }, acts, problems: [] };
}

/** Who brings an issue to a level, or why that cannot be said. */
function actorsOf(
  theCase: Case,
  today: readonly number[],
  { issue: at, level }: Setting,
  by: number | undefined,
): { readonly actors: readonly number[] } | { readonly problem: Hindrance } {
  const issue = theCase.issues[at] as Issue;
  const idOf = (party: number | undefined) => theCase.parties[party ?? -1]?.id as string;
  const wanted = `${issue.id} = ${issue.levels[level]?.id}`;
  if (issue.control.kind === 'nobody') {
    if (by === undefined) return { actors: [] };
    const help = `leave the party out to suppose it: "${wanted}"`;
    return {
      problem: problem(`nobody decides about "${issue.id}", ${idOf(by)} neither`, [], help),
    };
  }
  const parties = theCase.parties.map((_, party) => party);
  const rights = rightsOf(theCase);
  const able =
    today[at] === level
      ? holdersOf(issue.control)
      : parties.filter((party) => rights.alone(party, at, today).includes(level));
  const [only, ...others] = able;
  if (by !== undefined ? able.includes(by) : only !== undefined && others.length === 0) {
    return { actors: [by ?? (only as number)] };
  }
  const isSigned = able.length === 0 && rights.together(parties, at, today).includes(level);
  const signers = isSigned ? partiesOfConsent(signersOf(theCase, issue)) : [];
  if (signers.length > 0 && (by === undefined || signers.includes(by))) return { actors: signers };
  if (able.length === 0 && today[at] === level) {
    const help = 'choose another level; what is not agreed cannot be kept';
    return { problem: problem(`"${wanted}" is so today already`, [], help) };
  }
  return {
    problem:
      able.length > 0 && by === undefined
        ? problem(
            `more than one party can bring about "${wanted}"`,
            [`parties that can: ${able.map(idOf).join(', ')}`],
            `say who acts, for example "${idOf(only)}: ${wanted}"`,
          )
        : problem(
            `${by === undefined ? 'no party can' : `${idOf(by)} cannot`} bring about "${wanted}" from today`,
            [
              `today: ${issue.id} = ${issue.levels[today[at] as number]?.id}`,
              ...(able.length > 0 ? [`parties that can: ${able.map(idOf).join(', ')}`] : []),
            ],
            able.length > 0
              ? 'name one of these parties, or none'
              : 'choose a level that can be reached from today, or suppose it with --where',
          ),
  };
}

/** Who can move an issue alone at all, in case order; nobody leaves or keeps what is not agreed. */
function holdersOf(control: Control): readonly number[] {
  if (control.kind === 'by') return control.parties;
  if (control.kind !== 'moves') return [];
  return [...new Set(control.moves.flatMap(({ parties }) => parties))].sort((a, b) => a - b);
}

/** An issue that some who could move it keep where it is. */
function keptTo(issue: Issue, actors: readonly number[]): Issue {
  const without = (parties: readonly number[]) => parties.filter((one) => !actors.includes(one));
  const fixed: Issue = {
    ...issue,
    control: { kind: 'nobody' },
    irreversible: undefined,
    blocked: [],
  };
  const { control } = issue;
  if (control.kind === 'by') {
    const parties = without(control.parties);
    return parties.length === 0 ? fixed : { ...issue, control: { kind: 'by', parties } };
  }
  if (control.kind === 'moves') {
    const moves = control.moves.flatMap((move) => {
      const parties = without(move.parties);
      return parties.length === 0 ? [] : [{ ...move, parties }];
    });
    return moves.length === 0 ? fixed : { ...issue, control: { kind: 'moves', moves } };
  }
  return fixed;
}

function problem(what: string, details: readonly string[], help: string): Hindrance {
  return { what, details, help };
}
