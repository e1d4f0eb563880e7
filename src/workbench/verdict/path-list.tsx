import type { OutcomePath } from '../../index.js';
import { sentenceText } from '../../index.js';
import { withKeys } from '../page/with-keys.js';
import { Sentence } from './verdict-card.js';

/** How the outcome looked at would come about from today, one stretch an item. */
export function PathList({ path }: { readonly path: OutcomePath }) {
  return (
    <section className="path" aria-labelledby="path-heading">
      <h4 id="path-heading">How it would come about</h4>
      <p>{path.says}</p>
      {path.whyNot.length === 0 ? null : (
        <p>
          <Sentence content={path.whyNot} />
        </p>
      )}
      {path.steps.length === 0 ? null : (
        <ol>
          {withKeys(path.steps, ({ content }) => sentenceText(content)).map(({ key, item }) => (
            <li key={key} data-signed={item.isSigned ? '' : undefined}>
              {item.isSigned ? <span className="path-kind">Signed: </span> : null}
              <Sentence content={item.content} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
