import type { DealCard } from '../../index.js';
import { sentenceText } from '../../index.js';
import { sentence } from '../graph/graph-words.js';
import { keyboardScrollable } from '../page/keyboard-scrollable.js';
import { useSessionState } from '../page/session-context.js';
import { withKeys } from '../page/with-keys.js';
import { Sentence } from '../verdict/verdict-card.js';

/** The package looked at: in words, who likes it, who has to sign, who would break it. */
export function DealPanel({ what }: { readonly what: string | undefined }) {
  const built = useSessionState(({ built }) => built);
  const answer = built?.answer;
  const look = answer?.look;
  const isBusy = built !== undefined && answer?.levels.join() !== built.levels.join();
  if (!built || !answer) {
    return (
      <aside className="outcome" aria-label="The package looked at">
        <p className="waiting">
          {built?.problem === undefined
            ? 'Choose a mark, or build a package.'
            : `This could not be worked out: ${built.problem}.`}
        </p>
      </aside>
    );
  }
  if (!look) {
    return (
      <aside className="outcome" aria-label="The package looked at" {...keyboardScrollable}>
        <p className="waiting">
          {answer.excludedBy.length > 0
            ? 'This package is not possible: a rule excludes it.'
            : 'The case has too many outcomes to judge one package against all others.'}
        </p>
      </aside>
    );
  }
  return (
    <aside
      className="outcome"
      aria-labelledby="package-heading"
      aria-busy={isBusy}
      {...keyboardScrollable}
    >
      <h3 id="package-heading" className="outcome-name">
        {look.name}
      </h3>
      {look.description === '' ? null : (
        <p className="outcome-description">{sentence(look.description)}</p>
      )}
      {what === undefined || what === look.name ? null : <p className="aside">{what}.</p>}
      <div role="status">
        {look.verdict.map((text) => (
          <p key={text} className="outcome-verdict">
            {text}
          </p>
        ))}
      </div>
      {look.nearest === undefined ? null : <p>{look.nearest}</p>}
      <h4>Each party on this package</h4>
      <ul className="cards">
        {look.cards.map((card) => (
          <DealCardView key={card.party} card={card} />
        ))}
      </ul>
    </aside>
  );
}

const SIGNS: Readonly<Record<DealCard['view'], string>> = {
  above: '▲',
  same: '=',
  within: '↕',
  below: '▼',
  unknown: '?',
  mixed: '↕',
};

/** One party on a package. */
function DealCardView({ card }: { readonly card: DealCard }) {
  const { view, against, amount, signs, redLine, breaks } = card;
  return (
    <li
      className="card deal-card"
      data-stays={breaks.length === 0 ? '' : undefined}
      data-view={view}
      data-party={card.party}
    >
      <h4 className="card-name">
        <span className="card-mark" aria-hidden="true">
          {SIGNS[view]}
        </span>
        {card.name}
      </h4>
      {withKeys(against, sentenceText).map(({ key, item }) => (
        <p key={key} className="card-verdict">
          <Sentence content={item} />
        </p>
      ))}
      {redLine ? (
        <p className="card-red-line">
          <Sentence content={redLine} />
        </p>
      ) : null}
      {signs === undefined ? null : <p>{signs}</p>}
      {breaks.length === 0 ? null : (
        <div className="card-breaks">
          <p className="card-breaks-head">Would break it:</p>
          {withKeys(breaks, sentenceText).map(({ key, item }) => (
            <p key={key}>
              <Sentence content={item} />
            </p>
          ))}
        </div>
      )}
      {amount === undefined ? null : <p className="card-opinion">{amount}</p>}
    </li>
  );
}
