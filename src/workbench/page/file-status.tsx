import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { saveStatus } from '../session/state.js';
import { useSession, useSessionState } from './session-context.js';

const WORDS = {
  saved: 'Saved',
  saving: 'Saving …',
  'unsaved changes': 'Unsaved changes',
  'changed on disk': 'Changed on disk',
  'not saved': 'Not saved',
} as const;

/** How the text stands to the file, and the button that writes it; Ctrl-S or ⌘S does the same. */
export function FileStatus() {
  const session = useSession();
  const status = useSessionState(saveStatus);
  const fileName = useSessionState(({ fileName }) => fileName);
  const isChanged = useSessionState(({ text, saved }) => text !== saved.text);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || event.altKey || event.shiftKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      void session.save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session]);

  return (
    <>
      <p className="file-status" data-status={status}>
        <span className="file-name">{fileName}</span>
        <span role="status">{WORDS[status]}</span>
      </p>
      <Button
        className={isChanged ? 'button button-main' : 'button'}
        onPress={() => void session.save()}
        aria-keyshortcuts="Control+S Meta+S"
      >
        Save
      </Button>
    </>
  );
}
