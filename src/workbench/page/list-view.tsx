import { type ListItem, sentenceText } from '../../index.js';
import { MarkedContent } from './marked-content.js';
import { withKeys } from './with-keys.js';

/** A list and the lists in its items. */
export function ListView({
  items,
  isOrdered,
  section,
  fresh,
}: {
  readonly items: readonly ListItem[];
  readonly isOrdered: boolean;
  readonly section: string;
  readonly fresh: ReadonlySet<string>;
}) {
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List>
      {withKeys(items, ({ content }) => sentenceText(content)).map(({ key, item }) => (
        <li key={key}>
          <MarkedContent content={item.content} section={section} fresh={fresh} />
          {item.items && item.items.length > 0 ? (
            <ListView items={item.items} isOrdered={false} section={section} fresh={fresh} />
          ) : null}
        </li>
      ))}
    </List>
  );
}
