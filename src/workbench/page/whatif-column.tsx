import { useEffect } from 'react';
import { ActForm } from '../whatif/act-form.js';
import { ChangedSentences } from '../whatif/changed-sentences.js';
import { CountForm } from '../whatif/count-form.js';
import { EnsembleView } from '../whatif/ensemble-view.js';
import { Switchboard } from '../whatif/switchboard.js';
import { Column } from './column.js';
import { keyboardScrollable } from './keyboard-scrollable.js';
import { useSession, useSessionState } from './session-context.js';
import { StaleNotice } from './stale-notice.js';
import { SupposedNote } from './supposed-note.js';

/** What would change the answer: supposed by hand, and counted over everything the file leaves open. */
export function WhatIfColumn({
  isWhole,
  isWide,
}: {
  /** Whether it has the screen to itself. */
  readonly isWhole: boolean;
  readonly isWide: boolean;
}) {
  const isComputing = useSessionState(({ isComputing }) => isComputing);
  const isTab = useSessionState(({ column }) => column === 'whatif');
  const isShown = isWide ? isWhole : isTab;
  const session = useSession();
  const answered = useSessionState(({ answered }) => answered);
  const answer = answered?.answer;
  const counted = useSessionState(({ counted }) => counted?.answer);
  const isCounting = useSessionState(
    ({ counted }) => counted?.phase === 'counting' || counted?.phase === 'stopping',
  );
  const choices = useSessionState(({ countChoices }) => countChoices);

  // Little work is done unasked, and again when the case or what is chosen changed.
  useEffect(() => {
    if (isShown && answered && choices) session.openCount();
  }, [isShown, answered, choices, session]);

  return (
    <Column
      id="whatif"
      name="What if"
      isBusy={isComputing}
      sheetHead={isWhole ? answer?.handling : undefined}
    >
      <StaleNotice hasAnswer={answer !== undefined} />
      <SupposedNote hasReadings={false} />
      {isShown && answer ? (
        <div className="whatif">
          <section className="whatif-choices" aria-label="What to suppose" {...keyboardScrollable}>
            <Switchboard answer={answer} />
            <ActForm answer={answer} />
          </section>
          <div className="whatif-answers">
            <ChangedSentences />
            {answer.openings.size.sets.everything === 1 ? (
              <p className="aside">
                The file leaves nothing open, so there is nothing to count: there is one answer.
              </p>
            ) : (
              <CountForm size={answer.openings.size} />
            )}
            {counted && answer.openings.size.sets.everything !== 1 ? (
              <EnsembleView answer={counted} isGoingOn={isCounting} />
            ) : null}
          </div>
        </div>
      ) : null}
    </Column>
  );
}
