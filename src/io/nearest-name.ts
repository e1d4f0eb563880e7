/**
 * Letters that look alike in Latin, Cyrillic and Greek, by their Latin form: a name typed on the
 * wrong keyboard layout looks right on the screen and is still another name.
 *
 * Source: the intra-alphabet pairs of Unicode TR 39, confusables.txt; lower case only.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ѕ: 's',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  т: 't',
  у: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  α: 'a',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
};

/** Accents, Arabic vowel signs and the stretching stroke: often left out, seldom meant. */
const optionalMarks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/gu;

/**
 * The candidate that the writer of `word` most likely meant, or `undefined` when none is near.
 *
 * In this order: the same name but for case, accents or letters of another script that look alike;
 * the candidate at the least distance, if at most a third of the longer name's letters (rounded down,
 * never above three) have to be inserted, dropped, replaced or swapped with a neighbour; the only
 * candidate that has the same parts between underscores in another order, of which the word is a
 * whole part (`full` of `full_year`) or the first four letters or more, or the other way round.
 *
 * Distance: Damerau–Levenshtein in its restricted form (no letter is edited twice), on the folded
 * names. Ties go to the candidate listed first. A word that is itself a candidate is its own nearest.
 *
 * Time O(candidates × length²).
 */
export function nearestName(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.includes(word)) return word;
  const folded = fold(word);
  if (folded === '') return undefined;

  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const longer = Math.max([...folded].length, [...other].length);
    const limit = Math.min(3, Math.floor(longer / 3));
    const distance = editDistance(folded, other);
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (best !== undefined) return best;

  const related = candidates.filter((candidate) => isRelated(folded, fold(candidate)));
  return related.length === 1 ? related[0] : undefined;
}

function fold(name: string): string {
  const plain = name.normalize('NFKD').replace(optionalMarks, '').toLowerCase().replace(/-/g, '_');
  return [...plain].map((letter) => lookAlikes[letter] ?? letter).join('');
}

function isRelated(word: string, candidate: string): boolean {
  const [shorter, longer] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  if (shorter.length >= 4 && longer.startsWith(shorter)) return true;
  const parts = word.split('_').filter((part) => part !== '');
  const others = candidate.split('_').filter((part) => part !== '');
  if ([...parts].sort().join('_') === [...others].sort().join('_')) return true;
  const [short, long] = parts.length < others.length ? [parts, others] : [others, parts];
  // Parts of one or two letters (`us`, `eu`) are shared by too many names to point at one.
  return (
    short.some((part) => part.length > 2) && `_${long.join('_')}_`.includes(`_${short.join('_')}_`)
  );
}

function editDistance(word: string, other: string): number {
  const a = [...word];
  const b = [...other];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, beforeLast[j - 2]! + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
