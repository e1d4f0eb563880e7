import { useRef } from 'react';
import { useButton } from 'react-aria';
import type { Ask } from '../../index.js';
import { useSession } from './session-context.js';

/**
 * Words of a sentence that can be asked "why?".
 *
 * A `button` element cannot break across lines, so this is a span that React Aria makes a button:
 * role, focus, Enter and Space.
 */
export function WhyButton({ text, ask }: { readonly text: string; readonly ask: Ask }) {
  const session = useSession();
  const ref = useRef<HTMLSpanElement>(null);
  const isPlace = ask.about === 'element';
  const { buttonProps } = useButton(
    {
      elementType: 'span',
      'aria-label': `${text} – ${isPlace ? 'show in the case text' : 'why?'}`,
      onPress: () => session.askWhy(ask, text),
    },
    ref,
  );
  return (
    <span {...buttonProps} ref={ref} className={isPlace ? 'why why-place' : 'why'}>
      {text}
    </span>
  );
}
