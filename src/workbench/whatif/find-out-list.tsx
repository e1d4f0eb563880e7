import type { EnsemblePictures } from '../../index.js';
import { useSessionState } from '../page/session-context.js';
import { WhyButton } from '../page/why-button.js';
import { ShareBar } from './share-bar.js';

/** Things listed before the rest is only counted. */
const MOST = 10;

/** What to find out first: what learning it would move, and the questions that would tell. */
export function FindOutList({ findOut }: Pick<EnsemblePictures, 'findOut'>) {
  const places = useSessionState(({ answered }) => answered?.answer.openings.places);
  if (findOut.length === 0) return null;
  const told = findOut.slice(0, MOST);
  const widest = Math.max(...findOut.map(({ moves }) => moves.at));
  return (
    <section className="picture find-out" aria-labelledby="find-out-heading">
      <h3 id="find-out-heading">Find out first</h3>
      <p className="aside">
        By how much learning it would move the shares of the answers in doubt, on average; the
        questions of the case that bear on it, and what to watch for.
      </p>
      <ol>
        {told.map(({ doubt, subject, moves, questions }) => {
          const path = places?.[doubt];
          return (
            <li key={doubt}>
              <div className="find-out-line">
                <span>
                  {path ? <WhyButton text={subject} ask={{ about: 'element', path }} /> : subject}
                </span>
                <span className="find-out-says">{moves.says}</span>
                <ShareBar share={{ at: widest > 0 ? moves.at / widest : 0, error: 0 }} />
              </div>
              {questions.length === 0 ? (
                <p className="aside">No question of the file bears on it.</p>
              ) : (
                <ul>
                  {questions.map(({ id, text, signs }) => (
                    <li key={id}>
                      <WhyButton text={text} ask={{ about: 'element', path: ['questions', id] }} />
                      {signs === '' ? null : <span className="aside"> {signs}</span>}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
      {findOut.length > told.length ? (
        <p className="aside">{findOut.length - told.length} more would move them less.</p>
      ) : null}
    </section>
  );
}
