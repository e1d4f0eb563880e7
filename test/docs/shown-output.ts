/** A line that stands for any number of lines that are not shown. */
const omitted = '…';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a shown line is this line; `…` inside it stands for any characters. */
function isLine(shown: string, real: string): boolean {
  if (!shown.includes(omitted)) return shown === real;
  return new RegExp(`^${shown.split(omitted).map(escaped).join('.*')}$`, 'u').test(real);
}

/** Lines between `…` lines; `false` where lines were left out. */
type Part = readonly string[] | false;

function partsOf(shown: readonly string[]): readonly Part[] {
  const parts: (string[] | false)[] = [];
  let open: string[] | undefined;
  for (const line of shown) {
    if (line === omitted) {
      parts.push(false);
      open = undefined;
    } else if (open) open.push(line);
    else {
      open = [line];
      parts.push(open);
    }
  }
  return parts;
}

const startsAt = (part: readonly string[], real: readonly string[], at: number) =>
  part.every((line, place) => isLine(line, real[at + place] ?? '\n'));

/** Whether what is shown is what was printed, but for lines left out at a `…`. */
export function isShown(shown: readonly string[], real: readonly string[]): boolean {
  const parts = partsOf(shown);
  const match = (part: number, at: number): boolean => {
    const lines = parts[part];
    if (lines === undefined) return at === real.length;
    if (lines) return startsAt(lines, real, at) && match(part + 1, at + lines.length);
    for (let next = at; next <= real.length; next += 1) if (match(part + 1, next)) return true;
    return false;
  };
  return match(0, 0);
}

/**
 * What to show now. Without a `…` line that is everything. With one, each excerpt keeps its first and
 * last line where they are still printed, else its number of lines up to the end of the paragraph.
 *
 * @returns undefined when the first line of an excerpt is not printed any more.
 */
export function refreshed(
  shown: readonly string[],
  real: readonly string[],
): readonly string[] | undefined {
  if (isShown(shown, real)) return shown;
  if (!shown.includes(omitted)) return kept(shown, real);
  const fresh: string[] = [];
  let at = 0;
  const parts = partsOf(shown);
  for (const [place, part] of parts.entries()) {
    if (!part) {
      fresh.push(omitted);
      continue;
    }
    const first = real.findIndex((line, index) => index >= at && isLine(part[0] as string, line));
    const start = place === 0 ? 0 : first;
    if (start === -1) return undefined;
    let end = real.findIndex(
      (line, index) => index >= start && isLine(part.at(-1) as string, line),
    );
    if (place === parts.length - 1) end = real.length - 1;
    else if (end === -1) {
      end = start + part.length - 1;
      while (end + 1 < real.length && real[end + 1] !== '') end += 1;
    }
    at = Math.min(end + 1, real.length);
    fresh.push(...kept(part, real.slice(start, at)));
  }
  return fresh;
}

/** Lines as printed, but as shown where a shown line with `…` inside it still fits. */
function kept(shown: readonly string[], real: readonly string[]): readonly string[] {
  return real.map(
    (line) => shown.find((one) => one.includes(omitted) && isLine(one, line)) ?? line,
  );
}
