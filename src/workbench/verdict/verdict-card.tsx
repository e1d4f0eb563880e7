import type { Inline, VerdictCard } from '../../index.js';
import { sentenceText } from '../../index.js';
import { InlineView } from '../page/inline-view.js';
import { withKeys } from '../page/with-keys.js';

/** One party at the outcome looked at; each sentence leads to its reasons. */
export function VerdictCardView({ card }: { readonly card: VerdictCard }) {
  return (
    <li className="card" data-stays={card.stays ? '' : undefined}>
      <h4 className="card-name">{card.name}</h4>
      <p className="card-verdict">
        <span className="card-mark" aria-hidden="true">
          {card.stays ? '■' : '→'}
        </span>
        <InlineView piece={card.verdict} />.
      </p>
      {withKeys(card.reason, sentenceText).map(({ key, item }) => (
        <p key={key}>
          <Sentence content={item} />
        </p>
      ))}
      {card.redLine ? (
        <p className="card-red-line">
          <Sentence content={card.redLine} />
        </p>
      ) : null}
      {card.opinion ? (
        <p className="card-opinion">
          <InlineView piece={card.opinion} />.
        </p>
      ) : null}
    </li>
  );
}

/** A sentence of the panel. */
export function Sentence({ content }: { readonly content: readonly Inline[] }) {
  return withKeys(content, (piece) => sentenceText([piece])).map(({ key, item }) => (
    <InlineView key={key} piece={item} />
  ));
}
