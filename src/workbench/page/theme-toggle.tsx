import { useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useMedia } from './use-media.js';

const KEPT_AS = 'detente-theme';

type Theme = 'light' | 'dark';

/** Light or dark; as the system has it until chosen here. The choice is kept in this browser. */
export function ThemeToggle() {
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const [chosen, setChosen] = useState<Theme | undefined>(keptTheme);
  const isDark = chosen === undefined ? isSystemDark : chosen === 'dark';

  useEffect(() => {
    if (chosen === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
  }, [chosen]);

  const choose = (theme: Theme) => {
    setChosen(theme);
    try {
      localStorage.setItem(KEPT_AS, theme);
    } catch {
      // A browser may keep nothing: the choice then lasts as long as the page.
    }
  };
  return (
    <ToggleButton
      className="button"
      isSelected={isDark}
      onChange={(isSelected) => choose(isSelected ? 'dark' : 'light')}
    >
      Dark
    </ToggleButton>
  );
}

function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}
