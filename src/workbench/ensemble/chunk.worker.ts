import { type Chunk, type ChunkResult, chunkAnswerer } from '../../index.js';
import { countedCase } from './counted-case.js';
import type { ChunkNews, ChunkTask } from './ensemble-protocol.js';

let answer: ((chunk: Chunk) => ChunkResult) | undefined;
let problem = 'the worker was told of no case';

/** Answers chunks of one count; what does not change between them is kept. */
self.onmessage = ({ data }: MessageEvent<ChunkTask>) => {
  try {
    if (data.kind === 'open') {
      answer = chunkAnswerer(countedCase(data.asked).theCase, data.options);
    } else if (answer) {
      tell({ kind: 'answered', result: answer(data.chunk) });
    } else {
      tell({ kind: 'failed', message: problem });
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
    // What went wrong while it was opened is told with the first chunk.
    if (data.kind === 'answer') tell({ kind: 'failed', message: problem });
  }
};

function tell(news: ChunkNews): void {
  self.postMessage(news);
}
