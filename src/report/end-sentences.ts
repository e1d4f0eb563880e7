import type { Inline } from './document.js';
import type { HoldsReport } from './holds-words.js';
import { counted, sentenceCase } from './phrases.js';
import { startWords } from './start-words.js';
import type { Words } from './words.js';

/** Ends told in full before the rest is only counted. */
const mostEnds = 8;

/** Where things go if left alone: one sentence an end, circles and several ends told as such. */
export function endSentences(words: Words, report: HoldsReport): readonly (readonly Inline[])[] {
  const { ends, start } = report;
  const sentences: (readonly Inline[])[] = [];
  if (ends.length > 1) {
    sentences.push([`It depends on who moves first: there are ${counted(ends.length, 'end')}.`]);
  }
  ends.slice(0, mostEnds).forEach((end, at) => {
    const [state] = end;
    if (state === undefined) return;
    const how = pathSentence(words, report, at);
    if (end.length > 1) {
      sentences.push([
        `Things do not come to rest: single moves lead round a circle of ${counted(end.length, 'outcome')}, among them: ${end
          .slice(0, 3)
          .map((one) => `${words.outcome(one)}${words.number(one)}`)
          .join('; ')}.${how}`,
      ]);
    } else if (state === start) {
      sentences.push([
        {
          kind: 'why',
          text: `Things stay ${startWords(report).stay}`,
          ask: { about: 'outcome', state },
        },
        `: no party would gain by a move of its own${words.repliesCounted}.`,
      ]);
    } else if (state === report.today) {
      sentences.push([
        'Things go back to ',
        { kind: 'why', text: 'today', ask: { about: 'outcome', state } },
        `${words.number(state)}.${how}`,
      ]);
    } else {
      const told = words.description(state);
      const name = words.fullOutcome(state).slice(0, -told.length);
      sentences.push([
        `Things go to ${name === '' ? 'this: ' : name}`,
        { kind: 'why', text: told, ask: { about: 'outcome', state } },
        `${words.number(state)}.${how}`,
      ]);
    }
  });
  if (ends.length > mostEnds) {
    sentences.push([
      `${sentenceCase(counted(ends.length - mostEnds, 'further end'))} not told here; --json lists all.`,
    ]);
  }
  return sentences;
}

function pathSentence(words: Words, report: HoldsReport, end: number): string {
  const path = report.pathsToEnds[end] ?? [];
  if (path.length === 0) return '';
  let at = report.start as number;
  const moves = path.map((step) => {
    const text = `${words.party(step.party)} would ${words.acts(at, step.to)}`;
    at = step.to;
    return text;
  });
  return ` ${sentenceCase(`the shortest way there: ${moves.join(', then ')}.`)}`;
}
