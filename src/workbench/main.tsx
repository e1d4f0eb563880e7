import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAnalyst } from './analysis/analyst.js';
import { createCaseFile } from './file/case-file.js';
import { hideKey } from './file/hide-key.js';
import { App } from './page/app.js';
import { SessionContext } from './page/session-context.js';
import { showCaseText } from './page/use-screen.js';
import { createSession } from './session/session.js';
import './styles/tokens.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/document.css';
import './styles/editor.css';
import './styles/graph.css';
import './styles/deals.css';
import './styles/outcome.css';
import './styles/whatif.css';
import './styles/print.css';

/** How often the page asks whether the file changed on disk, in milliseconds. */
const LOOK_EVERY = 3000;

/** More workers than this would crowd out what else the machine does. */
const MOST_WORKERS = 4;

hideKey();
const token = document.querySelector<HTMLMetaElement>('meta[name="detente-token"]')?.content ?? '';
const startWorker = () =>
  new Worker(new URL('./analysis/case.worker.ts', import.meta.url), { type: 'module' });
const analyst = createAnalyst(startWorker);
const aside = createAnalyst(startWorker);
const dealer = createAnalyst(startWorker);
const rivals = createAnalyst(startWorker);
const startCount = () =>
  new Worker(new URL('./ensemble/ensemble.worker.ts', import.meta.url), { type: 'module' });
// One processor is left to the page itself.
const countWorkers = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1));
const session = createSession(
  analyst,
  aside,
  dealer,
  rivals,
  startCount,
  countWorkers,
  createCaseFile(token),
  showCaseText,
);
void session.open();

setInterval(() => {
  if (document.visibilityState === 'visible') void session.lookAtDisk();
}, LOOK_EVERY);

window.addEventListener('beforeunload', (event) => {
  const { text, saved } = session.store.getState();
  if (text !== saved.text) event.preventDefault();
});

const page = document.getElementById('page');
if (page) {
  createRoot(page).render(
    <StrictMode>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </StrictMode>,
  );
}
