import { useEffect } from 'react';
import { type ConceptShown, ConceptsContext } from '../concepts/concepts-context.js';
import { BriefColumn } from './brief-column.js';
import { CaseColumn } from './case-column.js';
import { ChangesBar } from './changes-bar.js';
import { ColumnTabs } from './column-tabs.js';
import { DealsColumn } from './deals-column.js';
import { DiskNotice } from './disk-notice.js';
import { HoldsColumn } from './holds-column.js';
import { Rail } from './rail.js';
import { ReadingsBar } from './readings-bar.js';
import { useSessionState } from './session-context.js';
import { SupposedBar } from './supposed-bar.js';
import { TopBar } from './top-bar.js';
import { useChanges } from './use-changes.js';
import { useMedia, WIDE } from './use-media.js';
import { useScreen } from './use-screen.js';
import { WhatIfColumn } from './whatif-column.js';
import { WhyDrawer } from './why-drawer.js';

const NO_CONCEPTS: readonly ConceptShown[] = [];

/** The whole page. */
export function App() {
  const opening = useSessionState(({ opening }) => opening);
  const answer = useSessionState(({ answered }) => answered?.answer);
  const changes = useChanges();
  const screen = useScreen();
  const isWide = useMedia(WIDE);
  const title = answer?.title;

  useEffect(() => {
    document.title = title === undefined ? 'Détente' : `${title} · Détente`;
  }, [title]);

  if (opening.kind === 'failed') {
    return (
      <main className="failed">
        <h1>The case could not be opened</h1>
        <p role="alert">{opening.message}</p>
      </main>
    );
  }
  return (
    <ConceptsContext value={answer?.concepts ?? NO_CONCEPTS}>
      <div className="app" data-screen={isWide ? screen : 'brief'}>
        <TopBar />
        <div className="strip">
          <ReadingsBar />
          <SupposedBar />
          <ChangesBar changes={changes} />
          <DiskNotice />
        </div>
        {isWide ? <Rail current={screen} /> : null}
        <main className="columns">
          {isWide ? null : <ColumnTabs />}
          <BriefColumn document={answer?.brief} changes={changes.brief} />
          <HoldsColumn
            answer={answer}
            changes={changes.holds}
            isWhole={!isWide || screen === 'holds'}
          />
          <DealsColumn isWhole={isWide && screen === 'deals'} isWide={isWide} />
          <WhatIfColumn isWhole={isWide && screen === 'whatif'} isWide={isWide} />
          {opening.kind === 'open' ? <CaseColumn isWhole={isWide && screen === 'case'} /> : null}
        </main>
        <WhyDrawer />
      </div>
    </ConceptsContext>
  );
}
