import { applySet } from '../analysis/uncertainty/apply-set.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import type { Case, Setting } from '../core/case.js';
import { type Act, caseAfter, type Hindrance } from './act.js';
import { type CaseOptions, readingSetOf } from './case-options.js';

/** Something supposed to be otherwise than the file has it by itself. */
export type Supposition =
  /** A party is read otherwise. */
  | { readonly kind: 'reading'; readonly party: number; readonly reading: number }
  /** A doubt takes another case: a want is struck, a rule lifted, an issue stands elsewhere today. */
  | { readonly kind: 'doubt'; readonly doubt: string; readonly case: string }
  /** Somebody does something, and keeps to it. */
  | {
      readonly kind: 'act';
      readonly settings: readonly Setting[];
      readonly by: number | undefined;
    };

/** A case and options under suppositions, or what stands in their way. */
export type Supposed =
  | {
      readonly case: Case;
      readonly options: CaseOptions;
      readonly acts: readonly Act[];
      readonly problems: readonly [];
    }
  | { readonly case: undefined; readonly problems: readonly Hindrance[] };

/**
 * The case and options that a question is asked of when something is supposed to be otherwise.
 *
 * Readings are taken first, then the doubts that act under the readings in force take their cases,
 * then acts are done, together, from today as it then is (`caseAfter`).
 *
 * @param options - that fit the case.
 */
export function supposed(
  theCase: Case,
  options: CaseOptions,
  suppositions: readonly Supposition[],
): Supposed {
  const readings = { ...options.readings };
  for (const one of suppositions) {
    if (one.kind !== 'reading') continue;
    const id = theCase.preferences[one.party]?.[one.reading]?.id;
    if (id !== undefined) readings[theCase.parties[one.party]?.id as string] = id;
  }
  const changed = { ...options, readings };
  const doubted = withDoubts(theCase, changed, suppositions);
  if (doubted.case === undefined) return doubted;
  const acts = suppositions.flatMap((one) =>
    one.kind === 'act' ? one.settings.map((setting) => ({ setting, by: one.by })) : [],
  );
  if (acts.length === 0) {
    return { case: doubted.case, options: changed, acts: [], problems: [] };
  }
  const after = caseAfter(doubted.case, acts);
  return after.case === undefined
    ? { case: undefined, problems: after.problems }
    : { case: after.case, options: changed, acts: after.acts, problems: [] };
}

/** The case in which doubts take the cases supposed. */
function withDoubts(
  theCase: Case,
  options: CaseOptions,
  suppositions: readonly Supposition[],
): { readonly case: Case } | { readonly case: undefined; readonly problems: readonly Hindrance[] } {
  const asked = suppositions.flatMap((one) => (one.kind === 'doubt' ? [one] : []));
  if (asked.length === 0) return { case: theCase };
  const pinned = readingSetOf(theCase, options);
  const doubts = doubtsOf(theCase, { pinned: pinned.map((one) => (one === -1 ? undefined : one)) });
  const problems: Hindrance[] = [];
  const set: number[] = doubts.map(() => 0);
  for (const { doubt: id, case: wanted } of asked) {
    const at = doubts.findIndex((doubt) => doubt.id === id);
    const cases = doubts[at]?.cases ?? [];
    const chosen = cases.indexOf(wanted);
    if (at === -1) problems.push(noDoubt(theCase, id));
    else if (chosen === -1) {
      problems.push({
        what: `"${id}" has no case "${wanted}"`,
        details: [`cases of "${id}": ${cases.join(', ') || 'a number in a range'}`],
        help:
          cases.length > 0
            ? 'choose one of these'
            : 'a range is varied in an ensemble; to suppose a number, write it into the file',
      });
    } else set[at] = chosen;
  }
  return problems.length > 0
    ? { case: undefined, problems }
    : {
        case: applySet(
          theCase,
          doubts,
          set,
          pinned.map((one) => (one === -1 ? undefined : one)),
        ).case,
      };
}

/** Why a doubt cannot be supposed: it hangs on a reading that is not in force, or there is none. */
function noDoubt(theCase: Case, id: string): Hindrance {
  const all = doubtsOf(theCase);
  const known = all.find((doubt) => doubt.id === id);
  if (known && 'reading' in known.about) {
    const { party, reading } = known.about;
    const partyId = theCase.parties[party]?.id;
    const readingId = theCase.preferences[party]?.[reading]?.id;
    return {
      what: `"${id}" matters only where ${partyId} is read as "${readingId}", which is not in force`,
      details: [],
      help: `suppose that too: "${partyId}=${readingId}" "${id}=…"`,
    };
  }
  return {
    what: `nothing in the file is in doubt under "${id}"`,
    details:
      all.length > 0
        ? [`in doubt: ${all.map((doubt) => doubt.id).join(', ')}`]
        : ['the file has no rival readings and marks nothing as doubtful'],
    help: 'name one of these; `detente whatif --json` without a change lists them with their cases',
  };
}
