import { Button } from 'react-aria-components/Button';
import { useSession, useSessionState } from './session-context.js';

/** Says that the file is no longer what the page read, or could not be written, and what to do. */
export function DiskNotice() {
  const session = useSession();
  const disk = useSessionState(({ disk }) => disk);
  const saveProblem = useSessionState(({ saveProblem }) => saveProblem);
  const isChanged = useSessionState(({ text, saved }) => text !== saved.text);
  const fileName = useSessionState(({ fileName }) => fileName);
  return (
    <div role="alert" className="notices">
      {disk === undefined ? null : disk.hash === null ? (
        <div className="notice">
          <p>
            {fileName} is no longer there. Nothing of your text is lost; it is still on this page.
          </p>
          <Button className="button" onPress={() => void session.overwriteDisk()}>
            Write it anew
          </Button>
        </div>
      ) : (
        <div className="notice">
          <p>
            {fileName} was changed by another program.{' '}
            {isChanged
              ? 'Your changes were not written and are still on this page.'
              : 'This page still shows what it read before.'}
          </p>
          <Button className="button" onPress={() => void session.takeFromDisk()}>
            {isChanged ? 'Take the file’s text (undo brings yours back)' : 'Read it again'}
          </Button>
          {isChanged ? (
            <Button className="button" onPress={() => void session.overwriteDisk()}>
              Write mine over it
            </Button>
          ) : null}
          <Button className="button button-quiet" onPress={session.dismissDisk}>
            Leave it
          </Button>
        </div>
      )}
      {saveProblem === undefined ? null : (
        <div className="notice">
          <p>{saveProblem}</p>
        </div>
      )}
    </div>
  );
}
