import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import type { ConceptShown } from './concepts-context.js';

/** A concept's name; pressed, it tells its definition in one sentence and where that comes from. */
export function ConceptName({ concept }: { readonly concept: ConceptShown }) {
  // Inside a landmark, where those who go from landmark to landmark find it.
  const landmark = document.querySelector('main');
  // A `button` element cannot break across lines; React Aria gives a span focus, Enter and Space.
  const asButton = { role: 'button', 'aria-label': `${concept.name} – what does it mean?` };
  return (
    <DialogTrigger>
      <Pressable>
        <span {...asButton} className="concept-name">
          {concept.name}
        </span>
      </Pressable>
      <Popover
        className="popover concept-help"
        offset={4}
        {...(landmark ? { UNSTABLE_portalContainer: landmark } : {})}
      >
        <Dialog aria-label={`What ${concept.name} means`} className="concept-dialog">
          <p>
            <strong>{concept.name}:</strong> {concept.definition}
          </p>
          <p className="concept-source">Source: {concept.source}.</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
