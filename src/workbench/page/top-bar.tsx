import { Button } from 'react-aria-components/Button';
import { FileStatus } from './file-status.js';
import { useSessionState } from './session-context.js';
import { ThemeToggle } from './theme-toggle.js';
import { useMedia, WIDE } from './use-media.js';
import { type ScreenId, useScreen } from './use-screen.js';

/** Screens that are printed as they are; from all others the brief is. */
const PRINTS: Readonly<Partial<Record<ScreenId, string>>> = {
  holds: 'Print what holds',
  deals: 'Print the deals',
  whatif: 'Print what if',
};

/** Whose case this is, who may see it, and what can be done with it. */
export function TopBar() {
  const fileName = useSessionState(({ fileName }) => fileName);
  const title = useSessionState(({ answered }) => answered?.answer.title);
  const handling = useSessionState(({ answered }) => answered?.answer.handling);
  const isWide = useMedia(WIDE);
  const screen = useScreen();
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
          {(isWide ? PRINTS[screen] : undefined) ?? 'Print the brief'}
        </Button>
        <ThemeToggle />
      </div>
    </header>
  );
}
