import { Button } from 'react-aria-components/Button';
import { FileStatus } from './file-status.js';
import { useSessionState } from './session-context.js';
import { ThemeToggle } from './theme-toggle.js';
import { useMedia, WIDE } from './use-media.js';
import { useScreen } from './use-screen.js';

/** Whose case this is, who may see it, and what can be done with it. */
export function TopBar() {
  const fileName = useSessionState(({ fileName }) => fileName);
  const title = useSessionState(({ answered }) => answered?.answer.title);
  const handling = useSessionState(({ answered }) => answered?.answer.handling);
  const isWide = useMedia(WIDE);
  const isPicture = useScreen() === 'holds' && isWide;
  return (
    <header className="bar">
      <div className="bar-title">
        <h1>{title ?? (fileName || 'Détente')}</h1>
        {handling === undefined ? null : (
          <p className="handling">
            <span className="visually-hidden">Who may see it: </span>
            {handling}
          </p>
        )}
      </div>
      <div className="bar-tools">
        <FileStatus />
        <Button className="button" onPress={() => window.print()}>
          {isPicture ? 'Print what holds' : 'Print the brief'}
        </Button>
        <ThemeToggle />
      </div>
    </header>
  );
}
