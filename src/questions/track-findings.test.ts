import { describe, expect, it } from 'vitest';
import { caseAt, readingSet } from '../../test/cases/answers.js';
import { caseOfText } from '../../test/small/small-cases.js';
import type { Case } from '../core/case.js';
import { buildModel, type Model, payoffAt, type ReadingSet } from '../core/model.js';
import { levelsOf } from '../core/space.js';
import { plainText } from '../report/document.js';
import { trackBlocks } from '../report/track-blocks.js';
import { wordsFor } from '../report/words.js';
import { dealSettingOf } from './deal-setting.js';
import { mostTracks, statesOfTracks, trackFindings } from './track-findings.js';

function ask(theCase: Case, readings?: ReadingSet, track: string | null = null) {
  const model = buildModel(theCase, readings);
  const setting = dealSettingOf(model, { concept: 'firm', replies: 'alone', noDeal: 'ends' });
  if (!setting) throw new Error('the work was stopped');
  const limits: string[] = [];
  const findings = trackFindings(setting, { track }, undefined, limits);
  if (!findings) throw new Error('there are no tracks');
  const levels = new Map(
    [model.space.today ?? 0, ...statesOfTracks(findings)].map((state) => [
      state,
      levelsOf(model.space, state),
    ]),
  );
  const words = wordsFor(
    theCase,
    model.space.today ?? null,
    (state) => levels.get(state) ?? [],
    [],
    'firm',
  );
  const lines = trackBlocks(words, theCase, findings).flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [plainText(block.content)];
    return block.kind === 'list' ? block.items.map(({ content }) => plainText(content)) : [];
  });
  return { model, setting, findings, limits, lines };
}

/** P and Q could trade by themselves; with R they could trade more. */
const bridge = (line = '') =>
  caseOfText(`
detente: 1
title: A bridge and a toll
parties: {P: Pland, Q: Quland, R: Rland}
issues:
  trade: {label: the trade, agree: [P, Q], leave: none, levels: {none: closed, open: {label: open, says: there is trade}}}
  bridge: {label: the bridge, agree: [P, Q, R], leave: none, levels: {none: unbuilt, built: {label: built, says: there is a bridge}}}
today: {trade: none, bridge: none}
preferences:
  P: {only: {wants: [{want: bridge = built, label: a bridge}, {want: trade = open, label: trade}] ${line}}}
  Q: {only: {wants: [{want: trade = open, label: trade}, {want: bridge = none, label: no bridge}]}}
  R: {only: {wants: [{want: trade = none or bridge = built, label: no trade past it}, {want: bridge = built, label: a bridge}]}}
tracks:
  trade_talks: {label: the trade talks, parties: [P, Q], issues: [trade]}
  bridge_talks: {label: the bridge talks, parties: [P, Q, R], issues: [bridge]}
`);

