import type {
  Claim,
  ClaimStatus,
  Evidence,
  Hypothesis,
  Passage,
  Source,
  Statement,
} from '../../core/case.js';
import { formatRational, parseRational } from '../../core/rational.js';
import { checkId } from './identifiers.js';
import { atKey, atValue, type Problems } from './problems.js';
import { readCondition } from './read-condition.js';
import { positive, readDate, readNumber, readWhole } from './read-values.js';
import { readingNames } from './reading-ids.js';
import { evidenceOf, partyOf, reportUnknownEvidence } from './references.js';
import { resolveQuestions } from './resolve-questions.js';
import { claimStatuses } from './schema-evidence.js';
import type { Scope } from './scope.js';
import {
  childOf,
  type Entry,
  entriesOf,
  itemsOf,
  type MapNode,
  textOf,
  textsOf,
  type YamlNode,
} from './yaml-tree.js';

const evidenceKeys = ['sources', 'statements', 'claims', 'hypotheses', 'questions'];
/** Words that stand for something else where evidence is expected. */
const evidenceWords = ['judgement'];

/** Reports ids of evidence that cannot be ids or are given twice, whatever kind they name. */
export function checkEvidenceIds(root: MapNode, problems: Problems): void {
  const first = new Map<string, string>();
  for (const kind of evidenceKeys) {
    for (const entry of entriesOf(childOf(root, kind))) {
      checkId(entry.key, 'evidence', atKey(entry), problems, evidenceWords);
      const earlier = first.get(entry.key);
      if (earlier) {
        problems.add(
          'DET213',
          atKey(entry),
          `"${entry.key}" is already an id under \`${earlier}\``,
          {
            details: ['sources, statements, claims, hypotheses and questions share one set of ids'],
            help: 'rename one of the two',
          },
        );
      } else first.set(entry.key, kind);
    }
  }
}

/** The evidence of a case. */
export function resolveEvidence(root: MapNode, scope: Scope): Evidence {
  const all = <Item>(key: string, resolve: (entry: Entry, scope: Scope) => Item) =>
    entriesOf(childOf(root, key)).map((entry) => resolve(entry, scope));
  return {
    sources: all('sources', resolveSource),
    statements: all('statements', resolveStatement),
    claims: all('claims', resolveClaim),
    hypotheses: all('hypotheses', resolveHypothesis),
    questions: resolveQuestions(childOf(root, 'questions'), readingNames(root, scope), scope),
  };
}

function resolveSource({ key, value }: Entry, { problems }: Scope): Source {
  return {
    id: key,
    title: textOf(childOf(value, 'title')) ?? key,
    kind: textOf(childOf(value, 'kind')),
    outlet: textOf(childOf(value, 'outlet')),
    date: readDate(childOf(value, 'date'), problems),
    accessed: readDate(childOf(value, 'accessed'), problems),
    language: textOf(childOf(value, 'language')),
    slant: textOf(childOf(value, 'slant')),
    reliability: textOf(childOf(value, 'reliability')),
    origin: textOf(childOf(value, 'origin')),
    via: textsOf(childOf(value, 'via')).map((via) => via.text),
    url: textOf(childOf(value, 'url')),
    note: textOf(childOf(value, 'note')),
  };
}

function resolveStatement({ key, value }: Entry, scope: Scope): Statement {
  const { problems } = scope;
  const party = childOf(value, 'party');
  return {
    id: key,
    text: textOf(childOf(value, 'text')) ?? '',
    source: evidenceOf(childOf(value, 'source'), scope, scope.sourceIds, [])[0] ?? '',
    speaker: textOf(childOf(value, 'speaker')),
    party: party?.kind === 'text' ? partyOf(party.text, atValue(party), scope) : undefined,
    reportedBy: textsOf(childOf(value, 'reported_by')).map((hop) => hop.text),
    kind: textOf(childOf(value, 'kind')),
    modality: textOf(childOf(value, 'modality')),
    said: readDate(childOf(value, 'said'), problems),
    published: readDate(childOf(value, 'published'), problems),
    credibility: readWhole(childOf(value, 'credibility'), 1, 6, problems),
    passage: resolvePassage(childOf(value, 'passage'), problems),
    note: textOf(childOf(value, 'note')),
  };
}

function resolvePassage(node: YamlNode | undefined, problems: Problems): Passage | undefined {
  if (node?.kind !== 'map') return undefined;
  const position = childOf(node, 'position');
  const [start, end] = itemsOf(position).map((item) =>
    readWhole(item, 0, Number.MAX_SAFE_INTEGER, problems),
  );
  const isPair = position?.kind === 'list' && position.items.length === 2;
  if (position?.kind === 'list' && (!isPair || (start ?? 0) > (end ?? start ?? 0))) {
    problems.add(
      'DET203',
      atValue(position),
      '"position" should be two numbers, the first not above the second',
      {
        help: 'write [start, end], counted in characters from 0',
      },
    );
  }
  return {
    exact: textOf(childOf(node, 'exact')) ?? '',
    prefix: textOf(childOf(node, 'prefix')),
    suffix: textOf(childOf(node, 'suffix')),
    position: start === undefined || end === undefined ? undefined : { start, end },
    hash: textOf(childOf(node, 'hash')),
  };
}

function resolveClaim(entry: Entry, scope: Scope): Claim {
  const { key, value } = entry;
  const status = textOf(childOf(value, 'status'));
  const against = evidenceOf(childOf(value, 'against'), scope, scope.evidenceIds, []);
  if ((status === 'contested' || status === 'contradicted') && against.length === 0) {
    scope.problems.add(
      'DET420',
      atKey(entry),
      `"${key}" is ${status}, but nothing is listed against it`,
      {
        help: 'list the evidence under `against:`, or change the status',
      },
    );
  }
  return {
    id: key,
    text: textOf(childOf(value, 'text')) ?? '',
    status: claimStatuses.find((each): each is ClaimStatus => each === status) ?? 'stated',
    for: evidenceOf(childOf(value, 'for'), scope, scope.evidenceIds, []),
    against,
    note: textOf(childOf(value, 'note')),
  };
}

const bearings = ['--', '-', '0', '+', '++'];

function resolveHypothesis({ key, value }: Entry, scope: Scope): Hypothesis {
  const evidence = entriesOf(childOf(value, 'evidence')).map((line) => {
    if (!scope.evidenceIds.has(line.key)) {
      reportUnknownEvidence(line.key, atKey(line), scope, scope.evidenceIds, []);
    }
    return { id: line.key, bearing: readBearing(line.value, scope.problems) };
  });
  return {
    id: key,
    text: textOf(childOf(value, 'text')) ?? '',
    when: readCondition(childOf(value, 'when'), scope)?.expression,
    evidence,
    note: textOf(childOf(value, 'note')),
  };
}

function readBearing(node: YamlNode, problems: Problems): string {
  if (node.kind !== 'text') return '0';
  if (bearings.includes(node.text)) return node.text;
  if (parseRational(node.text) === undefined) {
    problems.add('DET206', atValue(node), `a bearing cannot be "${node.text}"`, {
      details: [
        'it should be --, -, 0, +, ++, or how many times more expected under the hypothesis',
      ],
      help: 'write one of the signs, or a number above 0',
    });
    return '0';
  }
  const ratio = readNumber(node, problems, positive);
  return ratio ? formatRational(ratio) : '0';
}
