import { useEffect } from 'react';
import { DealsExplorer } from '../deals/deals-explorer.js';
import { DocumentColumn } from './document-column.js';
import { useSession, useSessionState } from './session-context.js';

/** What could be agreed: worked out once it is looked at; as a picture, package by package, in words. */
export function DealsColumn({
  isWhole,
  isWide,
}: {
  /** Whether it has the screen to itself. */
  readonly isWhole: boolean;
  readonly isWide: boolean;
}) {
  const session = useSession();
  const answered = useSessionState(({ answered }) => answered);
  const dealt = useSessionState(({ dealt }) => dealt);
  const isTab = useSessionState(({ column }) => column === 'deals');
  const isShown = isWide ? isWhole : isTab;

  useEffect(() => {
    if (isShown && answered) session.openDeals();
  }, [isShown, answered, session]);

  return (
    <DocumentColumn
      id="deals"
      name="Deals"
      document={dealt?.answer?.document}
      changes={undefined}
      sheetHead={isWhole ? answered?.answer.handling : undefined}
      problem={dealt?.problem}
      isBusy={dealt?.isBusy ?? false}
    >
      {isShown && dealt?.answer ? <DealsExplorer answer={dealt.answer} /> : null}
    </DocumentColumn>
  );
}
