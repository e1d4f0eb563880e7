import { type Inline, sayingKey, sentencesOf, sentenceText } from '../../index.js';
import { InlineView } from './inline-view.js';
import { withKeys } from './with-keys.js';

/** Content sentence by sentence; those that are new are marked, for eyes and for ears. */
export function MarkedContent({
  content,
  section,
  fresh,
}: {
  readonly content: readonly Inline[];
  readonly section: string;
  readonly fresh: ReadonlySet<string>;
}) {
  return withKeys(sentencesOf(content), sentenceText).map(({ key, item: sentence }) => {
    const isNew = fresh.has(sayingKey(section, sentenceText(sentence)));
    const pieces = withKeys(sentence, (piece) => sentenceText([piece])).map((piece) => (
      <InlineView key={piece.key} piece={piece.item} />
    ));
    if (!isNew) return <span key={key}>{pieces}</span>;
    return (
      <ins key={key} className="changed">
        <span className="visually-hidden">[changed] </span>
        {pieces}
      </ins>
    );
  });
}