describe('two tracks of a small case', () => {
  it('are told in sentences that can be defended', () => {
    const { lines } = ask(bridge());
    // Worked by hand: trade pays P and Q, R loses by it alone; the bridge costs Q more than nothing.
    expect(lines).toEqual([
      '# Tracks',
      'No deal is where things go if left alone: as today.',
      '# Pland and Quland without Rland',
      'Yes, on these readings: Pland and Quland could sign “the trade talks” without Rland. By fallback bargaining (Pland and Quland have no points) it would be closed at this: there is trade.',
      'By themselves, rather than with both as one (there is trade and there is a bridge): at once Pland would be worse off, losing “a bridge”; Quland would be better off, gaining “no bridge”.',
      'Were it closed at this: there is trade: at once Rland would be worse off, losing “no trade past it” (against no deal).',
      'No red line of theirs stands against it, on any of their readings, and no deal that needs Rland is at least as good for them as what they could sign.',
      '# Each track by itself',
      '“the trade talks” (Pland and Quland): 1 package could be signed; deals among them at least as good as no deal for all who would have to sign: 1. By fallback bargaining (Pland and Quland have no points) it would be closed at this: there is trade.',
      '“the bridge talks” (Pland, Quland and Rland): 1 package could be signed; deals among them at least as good as no deal for all who would have to sign: none. If there is a bridge: Quland would not sign (losing “no bridge”).',
      '# The trade talks and the bridge talks',
      'First “the trade talks”, then “the bridge talks”, as they come or foreseeing the second: the first would be closed at this: there is trade; the second stays open; things would then stay there.',
      'First “the bridge talks”, then “the trade talks”, as they come or foreseeing the second: the first stays open; the second would be closed at this: there is trade; things would then stay there.',
      'Deals of “the bridge talks” at least as good as no deal for those who would have to sign: 0 today, 0 once “the trade talks” is closed. Though it has no part in it, Rland would be worse off, losing “no trade past it”.',
      'Linked, Pland, Quland and Rland could sign one package that the two do not offer side by side: there is trade and there is a bridge. The trades in it: Quland would give “no bridge” for “trade”.',
    ]);
  });

  it('name the red line that ties them, and the level that would make up for it', () => {
    const line =
      ', red_lines: [{line: trade = open and bridge = none, label: trade without a bridge}]';
    const { findings, lines } = ask(bridge(line));
    const [answer] = findings.answers;
    expect(answer?.canAlone).toBe(false);
    expect(answer?.links.redLines).toEqual([
      {
        party: 'P',
        line: 'trade without a bridge',
        reading: 'only',
        isInForce: true,
        crossed: 1,
        of: 1,
      },
    ]);
    expect(answer?.links.additions).toEqual([
      { state: 3, levels: [{ issue: 'bridge', level: 'built' }] },
    ]);
    expect(lines).toContain(
      'No, on these readings: no package of “the trade talks” is at least as good as no deal for Pland and Quland alike. If there is trade: Pland would not sign (its red line “trade without a bridge” crossed).',
    );
    expect(lines).toContain(
      'What would make a refused package of “the trade talks” one that all would sign, with the fewest levels from outside it: there is a bridge.',
    );
  });

  it('are nothing without a track or a today, and limited to six with a word', () => {
    const { tracks: _, ...rest } = bridge();
    const setting = dealSettingOf(buildModel({ ...rest, tracks: [] }), {
      concept: 'firm',
      replies: 'alone',
      noDeal: 'ends',
    });
    if (!setting) throw new Error('the work was stopped');
    expect(trackFindings(setting, { track: null })).toBeNull();
    expect(() => trackFindings(setting, { track: 'none' })).not.toThrow();
    const many = Array.from({ length: mostTracks + 1 }, (_one, at) => ({
      id: `t${at}`,
      label: `t${at}`,
      parties: [0, 1],
      issues: [0],
      note: undefined,
    }));
    const { findings, limits } = ask({ ...rest, tracks: many }, undefined, 't6');
    expect(findings.tracks.map(({ id }) => id)).toEqual(['t0', 't1', 't2', 't3', 't4', 't6']);
    expect(findings.pairs.map(({ tracks }) => tracks[1])).toEqual(['t6', 't6', 't6', 't6', 't6']);
    expect(limits).toEqual([
      'The case has 7 tracks; the first 6 were looked at, "t6" with each other one.',
    ]);
  });
});

const level = (theCase: Case, levels: readonly number[], issue: string) => {
  const at = theCase.issues.findIndex(({ id }) => id === issue);
  return theCase.issues[at]?.levels[levels[at] as number]?.id;
};

