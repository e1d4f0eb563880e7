import type { Block, Case, Control, Issue } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';

/** A case with one of its clauses lifted. */
export type Relaxation = {
  readonly kind: 'rule' | 'agreement' | 'one way' | 'block';
  /** The clause, as a place in the file. */
  readonly path: Path;
  /** Who is let go, where the clause concerns one party. */
  readonly party: number | undefined;
  readonly issue: number | undefined;
  readonly case: Case;
};

/**
 * Each clause that keeps somebody from something, lifted one at a time.
 *
 * A rule: the case without it. An agreement that a signer cannot leave by itself: that signer alone
 * can bring it back to the first level. `irreversible` on an issue that is no agreement, and each
 * line of `blocked`: the issue without it. Where `irreversible: up` is what keeps signers in an
 * agreement, it is lifted for one signer at a time. Issues that are fixed, and agreements of a
 * case without a today (which nobody leaves by definition), have nothing to lift.
 *
 * In the order of the file. Everything else stays as it is, today included.
 */
export function relaxationsOf(
  theCase: Case,
  isFixed: (issue: number) => boolean,
): readonly Relaxation[] {
  const rules = theCase.rules.map(
    ({ path }, at): Relaxation => ({
      kind: 'rule',
      path,
      party: undefined,
      issue: undefined,
      case: { ...theCase, rules: theCase.rules.filter((_, other) => other !== at) },
    }),
  );
  const clauses = theCase.issues.flatMap((issue, index): readonly Relaxation[] => {
    if (isFixed(index)) return [];
    const place = ['issues', issue.id];
    const withIssue = (changed: Issue) => ({
      ...theCase,
      issues: theCase.issues.map((one, at) => (at === index ? changed : one)),
    });
    const { control, irreversible, blocked } = issue;
    const agreement = control.kind === 'agree' && theCase.today !== undefined ? control : undefined;
    // A level that only rises cannot be brought back by anybody, whatever `leave` says.
    const isShut = agreement !== undefined && irreversible === 'up';
    return [
      ...(agreement ? heldSigners(agreement, isShut) : []).map(
        (party): Relaxation => ({
          kind: 'agreement',
          path: [...place, isShut ? 'irreversible' : 'leave'],
          party,
          issue: index,
          case: withIssue({
            ...issue,
            irreversible: isShut ? undefined : irreversible,
            control: leavable(agreement as Agreement, party, isShut),
          }),
        }),
      ),
      ...(irreversible === undefined || isShut
        ? []
        : [
            {
              kind: 'one way' as const,
              path: [...place, 'irreversible'],
              party: undefined,
              issue: index,
              case: withIssue({ ...issue, irreversible: undefined }),
            },
          ]),
      ...blocked.map(
        (_, at): Relaxation => ({
          kind: 'block',
          path: [...place, 'blocked', at],
          party: undefined,
          issue: index,
          case: withIssue({ ...issue, blocked: without(blocked, at) }),
        }),
      ),
    ];
  });
  return [...rules, ...clauses];
}

type Agreement = Extract<Control, { kind: 'agree' }>;

/** The signers that cannot leave by themselves, to any level. */
function heldSigners(control: Agreement, isShut: boolean): readonly number[] {
  const { alone } = control.leave;
  return control.parties.filter((signer) => isShut || !alone.some(({ party }) => party === signer));
}

/** The agreement with one more signer that can leave it alone; only that one where it was shut. */
function leavable(control: Agreement, party: number, isShut: boolean): Control {
  const others = isShut ? [] : control.leave.alone;
  return { ...control, leave: { alone: [...others, { party, to: 0 }], together: true } };
}

function without(blocked: readonly Block[], at: number): readonly Block[] {
  return blocked.filter((_, other) => other !== at);
}
