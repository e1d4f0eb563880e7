import type { Indicator, OutsideForecast, Question } from '../../core/case.js';
import { zero } from '../../core/rational.js';
import { atValue } from './problems.js';
import { positive, readDate, readNumber, share } from './read-values.js';
import { enumerate, evidenceOf, helpWithName } from './references.js';
import type { Scope } from './scope.js';
import {
  childOf,
  entriesOf,
  itemsOf,
  type TextNode,
  textOf,
  textsOf,
  type YamlNode,
} from './yaml-tree.js';

/**
 * Open questions, the signs to watch for and what others forecast.
 *
 * @param readings - names of parties, for their readings, and of single readings.
 */
export function resolveQuestions(
  node: YamlNode | undefined,
  readings: readonly string[],
  scope: Scope,
): readonly Question[] {
  return entriesOf(node).map(({ key, value }) => ({
    id: key,
    text: textOf(childOf(value, 'text')) ?? '',
    by: readDate(childOf(value, 'by'), scope.problems),
    resolves: textOf(childOf(value, 'resolves')),
    bearsOn: textsOf(childOf(value, 'bears_on')).flatMap((item) =>
      isKnown(item, readings, scope) ? [item.text] : [],
    ),
    indicators: itemsOf(childOf(value, 'indicators')).map((item) => resolveIndicator(item, scope)),
    forecasts: itemsOf(childOf(value, 'forecasts')).map((item) => resolveForecast(item, scope)),
    note: textOf(childOf(value, 'note')),
  }));
}

function resolveIndicator(node: YamlNode, scope: Scope): Indicator {
  return {
    text: textOf(node) ?? textOf(childOf(node, 'text')) ?? '',
    ratio: readNumber(childOf(node, 'ratio'), scope.problems, positive),
  };
}

function resolveForecast(node: YamlNode, scope: Scope): OutsideForecast {
  return {
    source: evidenceOf(childOf(node, 'source'), scope, scope.sourceIds, [])[0] ?? '',
    at: readDate(childOf(node, 'at'), scope.problems),
    probability: readNumber(childOf(node, 'probability'), scope.problems, share) ?? zero,
    note: textOf(childOf(node, 'note')),
  };
}

/** What a question can bear on: one thing of the case that has the name, and one only. */
function isKnown(item: TextNode, readings: readonly string[], scope: Scope): boolean {
  const { text } = item;
  const names = [...scope.issueIndex.keys(), ...scope.names.terms, ...scope.names.outcomes];
  const kinds = [
    { words: 'a name of the case', has: names.includes(text) },
    { words: 'the id of a claim or hypothesis', has: scope.claimAndHypothesisIds.has(text) },
    { words: 'the id of a party', has: readings.includes(text) },
  ].filter(({ has }) => has);
  if (kinds.length > 1) {
    scope.problems.add(
      'DET213',
      atValue(item),
      `"${text}" is ${kinds.map(({ words }) => words).join(' and ')}`,
      {
        help: 'rename one of the two, so that it is clear what is meant',
      },
    );
  }
  if (kinds.length > 0) return true;
  const known = [...names, ...scope.claimAndHypothesisIds, ...readings];
  scope.problems.add('DET212', atValue(item), `nothing in the case has the name "${text}"`, {
    details: [`a question can bear on: ${enumerate(known)}`],
    help: helpWithName(
      text,
      known,
      'use the id of an issue, a term, an outcome, a claim, a hypothesis or a party, or a reading as party.reading',
    ),
  });
  return false;
}
