import { useMemo } from 'react';
import { answerChanges } from '../analysis/answer-changes.js';
import type { Answer } from '../analysis/protocol.js';
import { useSessionState } from '../page/session-context.js';
import { withKeys } from '../page/with-keys.js';

/** Sentences outside the bottom line that are listed without being asked for. */
const FEW = 6;

type Told = {
  readonly bottomLine: readonly string[];
  readonly elsewhere: readonly string[];
};

/** What is now said that was not before the last change, and what no longer is: bottom line first. */
export function ChangedSentences() {
  const baseline = useSessionState(({ baseline }) => baseline);
  const answer = useSessionState(({ answered }) => answered?.answer);
  const isComputing = useSessionState(({ isComputing }) => isComputing);
  const before = baseline?.answered.answer;
  const told = useMemo(
    () => (before && answer ? changesOf(before, answer) : undefined),
    [before, answer],
  );
  return (
    <section className="changed-sentences" aria-labelledby="changed-heading">
      <h3 id="changed-heading" tabIndex={-1}>
        What that changes
      </h3>
      {told === undefined ? (
        <p className="aside">
          Choose something otherwise, and the sentences of brief and details that change stand here.
        </p>
      ) : isNothing(told.now) && isNothing(told.gone) ? (
        <p>{isComputing ? 'Working it out …' : `No sentence changed ${baseline?.says}.`}</p>
      ) : (
        <>
          <p className="aside">Changed {baseline?.says}.</p>
          <SentenceList heading="Now said" told={told.now} isGone={false} />
          <SentenceList heading="No longer said" told={told.gone} isGone />
        </>
      )}
    </section>
  );
}

function SentenceList({
  heading,
  told: { bottomLine, elsewhere },
  isGone,
}: {
  readonly heading: string;
  readonly told: Told;
  readonly isGone: boolean;
}) {
  if (bottomLine.length + elsewhere.length === 0) return null;
  const item = (text: string) => (isGone ? <del>{text}</del> : <ins>{text}</ins>);
  const list = (sentences: readonly string[]) => (
    <ul>
      {withKeys(sentences, (text) => text).map(({ key, item: text }) => (
        <li key={key}>{item(text)}</li>
      ))}
    </ul>
  );
  return (
    <section className="sentence-list" data-gone={isGone ? '' : undefined} aria-label={heading}>
      <h4>{heading}</h4>
      {bottomLine.length === 0 ? null : (
        <>
          <p className="sentence-place">In the bottom line</p>
          {list(bottomLine)}
        </>
      )}
      {elsewhere.length === 0 ? null : (
        <details key={String(bottomLine.length === 0)} open={elsewhere.length <= FEW}>
          <summary>
            {bottomLine.length === 0 ? 'In the rest' : 'In the rest too'}: {elsewhere.length}
          </summary>
          {list(elsewhere)}
        </details>
      )}
    </section>
  );
}

function changesOf(before: Answer, after: Answer): { readonly now: Told; readonly gone: Told } {
  const now = answerChanges(after, before);
  const gone = answerChanges(before, after);
  return {
    now: parted(now.bottomLine.dropped, [...now.brief.gone, ...now.holds.gone]),
    gone: parted(gone.bottomLine.dropped, [...gone.brief.gone, ...gone.holds.gone]),
  };
}

function parted(bottomLine: readonly string[], all: readonly string[]): Told {
  const first = new Set(bottomLine);
  return { bottomLine, elsewhere: [...new Set(all)].filter((text) => !first.has(text)) };
}

function isNothing({ bottomLine, elsewhere }: Told): boolean {
  return bottomLine.length + elsewhere.length === 0;
}
