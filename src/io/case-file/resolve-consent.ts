import type { Case, Issue, Party } from '../../core/case.js';
import { type Consent, consentOfAll, partiesOfConsent } from '../../core/consent.js';
import { severityOf } from '../../core/diagnostic-codes.js';
import { add, compare, formatRational, zero } from '../../core/rational.js';
import { appliesTo, ruleOf } from '../../core/signing.js';
import { atKey, atValue, quoted } from './problems.js';
import { notNegative, positive, readNumber, readWhole } from './read-values.js';
import { partyOf, reportEmpty } from './references.js';
import type { Scope } from './scope.js';
import {
  type Entry,
  entriesOf,
  entryOf,
  itemsOf,
  type MapNode,
  type YamlNode,
} from './yaml-tree.js';

/** Most parties that a rule may name once constituents are written out, each as often as it occurs. */
const largestWritten = 10_000;
/** The same for all agreements of a case together: each is asked for every party and level. */
const largestOfCase = 200_000;

/**
 * A rule that says whose consent is enough; undefined, with messages, where it is not clear.
 *
 * A value of another kind is left to the check of shapes. Recursion is as deep as the file nests, which
 * the reading of text has bounded.
 */
export function readConsent(node: YamlNode | undefined, scope: Scope): Consent | undefined {
  return node && consentAt(node, scope);
}

function consentAt(node: YamlNode, scope: Scope): Consent | undefined {
  if (node.kind === 'text') {
    if (typeof node.value === 'boolean') return undefined;
    const party = partyOf(node.text, atValue(node), scope);
    return party === undefined ? undefined : { kind: 'party', party };
  }
  if (node.kind !== 'map') return undefined;
  const form = formOf(node, scope);
  if (!form) return undefined;
  const { key, of } = form;
  if (of.kind !== 'map' && of.kind !== 'list') return undefined;
  const isEmpty = of.kind === 'map' ? of.entries.length === 0 : itemsOf(of).length === 0;
  if (isEmpty) reportEmpty(of, 'a party', scope);
  if (key === 'weight') return weightedAt(node, of, scope);
  reportTwice(of, scope);
  const parts = itemsOf(of).map((item) => consentAt(item, scope));
  const least =
    key === 'at_least' && !isEmpty
      ? readWhole(entryOf(node, key)?.value, 1, parts.length, scope.problems)
      : undefined;
  if (isEmpty || !parts.every((part) => part !== undefined)) return undefined;
  if (key !== 'at_least') return { kind: key, of: parts };
  return least === undefined ? undefined : { kind: 'atLeast', least, of: parts };
}

/** Which of the four kinds of rule a block is, and what stands under it. */
function formOf(
  node: MapNode,
  scope: Scope,
): { readonly key: 'all' | 'any' | 'at_least' | 'weight'; readonly of: YamlNode } | undefined {
  const keys = (['all', 'any', 'at_least', 'weight'] as const).filter((key) => entryOf(node, key));
  const of = entryOf(node, 'of');
  const unclear = (what: string, at: Entry | undefined, help: string) => {
    scope.problems.add('DET245', at ? atKey(at) : atValue(node), what, { help });
    return undefined;
  };
  const [key, other] = keys;
  if (key === undefined) {
    // Another key is reported by itself.
    const isStrange = node.entries.length > 0 && !of;
    return isStrange
      ? undefined
      : unclear(
          of ? '`of` says of whom, not how many' : 'this rule of consent says nothing',
          of,
          of
            ? 'write `{all: [A, B]}` or `{any: [A, B]}`, or add `at_least:` or `weight:`'
            : 'write `{all: [A, B]}`, `{any: [A, B]}`, `{at_least: 2, of: [A, B, C]}` or `{weight: 51, of: {A: 60, B: 40}}`',
        );
  }
  if (other !== undefined) {
    return unclear(
      `one block has both \`${key}\` and \`${other}\``,
      entryOf(node, other),
      `put one inside the other: {${key}: [A, {${other}: …}]}`,
    );
  }
  if (key === 'all' || key === 'any') {
    return of
      ? unclear(
          `\`${key}\` already says of whom; \`of\` belongs to \`at_least\` and \`weight\``,
          of,
          'remove one of the two',
        )
      : { key, of: entryOf(node, key)?.value as YamlNode };
  }
  const wanted = key === 'weight' ? 'of: {A: 60, B: 40}' : 'of: [A, B, C]';
  const isOther = of?.value.kind === (key === 'weight' ? 'list' : 'map');
  if (!of) return unclear(`\`${key}\` does not say of whom`, entryOf(node, key), `add ${wanted}`);
  return isOther
    ? unclear(`\`of\` beside \`${key}\` is of the other kind`, of, `write ${wanted}`)
    : { key, of: of.value };
}

