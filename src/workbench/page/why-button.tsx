import { Pressable } from 'react-aria-components/Pressable';
import type { Ask } from '../../index.js';
import { useSession } from './session-context.js';

/** Words of a sentence that can be asked "why?", or that stand for a place in the case text. */
export function WhyButton({ text, ask }: { readonly text: string; readonly ask: Ask }) {
  const session = useSession();
  const isPlace = ask.about === 'element';
  // A `button` element cannot break across lines; React Aria gives a span focus, Enter and Space.
  const asButton = {
    role: 'button',
    'aria-label': `${text} – ${isPlace ? 'show in the case text' : 'why?'}`,
  };
  return (
    <Pressable onPress={() => session.askWhy(ask, text)}>
      <span {...asButton} className={isPlace ? 'why why-place' : 'why'}>
        {text}
      </span>
    </Pressable>
  );
}
