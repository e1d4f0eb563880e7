import type { Measures } from './layout.js';
import type { Measure } from './wrap-text.js';

/** Type is never as wide as measured here, whatever the rounding. */
const SAFETY = 1.03;

/** Measures of text in the fonts of the page; the sizes and weights stand in `graph.css` too. */
export function textMeasures(): Measures {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const measure = (weight: number, size: number): Measure => {
    const known = new Map<string, number>();
    return (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      if (context) context.font = `${weight} ${size}px ${family}`;
      const width = (context?.measureText(text).width ?? text.length * size * 0.55) * SAFETY;
      known.set(text, width);
      return width;
    };
  };
  return {
    tag: measure(600, 11),
    name: measure(600, 14),
    plain: measure(400, 14),
    description: measure(400, 12),
    label: measure(400, 12),
  };
}
