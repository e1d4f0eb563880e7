/** Elements of a list that are written at once. */
const chunkLength = 1000;

/**
 * The JSON text of a plain value in pieces, so that a large answer need not stand in memory twice.
 *
 * The pieces joined are one JSON text, each key of the top level on a line of its own.
 */
export function* jsonChunks(value: Readonly<Record<string, unknown>>): Generator<string> {
  yield '{\n';
  let isFirst = true;
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    yield `${isFirst ? '' : ',\n'}${JSON.stringify(key)}: `;
    isFirst = false;
    if (Array.isArray(entry)) yield* arrayChunks(entry);
    else yield JSON.stringify(entry);
  }
  yield '\n}\n';
}

function* arrayChunks(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let start = 0; start < list.length; start += chunkLength) {
    const part = JSON.stringify(list.slice(start, start + chunkLength)).slice(1, -1);
    yield start === 0 ? part : `,${part}`;
  }
  yield ']';
}
