import type { Inline } from '../../index.js';
import { TextWithConcepts } from '../concepts/text-with-concepts.js';
import { WhyButton } from './why-button.js';

/** A piece of a sentence. */
export function InlineView({ piece }: { readonly piece: Inline }) {
  if (typeof piece === 'string') return <TextWithConcepts text={piece} />;
  switch (piece.kind) {
    case 'emphasis':
      return <em>{piece.text}</em>;
    case 'strong':
      return (
        <strong>
          <TextWithConcepts text={piece.text} isName />
        </strong>
      );
    case 'code':
      return <code>{piece.text}</code>;
    case 'why':
      return <WhyButton text={piece.text} ask={piece.ask} />;
  }
}
