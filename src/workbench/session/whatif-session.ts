import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../index.js';
import {
  nothingSupposed,
  type OpenDoubt,
  type SupposedAct,
  type Suppositions,
} from '../analysis/protocol.js';
import { actKey, doubtKey } from '../whatif/supposition-key.js';
import { actSays, listed } from '../whatif/supposition-words.js';
import type { Baseline, State } from './state.js';

/** What can be supposed, and taken back. */
export type WhatIfSession = {
  /** Supposes a case of a doubt that is not about a reading. */
  readonly suppose: (doubt: OpenDoubt, chosen: string) => void;
  /** Supposes that something is done, in place of what was supposed about the same issue. */
  readonly supposeDone: (act: SupposedAct) => void;
  /** Takes back one supposition, by its key. */
  readonly takeBack: (key: string) => void;
  readonly takeAllBack: () => void;
  /** Readings and doubts as the file has them by itself but for these changes; acts stay. */
  readonly applyChanges: (changes: readonly Change[]) => void;
};

/** Suppositions, kept by ids; `isTold` says what an answer is told against, `answer` works it out. */
export function createWhatIfSession(
  store: StoreApi<State>,
  setBaseline: (cause: Baseline['cause'], says: string) => void,
  answer: () => Promise<void>,
): WhatIfSession {
  const get = store.getState;

  function change(supposed: Suppositions, says: string, readings = get().readings): void {
    setBaseline('supposed', says);
    store.setState({ supposed, readings });
    void answer();
  }

  return {
    suppose: (doubt, chosen) => {
      const { supposed } = get();
      const { [doubt.id]: before, ...others } = supposed.doubts;
      const isByItself = chosen === doubt.cases[0]?.id;
      if (chosen === (before ?? doubt.cases[0]?.id)) return;
      const doubts = isByItself ? others : { ...others, [doubt.id]: chosen };
      const words = doubt.clauses[isByItself ? (before ?? chosen) : chosen] ?? doubt.id;
      change(
        { ...supposed, doubts },
        `since it is ${isByItself ? 'no longer ' : ''}supposed that ${words}`,
      );
    },
    supposeDone: (act) => {
      const { supposed, answered } = get();
      const acts = [...supposed.acts.filter(({ issue }) => issue !== act.issue), act];
      const words = answered ? actSays(answered.answer, act) : `${act.issue} = ${act.level}`;
      change({ ...supposed, acts }, `since it is supposed that ${words}`);
    },
    takeBack: (key) => {
      const { supposed } = get();
      change(
        {
          doubts: Object.fromEntries(
            Object.entries(supposed.doubts).filter(([doubt]) => doubtKey(doubt) !== key),
          ),
          acts: supposed.acts.filter(({ issue }) => actKey(issue) !== key),
        },
        'since a supposition was taken back',
      );
    },
    takeAllBack: () => change(nothingSupposed, 'since every supposition was taken back'),
    applyChanges: (changes) => {
      const { supposed, answered } = get();
      const doubts = answered?.answer.openings.doubts ?? [];
      const kindOf = (id: string) => doubts.find((doubt) => doubt.id === id)?.kind;
      const entries = (isReading: boolean) =>
        Object.fromEntries(
          changes.flatMap((one) =>
            (kindOf(one.doubt) === 'reading') === isReading ? [[one.doubt, one.case]] : [],
          ),
        );
      const clauses = changes.map(
        (one) =>
          doubts.find(({ id }) => id === one.doubt)?.clauses[one.case] ??
          `${one.doubt} = ${one.case}`,
      );
      const says =
        changes.length === 0
          ? 'since readings and doubts are as the file has them'
          : `since it is supposed that ${listed(clauses)}`;
      change(
        { ...supposed, doubts: entries(false) },
        says,
        // The doubt of a reading is named by its party.
        entries(true),
      );
    },
  };
}
