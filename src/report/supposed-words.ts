import type { Case, Setting } from '../core/case.js';
import { expressionWords } from '../core/expression-words.js';
import type { Act } from '../questions/act.js';
import type { DoubtFound } from '../questions/ensemble-findings.js';
import type { Supposition } from '../questions/what-if.js';
import { doubtWords, readSo } from './doubt-words.js';
import { series } from './phrases.js';

/**
 * What is supposed, as clauses to follow "if": `Russia were read as “…”`, `the United States did not
 * hold “…”`, `the United States were to recognise Crimea as Russian, and kept to it`. Readings, with
 * what hangs on them, and other things in doubt in their order, then the acts, those of the same
 * parties together.
 *
 * @param acts - what was done, and by whom, as the answer to the suppositions found it.
 * @param doubts - what the case leaves open, in words.
 */
export function supposedWords(
  theCase: Case,
  suppositions: readonly Supposition[],
  acts: readonly Act[],
  doubts: readonly DoubtFound[],
): readonly string[] {
  const readings = suppositions.flatMap((one) => {
    if (one.kind !== 'reading') return [];
    const party = theCase.parties[one.party]?.id ?? '';
    const reading = theCase.preferences[one.party]?.[one.reading]?.id ?? '';
    return [{ one, party, reading }];
  });
  const supposedCases = suppositions.flatMap((one) => {
    const found = one.kind === 'doubt' ? doubts.find(({ id }) => id === one.doubt) : undefined;
    if (one.kind !== 'doubt' || !found) return [];
    const { were, also } = doubtWords(theCase, found);
    const host = readings.find(
      ({ party, reading }) => party === found.party && reading === found.reading,
    );
    return [{ one, were: were(one.case), also: host && also?.(one.case), host: host?.one }];
  });
  const others = suppositions.flatMap((one) => {
    if (one.kind === 'act') return [];
    const read = readings.find((other) => other.one === one);
    if (read) {
      const also = supposedCases.flatMap((guest) => (guest.host === one ? (guest.also ?? []) : []));
      return [series([readSo(theCase, read.party, read.reading), ...also])];
    }
    const found = supposedCases.find((other) => other.one === one);
    if (found) return found.also === undefined ? [found.were] : [];
    return one.kind === 'doubt' ? [`${one.doubt} were ${one.case}`] : [];
  });
  return [...others, ...actWords(theCase, acts)];
}

/** Acts by whoever does them; context comes about by nobody's act. */
function actWords(theCase: Case, acts: readonly Act[]): readonly string[] {
  const byActors = new Map<string, Act[]>();
  for (const act of acts) {
    const key = act.actors.join();
    byActors.set(key, [...(byActors.get(key) ?? []), act]);
  }
  return [...byActors.values()].flatMap((group) => {
    const actors = group[0]?.actors ?? [];
    const who = series(actors.map((party) => theCase.parties[party]?.called ?? ''));
    const isKept = ({ setting }: Act) => theCase.today?.[setting.issue] === setting.level;
    const kept = group.filter(isKept).map(({ setting }) => clauseOf(theCase, setting));
    const done = group.filter((act) => !isKept(act)).map(({ setting }) => setting);
    if (actors.length === 0) {
      return [`it were so that ${series(group.map(({ setting }) => clauseOf(theCase, setting)))}`];
    }
    return [
      ...(done.length > 0 ? [`${who} were to ${doing(theCase, done)}, and kept to it`] : []),
      ...(kept.length > 0 ? [`${who} kept it so that ${series(kept)}`] : []),
    ];
  });
}

/** `recognise Crimea as Russian and move so that the road is open`. */
function doing(theCase: Case, settings: readonly Setting[]): string {
  const acts = settings.flatMap(
    ({ issue, level }) => theCase.issues[issue]?.levels[level]?.act ?? [],
  );
  const clauses = settings
    .filter(({ issue, level }) => theCase.issues[issue]?.levels[level]?.act === undefined)
    .map((setting) => clauseOf(theCase, setting));
  const moves = clauses.length > 0 ? [`move so that ${series(clauses)}`] : [];
  return series([...acts, ...moves]);
}

function clauseOf(theCase: Case, { issue, level }: Setting): string {
  return expressionWords(
    { kind: 'comparison', issue, operator: '=', level, span: { start: 0, end: 0 } },
    theCase,
  );
}
