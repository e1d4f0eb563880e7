import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Analyst } from '../analysis/analyst.js';
import { type Answer, type Job, nothingSupposed, type Outcome } from '../analysis/protocol.js';
import { createRivalsSession } from './rivals-session.js';
import { type Answered, initialState, type State } from './state.js';

type Asking = { readonly job: Job; readonly answer: (outcome: Outcome | undefined) => void };

/** Answers when it is told to. */
function analyst(): Analyst & { readonly asked: Asking[] } {
  const asked: Asking[] = [];
  return {
    asked,
    ask: (job) => new Promise((answer) => asked.push({ job, answer })),
    close: () => {},
  };
}

const counted = { report: {}, aside: [] } as unknown as NonNullable<
  Extract<Outcome, { kind: 'rivals' }>['rivals']
>;
const told: Outcome = {
  kind: 'answer',
  diagnostics: [],
  answer: { brief: 'told', briefAlone: 'alone', graph: 'other' } as unknown as Answer,
};

function answered(text: string, readings = {}): Answered {
  const answer = {
    brief: 'alone',
    briefAlone: undefined,
    graph: 'graph',
    openings: { aside: [] },
  } as unknown as Answer;
  return { text, readings, supposed: nothingSupposed, answer };
}

function session(text = 'a') {
  const store = createStore<State>(() => ({ ...initialState, text, answered: answered(text) }));
  const [main, rivals] = [analyst(), analyst()];
  return { store, main, rivals, session: createRivalsSession(store, main, rivals) };
}

/** Lets what was answered take effect. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the brief alone is changed once the rival readings are worked out', async () => {
  const { store, main, rivals, session: own } = session();
  void own.tell();
  expect(main.asked).toEqual([]);
  rivals.asked[0]?.answer({ kind: 'rivals', rivals: counted });
  await settle();
  expect(main.asked[0]?.job).toMatchObject({ kind: 'answer', text: 'a', rivals: counted });
  main.asked[0]?.answer(told);
  await settle();
  expect(store.getState().answered?.answer).toMatchObject({
    brief: 'told',
    briefAlone: 'alone',
    graph: 'graph',
  });
});

test('they are worked out once for a text, whichever readings are in force', async () => {
  const { store, rivals, session: own } = session();
  void own.tell();
  void own.tell();
  rivals.asked[0]?.answer({ kind: 'rivals', rivals: counted });
  await settle();
  const other = answered('a', { North: 'fear' });
  store.setState({ answered: other });
  void own.tell();
  await settle();
  expect(rivals.asked).toHaveLength(1);
  expect(own.known(other)).toBe(counted);
  expect(own.known(answered('b'))).toBeUndefined();
});

test('what comes while another answer is on its way, or for another text, changes nothing', async () => {
  for (const change of [{ isComputing: true }, { text: 'ab' }] satisfies Partial<State>[]) {
    const { store, main, rivals, session: own } = session();
    void own.tell();
    store.setState(change);
    rivals.asked[0]?.answer({ kind: 'rivals', rivals: counted });
    await settle();
    expect(main.asked).toEqual([]);
  }
});

test('where there is nothing to tell, or it fails, it is not asked again', async () => {
  for (const outcome of [
    { kind: 'rivals', rivals: undefined },
    { kind: 'failed', message: 'out of memory' },
  ] satisfies Outcome[]) {
    const { main, rivals, session: own } = session();
    void own.tell();
    rivals.asked[0]?.answer(outcome);
    await settle();
    await own.tell();
    expect([rivals.asked.length, main.asked.length]).toEqual([1, 0]);
  }
});
