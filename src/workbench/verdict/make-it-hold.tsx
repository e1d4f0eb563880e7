import type { OutcomeLook } from '../../index.js';
import { sentenceText } from '../../index.js';
import { withKeys } from '../page/with-keys.js';
import { Sentence } from './verdict-card.js';

/** Of an outcome that would not hold: who leaves it, by which moves, and what each would gain. */
export function MakeItHold({ leaving }: { readonly leaving: OutcomeLook['leaving'] }) {
  if (leaving.length === 0) return null;
  return (
    <section className="make-it-hold" aria-labelledby="make-it-hold-heading">
      <h4 id="make-it-hold-heading">What stands in the way of its holding</h4>
      <ul>
        {leaving.map(({ party, ways }) => (
          <li key={party}>
            {withKeys(ways, sentenceText).map(({ key, item }) => (
              <p key={key}>
                <Sentence content={item} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