function weightedAt(node: MapNode, of: YamlNode, scope: Scope): Consent | undefined {
  const { problems } = scope;
  const branches = entriesOf(of).map((entry) => {
    const party = partyOf(entry.key, atKey(entry), scope);
    return { party, weight: readNumber(entry.value, problems, notNegative) };
  });
  const quotaNode = entryOf(node, 'weight')?.value;
  const quota = readNumber(quotaNode, problems, positive);
  const sum = branches.reduce((total, { weight }) => add(total, weight ?? zero), zero);
  const isKnown = branches.length > 0 && branches.every(({ weight }) => weight !== undefined);
  if (quota && quotaNode && isKnown && compare(quota, sum) > 0) {
    const what = `the weights add up to ${formatRational(sum)}, less than the quota of ${formatRational(quota)}`;
    problems.add('DET246', atValue(quotaNode), what, {
      help: 'lower the quota, or correct the weights: nobody could ever reach it',
    });
    return undefined;
  }
  const parts = branches.flatMap(({ party, weight }) =>
    party === undefined || weight === undefined
      ? []
      : [{ consent: { kind: 'party' as const, party }, weight }],
  );
  return quota && isKnown && parts.length === branches.length
    ? { kind: 'weight', quota, of: parts }
    : undefined;
}

function reportTwice(of: YamlNode, scope: Scope): void {
  const seen = new Set<string>();
  for (const item of itemsOf(of)) {
    if (item.kind !== 'text') continue;
    if (seen.has(item.text)) {
      scope.problems.add('DET213', atValue(item), `"${item.text}" stands twice in this list`, {
        help: 'remove one of the two; to let one count for more, write `{weight: …, of: {…}}`',
      });
    }
    seen.add(item.text);
  }
}

/** The rule of the case; reported where no agreement without a rule of its own could go by it. */
export function resolveCaseConsent(
  entry: Entry | undefined,
  issues: readonly Issue[],
  scope: Scope,
): Consent | undefined {
  const consent = readConsent(entry?.value, scope);
  const isFlawed = scope.problems.found.some(({ code }) => severityOf(code) === 'error');
  if (!entry || !consent || isFlawed) return consent;
  const isUsed = issues.some(
    ({ control }) =>
      control.kind === 'agree' &&
      control.consent === undefined &&
      appliesTo(consent, control.parties),
  );
  if (!isUsed) {
    const names = quoted(partiesOfConsent(consent).map((party) => scope.parties[party] ?? ''));
    scope.problems.add('DET225', atKey(entry), 'no agreement goes by this rule', {
      details: [`an agreement does that has no \`consent\` of its own and is signed by ${names}`],
      help: 'add those who are missing under `agree:`, or write `consent:` at the issue it is meant for',
    });
  }
  return consent;
}

/** The parties with their constituents. */
export function resolveConstituents(
  node: YamlNode | undefined,
  parties: readonly Party[],
  scope: Scope,
): readonly Party[] {
  const entries = entriesOf(node);
  const withOwn = parties.map((party, index) => ({
    ...party,
    consent: readConsent(entryOf(entries[index]?.value, 'consent')?.value, scope),
  }));
  checkConstituents(withOwn, entries, scope);
  return withOwn;
}

/**
 * Reports circles of constituents, each once, and trees that are too large once constituents are
 * written out. A party that names itself is no circle: there it stands for its own judgement.
 *
 * Depth-first; at most 100 parties. Time O(parties × size of their trees).
 */
