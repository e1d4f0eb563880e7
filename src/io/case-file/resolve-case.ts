import type { Case, SealedSpan } from '../../core/case.js';
import { checkCircles, type Definition } from './circles.js';
import { checkId } from './identifiers.js';
import { positionAt } from './position.js';
import { atKey, type Problems } from './problems.js';
import { readDate } from './read-values.js';
import {
  resolveCoalesce,
  resolveOutcomes,
  resolveRules,
  resolveTerms,
} from './resolve-conditions.js';
import { checkAgreements, resolveCaseConsent, resolveConstituents } from './resolve-consent.js';
import { checkEvidenceIds, resolveEvidence } from './resolve-evidence.js';
import { nameIssues, resolveIssue, resolveToday } from './resolve-issues.js';
import { resolveParties } from './resolve-parties.js';
import { resolvePerception } from './resolve-perception.js';
import { resolvePreferences } from './resolve-preferences.js';
import { resolveProposals, resolveTracks } from './resolve-proposals.js';
import { resolveThreats } from './resolve-threats.js';
import type { Scope } from './scope.js';
import { childOf, type Entry, entriesOf, entryOf, type MapNode, textOf } from './yaml-tree.js';

/** Most terms, named outcomes and scenarios read, each. */
const mostNames = 1_000;

/**
 * Turns names into positions and texts into conditions and numbers, reporting everything that does
 * not resolve. What is returned can be used only if nothing was reported as an error: flaws leave
 * stand-ins behind, so that one of them does not hide the next.
 */
export function resolveCase(
  file: string,
  root: MapNode,
  later: SealedSpan | undefined,
  problems: Problems,
  allowBareWord: Scope['allowBareWord'],
): Case {
  const parties = resolveParties(entryOf(root, 'parties'), problems);
  const issues = nameIssues(entryOf(root, 'issues'), problems);
  const termEntries = namedEntries(root, 'terms', problems);
  const outcomeEntries = namedEntries(root, 'outcomes', problems);
  const scenarioEntries = namedEntries(root, 'scenarios', problems);
  checkNameSpace(file, root, problems);
  for (const entry of scenarioEntries) checkId(entry.key, 'name', atKey(entry), problems);
  checkEvidenceIds(root, problems);

  const idsOf = (key: string) => entriesOf(childOf(root, key)).map((entry) => entry.key);
  const scope: Scope = {
    file,
    problems,
    parties: parties.map((party) => party.id),
    partyIndex: new Map(parties.map((party, index) => [party.id, index])),
    issues,
    issueIndex: new Map(issues.map((issue, index) => [issue.id, index])),
    names: {
      issues: issues.map(({ id, levels, isLever }) => ({ id, levels, isLever })),
      terms: termEntries.map((entry) => entry.key),
      outcomes: outcomeEntries.map((entry) => entry.key),
    },
    hasToday: entryOf(root, 'today') !== undefined,
    evidenceIds: new Set([...idsOf('sources'), ...idsOf('statements'), ...idsOf('claims')]),
    sourceIds: new Set(idsOf('sources')),
    claimAndHypothesisIds: new Set([...idsOf('claims'), ...idsOf('hypotheses')]),
    allowBareWord,
  };

  const terms = termEntries.length > 0 ? resolveTerms(childOf(root, 'terms'), scope) : [];
  const outcomes =
    outcomeEntries.length > 0 ? resolveOutcomes(childOf(root, 'outcomes'), scope) : [];
  const definition =
    (of: Definition['of'], entries: readonly Entry[]) =>
    ({ id, when }: Pick<Definition, 'id' | 'when'>, index: number): readonly Definition[] => {
      const entry = entries[index];
      return entry ? [{ id, of, index, when, entry }] : [];
    };
  checkCircles(
    [
      ...terms.flatMap(definition('term', termEntries)),
      ...outcomes.flatMap(definition('outcome', outcomeEntries)),
    ],
    problems,
  );

  const title = entryOf(root, 'title');
  if (title && textOf(title.value)?.trim() === '') {
    problems.add('DET203', atKey(title), '"title" is empty', { help: 'write a title of one line' });
  }

  const resolvedIssues = issues.map((issue, index) => resolveIssue(issue, index, scope));
  const whole = {
    parties: resolveConstituents(
      childOf(root, 'parties'),
      resolvePerception(childOf(root, 'parties'), parties, scope),
      scope,
    ),
    issues: resolvedIssues,
    consent: resolveCaseConsent(entryOf(root, 'consent'), resolvedIssues, scope),
  };
  checkAgreements(
    whole,
    issues.map(({ entry }) => entry),
    scope,
  );
  return {
    ...whole,
    title: textOf(title?.value) ?? '',
    asOf: readDate(childOf(root, 'as_of'), problems),
    question: textOf(childOf(root, 'question')),
    decisionFor: textOf(childOf(root, 'decision_for')),
    handling: textOf(childOf(root, 'handling')),
    note: textOf(childOf(root, 'note')),
    ...resolveToday(entryOf(root, 'today'), scope),
    rules: resolveRules(childOf(root, 'rules'), scope),
    coalesce: resolveCoalesce(childOf(root, 'coalesce'), scope),
    terms,
    outcomes,
    scenarios: scenarioEntries.length > 0 ? resolveOutcomes(childOf(root, 'scenarios'), scope) : [],
    preferences: resolvePreferences(root, scope),
    proposals: resolveProposals(childOf(root, 'proposals'), scope),
    tracks: resolveTracks(childOf(root, 'tracks'), scope),
    threats: resolveThreats(childOf(root, 'threats'), scope),
    evidence: resolveEvidence(root, scope),
    later,
  };
}

function namedEntries(root: MapNode, key: string, problems: Problems): readonly Entry[] {
  const entry = entryOf(root, key);
  const entries = entriesOf(entry?.value);
  if (!entry || entries.length <= mostNames) return entries;
  problems.add(
    'DET107',
    atKey(entry),
    `there are ${entries.length} ${key}; at most ${mostNames} are read`,
    {
      help: 'remove those that nothing uses',
    },
  );
  return [];
}

/** Issues, terms and outcomes can all stand in a condition, so each name means one of them only. */
function checkNameSpace(file: string, root: MapNode, problems: Problems): void {
  const kinds = { issues: 'an issue', terms: 'a term', outcomes: 'an outcome' };
  const first = new Map<string, { readonly entry: Entry; readonly words: string }>();
  for (const [key, words] of Object.entries(kinds)) {
    for (const entry of entriesOf(childOf(root, key))) {
      const earlier = first.get(entry.key);
      if (earlier) {
        const { line } = positionAt(file, earlier.entry.keySpan.start);
        problems.add(
          'DET213',
          atKey(entry),
          `"${entry.key}" is the name of ${earlier.words} and of ${words}`,
          {
            details: [`${earlier.words} on line ${line}; conditions could mean either`],
            help: 'rename one of the two',
          },
        );
      } else {
        first.set(entry.key, { entry, words });
        if (key !== 'issues') checkId(entry.key, 'name', atKey(entry), problems);
      }
    }
  }
}