describe('spring 2025', () => {
  const theCase = caseAt('../../cases/examples/spring-2025.yaml');
  const [US, RU] = [0, 1];
  const track = 'normalisation_track';

  /** Outcomes that differ from today, or from where things go, in relations, and perhaps in US sanctions: a deal of the two. */
  const dealsOfTwo = ({ model, setting }: ReturnType<typeof ask>) =>
    [...new Set([model.space.today as number, ...setting.ends.flat()])].flatMap((start) =>
      dealsFrom(model, start),
    );
  const dealsFrom = (model: Model, start: number) =>
    Array.from({ length: model.states }, (_, state) => state).filter((state) => {
      const levels = levelsOf(model.space, state);
      return (
        levels.every(
          (one, at) =>
            one === levelsOf(model.space, start)[at] ||
            ['normalisation', 'us_sanctions'].includes(theCase.issues[at]?.id as string),
        ) && level(theCase, levels, 'normalisation') !== 'none'
      );
    });

  it('says of each default package of the two who would refuse it', () => {
    const asked = ask(theCase);
    const { model, findings } = asked;
    const noDeal = asked.setting.ends.flat();
    const willing = (party: number, state: number) =>
      noDeal.every((end) => payoffAt(model, party, state) >= payoffAt(model, party, end));
    const [answer] = findings.answers;
    const own = findings.tracks.find(({ id }) => id === track);
    // Relief without a ceasefire is the red line; everything here is without a ceasefire.
    const signed = dealsOfTwo(asked).filter(
      (state) =>
        level(theCase, levelsOf(model.space, state), 'us_sanctions') === 'kept' &&
        willing(US, state) &&
        willing(RU, state),
    );
    expect(own?.zone).toBe(signed.length);
    expect(answer).toMatchObject({
      alone: track,
      full: 'settlement',
      parties: ['US', 'RU'],
      absent: ['UA', 'EU'],
      canAlone: signed.length > 0,
    });
    expect(answer?.links.redLines.find(({ isInForce }) => isInForce)).toMatchObject({
      party: 'US',
      line: 'relief without a ceasefire',
      crossed: dealsOfTwo(asked).filter(
        (state) => level(theCase, levelsOf(model.space, state), 'us_sanctions') !== 'kept',
      ).length,
    });
  });

  it('lets the two settle without Ukraine where engagement has a value of its own', () => {
    const asked = ask(theCase, readingSet(theCase, { US: 'engage' }));
    const { model, findings } = asked;
    const noDeal = asked.setting.ends.flat();
    // The red line of this reading, added pressure, is crossed by none of them.
    const signed = dealsOfTwo(asked).filter((state) =>
      [US, RU].every((party) =>
        noDeal.every((end) => payoffAt(model, party, state) >= payoffAt(model, party, end)),
      ),
    );
    expect(signed.length).toBeGreaterThan(0);
    const [answer] = findings.answers;
    expect(answer?.canAlone).toBe(true);
    expect(findings.tracks.find(({ id }) => id === track)?.zone).toBe(signed.length);
    for (const { state, inTheEnd } of answer?.leaves ?? []) {
      expect(signed).toContain(state);
      const after = asked.setting.verdicts.from(state).ends.flat();
      for (const { party, comparison } of inTheEnd) {
        const at = theCase.parties.findIndex(({ id }) => id === party);
        const worse = after.every((end) =>
          noDeal.every((other) => payoffAt(model, at, end) < payoffAt(model, at, other)),
        );
        expect(comparison === 'worse').toBe(worse);
      }
    }
    // Europe loses though it has no part in it.
    expect(
      answer?.leaves.some(({ inTheEnd }) =>
        inTheEnd.some(({ party, comparison }) => party === 'EU' && comparison === 'worse'),
      ),
    ).toBe(true);
    // On another reading of its own a red line stands against it.
    expect(answer?.links.redLines).toContainEqual({
      party: 'US',
      line: 'relief without a ceasefire',
      reading: 'conditional',
      isInForce: false,
      crossed: signed.filter(
        (state) => level(theCase, levelsOf(model.space, state), 'us_sanctions') !== 'kept',
      ).length,
      of: signed.length,
    });
  });
});

describe('Camp David', () => {
  it('has a treaty bound to the West Bank take away the framework beside it', () => {
    const theCase = caseAt('../../cases/examples/camp-david-1978.yaml');
    const { model, findings, setting } = ask(theCase);
    const [pair] = findings.pairs;
    const closing = pair?.closings.find(({ closed }) => closed === 'sinai_track');
    const framework = theCase.issues.findIndex(({ id }) => id === 'framework');
    for (const { state, zoneBefore, zoneAfter } of closing?.outcomes ?? []) {
      expect([zoneBefore, zoneAfter]).toEqual([1, 0]);
      const ends = setting.verdicts.from(state).ends.flat();
      const wanted = levelsOf(model.space, state).map((one, at) => (at === framework ? 1 : one));
      const signed = Array.from({ length: model.states }, (_, one) => one).find(
        (one) => levelsOf(model.space, one).join() === wanted.join(),
      );
      // One of its signers would rather have where things go without it, or has a red line there.
      expect(
        signed !== undefined &&
          model.payoffs.some(
            (_, party) =>
              ends.some((end) => payoffAt(model, party, signed) < payoffAt(model, party, end)) ||
              model.hasRedLineCrossed(party, signed),
          ),
      ).toBe(true);
    }
    expect(closing?.outcomes.length).toBeGreaterThan(0);
    // All three negotiate both, so nobody is absent.
    expect(findings.answers).toEqual([]);
  });
});
