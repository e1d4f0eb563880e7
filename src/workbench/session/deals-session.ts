import type { StoreApi } from 'zustand/vanilla';
import type { Analyst } from '../analysis/analyst.js';
import { askedOf, isSameAsked, type State } from './state.js';

/** What the screen of deals can do. */
export type DealsSession = {
  /** Works out what could be agreed in the case that is answered, unless that is there. */
  readonly openDeals: () => void;
  /** Judges a package, given by the level index of every issue. */
  readonly build: (levels: readonly number[]) => void;
};

/**
 * Deals and packages, on top of a worker of their own: they are worked out when they are looked at,
 * and no other answer waits for them.
 */
export function createDealsSession(store: StoreApi<State>, dealer: Analyst): DealsSession {
  const get = store.getState;

  async function openDeals(): Promise<void> {
    const { answered, dealt } = get();
    if (!answered || (dealt && isSameAsked(dealt.of, answered))) return;
    store.setState({
      dealt: { of: answered, isBusy: true, answer: dealt?.answer, problem: undefined },
    });
    const outcome = await dealer.ask({ ...askedOf(answered), kind: 'deals' });
    if (!outcome || get().dealt?.of !== answered) return;
    const answer = outcome.kind === 'deals' ? outcome.answer : undefined;
    const problem =
      outcome.kind === 'deals'
        ? outcome.hindrance
        : outcome.kind === 'failed'
          ? outcome.message
          : undefined;
    store.setState({ dealt: { of: answered, isBusy: false, answer, problem } });
    const { built } = get();
    const start = answer?.starts[0]?.levels;
    if (!start) return store.setState({ built: undefined });
    await build(built?.levels ?? start);
    // The case may have other issues than the package was built of.
    if (built && get().built?.answer === undefined) await build(start);
  }

  async function build(levels: readonly number[]): Promise<void> {
    const { dealt, built } = get();
    if (!dealt) return;
    const asked = { levels, answer: built?.answer, problem: undefined };
    store.setState({ built: asked });
    const outcome = await dealer.ask({ ...askedOf(dealt.of), kind: 'package', levels });
    if (!outcome || get().built !== asked) return;
    store.setState({
      built: {
        levels,
        answer: outcome.kind === 'package' ? outcome.answer : undefined,
        problem: outcome.kind === 'failed' ? outcome.message : undefined,
      },
    });
  }

  return { openDeals: () => void openDeals(), build: (levels) => void build(levels) };
}
