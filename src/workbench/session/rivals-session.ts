import type { StoreApi } from 'zustand/vanilla';
import type { Analyst } from '../analysis/analyst.js';
import type { Asked, RivalsCounted } from '../analysis/protocol.js';
import { type Answered, askedOf, numberingOf, type State } from './state.js';

/** What the brief tells of rival readings: worked out aside, so that no answer waits for it. */
export type RivalsSession = {
  /** What is known of the rival readings of a text under its suppositions. */
  readonly known: (asked: Asked) => RivalsCounted | undefined;
  /** Tells it in the brief that is shown, working it out first where it is not known. */
  readonly tell: () => Promise<void>;
};

/** On top of a worker of its own; only the last text's is kept. */
export function createRivalsSession(
  store: StoreApi<State>,
  analyst: Analyst,
  rivals: Analyst,
): RivalsSession {
  const get = store.getState;
  let found:
    | { readonly key: string; readonly of: Asked; readonly rivals: RivalsCounted | undefined }
    | undefined;
  let asking: string | undefined;

  function known(asked: Asked): RivalsCounted | undefined {
    return found && numberingOf(found.of) === numberingOf(asked) ? found.rivals : undefined;
  }

  async function tell(): Promise<void> {
    const { answered, text, isComputing } = get();
    // Another answer is on its way, and nobody waits for more of this one.
    if (!answered || isComputing || answered.text !== text) return;
    const key = caseKey(answered);
    if (found?.key !== key) {
      if (asking === key) return;
      asking = key;
      const outcome = await rivals.ask({ ...askedOf(answered), kind: 'rivals' });
      if (!outcome || asking !== key) return;
      asking = undefined;
      // Nor is it asked again after a failure: the answer stands without it.
      const counted = outcome.kind === 'rivals' ? outcome.rivals : undefined;
      found = { key, of: askedOf(answered), rivals: counted };
      return tell();
    }
    if (!found.rivals || answered.answer.briefAlone) return;
    const outcome = await analyst.ask({
      ...askedOf(answered),
      kind: 'answer',
      rivals: found.rivals,
    });
    if (outcome?.kind !== 'answer' || !outcome.answer || get().answered !== answered) return;
    // All else is as it was, and stays the same object.
    const { brief, briefAlone } = outcome.answer;
    store.setState({
      answered: { ...answered, answer: { ...answered.answer, brief, briefAlone } },
    });
  }

  return { known, tell };
}

/** The case that an answer is about, whichever readings are in force. */
function caseKey(answered: Answered): string {
  const aside = answered.answer.openings.aside.map(({ key }) => key);
  return JSON.stringify([numberingOf(answered), aside]);
}
