import { Button } from 'react-aria-components/Button';
import type { EnsemblePictures, Readout, ShareMark } from '../../index.js';
import { keyboardScrollable } from '../page/keyboard-scrollable.js';
import { withKeys } from '../page/with-keys.js';
import { ShareBar } from './share-bar.js';

/** Heads of columns; a title that is longer is told below the table. */
const SHORT_TITLES: Partial<Readonly<Record<Readout, string>>> = {
  agreed: 'Good enough for all, and would hold',
};

/** The shares of every headline as bars in a table; what is in doubt leads to what it depends on. */
export function ShareTable({
  pictures,
  chosen,
  onChoose,
}: {
  readonly pictures: EnsemblePictures;
  /** The column whose dependence is shown. */
  readonly chosen: string | undefined;
  readonly onChoose: (column: string) => void;
}) {
  const { readouts, headlines, never, whole, counted } = pictures;
  const isRange = headlines.some(({ cells }) => cells.some((cell) => cell && cell.upTo > cell.at));
  return (
    <section className="picture share-picture" aria-labelledby="shares-heading">
      <h3 id="shares-heading">In how many combinations</h3>
      <p className="aside">{counted}</p>
      {headlines.length === 0 ? null : (
        <section className="share-frame" aria-label="Shares" {...keyboardScrollable}>
          <table className="share-table">
            <caption>
              Each headline, and in what part of the combinations it is so. Choose one that is in
              doubt to see below what it depends on.
            </caption>
            <thead>
              <tr>
                <th scope="col">Headline</th>
                {readouts.map(({ readout, title }) => (
                  <th key={readout} scope="col">
                    {SHORT_TITLES[readout] ?? title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {withKeys(headlines, ({ label }) => label).map(({ key, item }) => (
                <tr key={key}>
                  <th scope="row">“{item.label}”</th>
                  {readouts.map(({ readout, title }, at) => (
                    <td key={readout}>
                      <ShareCell
                        mark={item.cells[at]}
                        name={`“${item.label}”: ${title}`}
                        chosen={chosen}
                        onChoose={onChoose}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {headlines.length === 0
        ? null
        : readouts.map(({ readout, title }) => {
            const short = SHORT_TITLES[readout];
            return short === undefined ? null : (
              <p className="aside" key={readout}>
                “{short}”: {title.charAt(0).toLowerCase()}
                {title.slice(1)}.
              </p>
            );
          })}
      {isRange ? (
        <p className="aside">Where a range stands, it depends on who moves first.</p>
      ) : null}
      {whole.length === 0 ? null : (
        <ul className="share-whole">
          {whole.map((mark) => (
            <li key={mark.column}>
              <span>{mark.clause}</span>
              <ShareCell mark={mark} name={mark.clause} chosen={chosen} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {never.length === 0 ? null : (
        <p className="aside">
          In no combination would {never.length === 1 ? 'this' : 'any of these'} hold, be on offer
          or be where things go: {never.map((label) => `“${label}”`).join('; ')}.
        </p>
      )}
    </section>
  );
}

function ShareCell({
  mark,
  name,
  chosen,
  onChoose,
}: {
  readonly mark: ShareMark | undefined;
  readonly name: string;
  readonly chosen: string | undefined;
  readonly onChoose: (column: string) => void;
}) {
  if (!mark) return <span className="aside">not asked</span>;
  const content = (
    <>
      <ShareBar share={mark} upTo={mark.upTo} />
      <span className="share-says">{mark.says}</span>
    </>
  );
  if (!mark.isInDoubt) return <div className="share-cell">{content}</div>;
  return (
    <Button
      className="share-cell"
      aria-label={`${name}, ${mark.says} – what does it depend on?`}
      aria-current={mark.column === chosen}
      onPress={() => onChoose(mark.column)}
    >
      {content}
    </Button>
  );
}
