import type { StoreApi } from 'zustand/vanilla';
import type { CountSize } from '../analysis/protocol.js';
import type {
  CoordinatorNews,
  CoordinatorTask,
  CountChoices,
  EnsembleAsked,
  EnsembleChoices,
} from '../ensemble/ensemble-protocol.js';
import { askedOf, type Counted, type State } from './state.js';

/** How long a stop may take before the workers are ended, in milliseconds. */
const PATIENCE = 1500;

/** Sets times outcomes up to which a count starts by itself: a few seconds of work. */
export const smallWork = 2 ** 18;

/** What the session needs of the worker that counts. */
export type Coordinator = {
  postMessage: (task: CoordinatorTask) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<CoordinatorNews>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/** What can be done with the count over everything the file leaves open. */
export type EnsembleSession = {
  /** Counts unless that is done already, where it is little work. */
  readonly openCount: () => void;
  readonly count: () => void;
  /** Stops; what was counted so far stays. */
  readonly stopCount: () => void;
  readonly chooseCount: (choices: Partial<EnsembleChoices>) => void;
};

/** Everything that a count depends on: another reading matters only where it is kept. */
export function countKey({ of, choices }: EnsembleAsked): string {
  const { text, readings, supposed } = of;
  return JSON.stringify([
    text,
    supposed.acts,
    choices.keepsChosen ? [readings, supposed.doubts] : null,
    choices,
  ]);
}

/** Sets or draws at most, times outcomes. */
export function workOf({ outcomes, sets }: CountSize, choices: EnsembleChoices): number {
  return outcomes * (sets[choices.varied] ?? choices.draws);
}

/** As chosen; readings alone unless chosen where everything is much work and they are not. */
export function choicesFor(size: CountSize, choices: CountChoices): EnsembleChoices {
  const everything: EnsembleChoices = { ...choices, varied: 'everything' };
  if (choices.varied !== undefined) return { ...choices, varied: choices.varied };
  const isLarge = size.sets.everything === null || workOf(size, everything) > smallWork;
  return isLarge && size.areReadingsToldOf ? { ...choices, varied: 'readings' } : everything;
}

/** Whether a count starts unasked. */
export function startsByItself(size: CountSize, choices: EnsembleChoices): boolean {
  return (
    workOf(size, choices) <= smallWork || (choices.varied === 'readings' && size.areReadingsToldOf)
  );
}

/** Counts on a worker that is started for each count and ended with it. */
export function createEnsembleSession(
  store: StoreApi<State>,
  start: () => Coordinator,
  workers: number,
): EnsembleSession {
  const get = store.getState;
  let coordinator: Coordinator | undefined;
  let impatience: ReturnType<typeof setTimeout> | undefined;

  const asked = (): EnsembleAsked | undefined => {
    const { answered, countChoices } = get();
    return (
      answered && {
        of: askedOf(answered),
        choices: choicesFor(answered.answer.openings.size, countChoices),
      }
    );
  };

  function end(change: Partial<Counted>): void {
    clearTimeout(impatience);
    coordinator?.terminate();
    coordinator = undefined;
    const { counted } = get();
    if (counted) store.setState({ counted: { ...counted, ...change } });
  }

  function hear(news: CoordinatorNews): void {
    const { counted } = get();
    if (!counted) return;
    switch (news.kind) {
      case 'progress':
        store.setState({ counted: { ...counted, done: news.done, total: news.total } });
        break;
      case 'partial':
        store.setState({ counted: { ...counted, answer: news.answer, answered: counted.asked } });
        break;
      case 'counted':
        end({
          phase: counted.phase === 'stopping' ? 'stopped' : 'counted',
          answer: news.answer,
          answered: counted.asked,
        });
        break;
      case 'failed':
        end({ phase: 'failed', problem: news.message });
    }
  }

  function count(): void {
    const wanted = asked();
    if (!wanted) return;
    end({});
    const before = get().counted;
    store.setState({
      counted: {
        asked: wanted,
        phase: 'counting',
        done: 0,
        total: undefined,
        // The last one's stays until there is something new to show.
        answer: before?.answer,
        answered: before?.answered,
        problem: undefined,
      },
    });
    const started = start();
    coordinator = started;
    started.onmessage = ({ data }) => {
      if (coordinator === started) hear(data);
    };
    started.onerror = ({ message }) => {
      if (coordinator === started) {
        end({ phase: 'failed', problem: message || 'the worker ended' });
      }
    };
    started.postMessage({ kind: 'count', asked: wanted, workers });
  }

  // A count of a case that is no longer the one shown goes on for nobody.
  store.subscribe(({ answered, countChoices }, before) => {
    if (answered === before.answered && countChoices === before.countChoices) return;
    const { counted } = get();
    const wanted = asked();
    if (counted?.phase !== 'counting' || !wanted) return;
    if (countKey(counted.asked) !== countKey(wanted)) end({ phase: 'stopped' });
  });

  return {
    openCount: () => {
      const wanted = asked();
      const { answered, counted } = get();
      if (!wanted || !answered) return;
      if (counted && countKey(counted.asked) === countKey(wanted)) return;
      const { size } = answered.answer.openings;
      if (size.sets.everything !== 1 && startsByItself(size, wanted.choices)) count();
    },
    count,
    stopCount: () => {
      const { counted } = get();
      if (counted?.phase !== 'counting') return;
      store.setState({ counted: { ...counted, phase: 'stopping' } });
      coordinator?.postMessage({ kind: 'stop' });
      impatience = setTimeout(() => end({ phase: 'stopped' }), PATIENCE);
    },
    chooseCount: (choices) =>
      store.setState({ countChoices: { ...get().countChoices, ...choices } }),
  };
}
