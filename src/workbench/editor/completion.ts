import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Name, Vocabulary } from '../analysis/protocol.js';

const WORD = '[\\p{L}_][\\p{L}\\p{N}_-]*';
const AT_WORD = new RegExp(`(?:${WORD})?$`, 'u');
/** `pump = sh`, `front >= fr`, `pump: sh`, `pump: [shared, lo`, `pump in [shared, lo`. */
const AT_LEVEL = new RegExp(
  `(${WORD})\\s*(?:=|!=|<=|>=|<|>|:\\s|:\\s+\\[(?:[^\\]{}:,]*,)*|\\bin\\s*\\[(?:[^\\]]*,)?)\\s*(?:${WORD})?$`,
  'u',
);
const ONE_WORD = new RegExp(`^${WORD}$`, 'u');
const AT_EVIDENCE = /\bfrom:\s*(?:\[[^\]]*)?$/u;
/** The place of a key: start of a line or list item, or within braces. */
const AT_KEY = new RegExp(`(?:^\\s*(?:- )?|[{,]\\s*)(?:${WORD})?$`, 'u');

const CONDITION_WORDS: readonly Completion[] = [
  'and',
  'or',
  'not',
  'if',
  'then',
  'iff',
  'in',
  'at least',
].map((label) => ({ label, type: 'keyword' }));

/**
 * Completes with the names of the case: levels behind their issue, evidence behind `from:`, at the
 * place of a key the keys that the text uses elsewhere, else every name a condition can use.
 */
export function completeCase(
  { state, pos, explicit }: CompletionContext,
  vocabulary: Vocabulary | undefined,
): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  if (/(^|\s)#/.test(before)) return null;
  const word = AT_WORD.exec(before)?.[0] ?? '';
  if (word === '' && !explicit) return null;
  const lead = before.slice(0, before.length - word.length);
  const options = optionsAt(state, pos, lead, word, vocabulary);
  return options.length === 0
    ? null
    : { from: pos - word.length, options: [...options], validFor: AT_WORD };
}

function optionsAt(
  state: EditorState,
  pos: number,
  lead: string,
  word: string,
  vocabulary: Vocabulary | undefined,
): readonly Completion[] {
  const issue = AT_LEVEL.exec(lead)?.[1];
  const levels = vocabulary?.issues.find(({ id }) => id === issue)?.levels;
  if (levels) return completions(levels, 'enum');
  if (vocabulary && AT_EVIDENCE.test(lead)) {
    return [{ label: 'judgement', type: 'keyword' }, ...completions(vocabulary.evidence, 'text')];
  }
  const names = vocabulary
    ? [
        ...completions(vocabulary.issues, 'variable'),
        ...completions(vocabulary.terms, 'function'),
        ...completions(vocabulary.outcomes, 'constant'),
        ...completions(vocabulary.parties, 'class'),
      ]
    : [];
  if (!AT_KEY.test(lead + word)) return [...names, ...CONDITION_WORDS];
  const known = new Set(names.map(({ label }) => label));
  const keys = keysIn(state, pos).filter((key) => !known.has(key));
  return [...keys.map((label) => ({ label, type: 'property', apply: `${label}: ` })), ...names];
}

function completions(names: readonly Name[], type: string): readonly Completion[] {
  return names.map(({ id, says }) => ({ label: id, detail: shortened(says), type }));
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** Every key that the text uses, in the order of the text, without the one being written. */
function keysIn(state: EditorState, pos: number): readonly string[] {
  const keys = new Set<string>();
  syntaxTree(state).iterate({
    enter: ({ name, from, to }) => {
      const isWritten = from <= pos && pos <= to;
      if (name === 'Key' && !isWritten) keys.add(state.sliceDoc(from, to));
    },
  });
  return [...keys].filter((key) => ONE_WORD.test(key));
}