function checkConstituents(
  parties: readonly Party[],
  entries: readonly Entry[],
  scope: Scope,
): void {
  const sizes = new Map<number, number>();
  const visit = (party: number, open: readonly number[]): number => {
    const own = parties[party]?.consent;
    if (!own) return 1;
    const known = sizes.get(party);
    if (known !== undefined) return known;
    const at = open.indexOf(party);
    if (at !== -1) {
      const circle = open.slice(at);
      const entry = entryOf(entries[circle[0] as number]?.value, 'consent');
      const names = [...circle, party].map((one) => parties[one]?.id);
      if (entry) {
        const what = `the consent of ${quoted([parties[circle[0] as number]?.id ?? ''])} hangs on itself, in a circle`;
        scope.problems.add('DET247', atKey(entry), what, {
          details: [`the circle: ${names.join(' → ')}`],
          help: 'take one of these names out of the `consent` of the party before it',
        });
      }
      return Number.POSITIVE_INFINITY;
    }
    const inner = partiesOfConsent(own).filter((one) => one !== party);
    const sizeOf = new Map(inner.map((one) => [one, visit(one, [...open, party])]));
    const size = sizeWith(own, (one) => sizeOf.get(one) ?? 1);
    const isKnown = [...sizeOf.values()].every(Number.isFinite);
    const entry = entryOf(entries[party]?.value, 'consent');
    if (size > largestWritten && isKnown && entry) {
      const what = `the consent of "${parties[party]?.id}" names more than ${largestWritten} parties once constituents are written out`;
      scope.problems.add('DET107', atKey(entry), what, { help: 'name each constituent once' });
    }
    sizes.set(party, size > largestWritten ? Number.POSITIVE_INFINITY : size);
    return sizes.get(party) as number;
  };
  for (const party of parties.keys()) visit(party, []);
}

/**
 * Reports agreements that are too large once constituents are written out: nobody would get an answer.
 *
 * @param entries - the issues of the file, one for each of the case.
 */
export function checkAgreements(
  theCase: Pick<Case, 'parties' | 'issues' | 'consent'>,
  entries: readonly Entry[],
  scope: Scope,
): void {
  const sizes = writtenSizes(theCase.parties);
  // What a circle or a party's own tree makes so is reported there.
  if (!sizes.every((size) => size <= largestWritten)) return;
  let total = 0;
  for (const [at, issue] of theCase.issues.entries()) {
    const { control } = issue;
    const entry = entries[at];
    if (control.kind !== 'agree' || !entry) continue;
    const rule = ruleOf(theCase, issue) ?? consentOfAll(control.parties);
    const size = sizeWith(rule, (party) => sizes[party] ?? 1);
    total += size;
    const help = 'name each party and constituent once';
    if (size > largestWritten) {
      const what = `the consent to "${issue.id}" names more than ${largestWritten} parties once constituents are written out`;
      scope.problems.add('DET107', atKey(entry), what, { help });
    } else if (total > largestOfCase) {
      const what = `the agreements up to "${issue.id}" name more than ${largestOfCase} parties once constituents are written out`;
      scope.problems.add('DET107', atKey(entry), what, { help });
      return;
    }
  }
}

/** For each party how many parties stand in its place once constituents are written out. */
function writtenSizes(parties: readonly Party[]): readonly number[] {
  const sizes = new Map<number, number>();
  const sizeOf = (party: number): number => {
    const own = parties[party]?.consent;
    const known = sizes.get(party);
    if (!own || known !== undefined) return known ?? 1;
    // A party met again while it is being measured stands in a circle.
    sizes.set(party, Number.POSITIVE_INFINITY);
    const size = sizeWith(own, (one) => (one === party ? 1 : sizeOf(one)));
    sizes.set(party, size);
    return size;
  };
  return parties.map((_, party) => sizeOf(party));
}

/** How many parties a consent names, each as often as it occurs and counting as much as is said. */
function sizeWith(consent: Consent, of: (party: number) => number): number {
  if (consent.kind === 'party') return of(consent.party);
  const parts = consent.kind === 'weight' ? consent.of.map((one) => one.consent) : consent.of;
  return parts.reduce((sum, part) => sum + sizeWith(part, of), 0);
}
