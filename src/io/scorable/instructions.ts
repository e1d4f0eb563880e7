/** What the instructions of a game call its issues (`A`) and options (`A1`). */
export type Labels = ReadonlyMap<string, string>;

const issuePattern = /^\s*[-*•]?\s*issue\s+(\p{Lu})\s*:\s*"([^"]+)"/iu;
const optionPattern = /^\s*[-*•]?\s*(\p{Lu}\d{1,3})(?!\w)\s*(:?)\s*(.*)$/u;

/**
 * The labels that instructions give, for people, in lines such as `Issue A: "Infrastructure Mix"`,
 * `A1 "water-based": new buildings …` and `- A2: a midland city ==> easier construction`. Of an
 * option, that is the quoted name at its beginning, or its words up to `==>`. The first line about an
 * issue or option counts; what is not found keeps its code as label.
 */
export function labelsIn(text: string): Labels {
  const labels = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const issue = issuePattern.exec(line);
    const option = issue ? null : optionPattern.exec(line);
    const code = issue?.[1]?.toUpperCase() ?? option?.[1] ?? '';
    const plain = (
      issue ? (issue[2] ?? '') : option ? optionLabel(option[2] === ':', option[3] ?? '') : ''
    ).trim();
    if (code !== '' && plain !== '' && !labels.has(code)) labels.set(code, plain);
  }
  return labels;
}

function optionLabel(hasColon: boolean, rest: string): string {
  const name = /^"([^"]+)"\s*(:?)/.exec(rest);
  if (name && (!hasColon || name[2] === ':')) return name[1] ?? '';
  return (rest.split('==>')[0] ?? '').trim().replace(/\.$/, '');
}
