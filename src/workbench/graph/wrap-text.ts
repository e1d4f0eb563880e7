/** The width of a text in pixels. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into lines no wider than `width`. A word that is wider by itself is broken too; lines
 * above `most` are cut, with an ellipsis at the end of the last.
 */
export function wrapText(
  text: string,
  width: number,
  measure: Measure,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (measure(line) > width && line.length > 1) {
      const fits = fittingLength(line, width, measure);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (measure(`${last} …`) > width && last.includes(' ')) {
    last = last.slice(0, last.lastIndexOf(' '));
  }
  while (measure(`${last} …`) > width && last !== '') last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last} …`];
}

/** The longest beginning that fits, at least one character. */
function fittingLength(text: string, width: number, measure: Measure): number {
  let length = 1;
  while (length < text.length && measure(text.slice(0, length + 1)) <= width) length += 1;
  return length;
}
