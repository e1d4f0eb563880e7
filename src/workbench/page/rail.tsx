import { SCREENS, type ScreenId } from './use-screen.js';

/** The screens of the workbench, at the left. */
export function Rail({ current }: { readonly current: ScreenId }) {
  return (
    <nav className="rail" aria-label="Screens">
      <ul>
        {SCREENS.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
