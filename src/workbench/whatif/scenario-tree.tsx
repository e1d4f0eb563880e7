import type { EnsemblePictures } from '../../index.js';
import { ShareBar } from './share-bar.js';

/** Where things go if left alone, parted by scenario; each with what it depends on most. */
export function ScenarioTree({ scenarios }: Pick<EnsemblePictures, 'scenarios'>) {
  if (scenarios.length === 0) return null;
  const told = scenarios.filter(({ share }) => share.at > 0);
  const none = scenarios.filter(({ share }) => share.at === 0);
  return (
    <figure className="picture scenario-tree" aria-labelledby="scenarios-heading">
      <h3 id="scenarios-heading">Where things go, by scenario</h3>
      <figcaption>
        Every combination is in one branch and no other, by where things go if left alone.
      </figcaption>
      <p className="tree-root">Left alone, things go …</p>
      <ul className="tree">
        {told.map(({ column, name, share, most }) => (
          <li key={column}>
            <span className="tree-name">{name}</span>
            <span className="tree-share">{share.says}</span>
            <ShareBar share={share} />
            {most === undefined ? null : <span className="aside">{most}</span>}
          </li>
        ))}
      </ul>
      {none.length === 0 ? null : (
        <p className="aside">Never: {none.map(({ name }) => inSentence(name)).join('; ')}.</p>
      )}
    </figure>
  );
}

/** `it depends on who moves first`; names in quotation marks stay as they are. */
function inSentence(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
