import { Button } from 'react-aria-components/Button';
import { sentence } from '../graph/graph-words.js';
import { keyboardScrollable } from '../page/keyboard-scrollable.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { ConceptVerdicts } from './concept-verdicts.js';
import { MakeItHold } from './make-it-hold.js';
import { PathList } from './path-list.js';
import { VerdictCardView } from './verdict-card.js';

/** The outcome looked at: how it would come about, each party's verdict, and who would leave. */
export function OutcomePanel() {
  const session = useSession();
  const looked = useSessionState(({ looked }) => looked);
  const isGrown = useSessionState(({ looked, grown }) =>
    grown.some(({ state }) => state === looked?.state),
  );
  const look = looked?.look;
  if (!looked) return null;
  if (!look) {
    return (
      <aside className="outcome" aria-label="The outcome looked at">
        <p className="waiting">
          {looked.problem === undefined
            ? 'Working it out …'
            : `This could not be worked out: ${looked.problem}.`}
        </p>
      </aside>
    );
  }
  const { node, path, cards, leaving, concepts, growth } = look;
  const isBusy = node.state !== looked.state;
  const count = growth.arcs.length;
  return (
    <aside
      className="outcome"
      aria-labelledby="outcome-heading"
      aria-busy={isBusy}
      {...keyboardScrollable}
    >
      <h3 id="outcome-heading" className="outcome-name">
        {node.name}
      </h3>
      {node.description === '' ? null : (
        <p className="outcome-description">{sentence(node.description)}</p>
      )}
      <p className="outcome-verdict" role="status">
        {look.verdict}
      </p>
      <PathList path={path} />
      <h4>Each party here</h4>
      <ul className="cards">
        {cards.map((card) => (
          <VerdictCardView key={card.party} card={card} />
        ))}
      </ul>
      <MakeItHold leaving={leaving} />
      <ConceptVerdicts verdicts={concepts} />
      {count === 0 ? (
        <p className="aside">
          No party would gain by a move from here, so nothing more can be drawn.
        </p>
      ) : (
        <p>
          <Button className="button" isDisabled={isBusy} onPress={() => session.grow(!isGrown)}>
            {isGrown ? 'Take back what it leads to' : 'Draw what it leads to'}
          </Button>
          {growth.left > 0 && isGrown ? (
            <span className="aside"> {growth.left} further moves are not drawn.</span>
          ) : null}
        </p>
      )}
    </aside>
  );
}
