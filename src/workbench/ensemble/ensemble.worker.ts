import {
  type Case,
  type EnsembleReport,
  ensemble,
  ensembleDocument,
  ensemblePictures,
  hasErrors,
  runEnsemble,
  version,
} from '../../index.js';
import { countedCase } from './counted-case.js';
import { ensembleOptions } from './ensemble-options.js';
import type { CoordinatorNews, CoordinatorTask, EnsembleAnswer } from './ensemble-protocol.js';
import { workerExecutor } from './worker-executor.js';

/** Least time from one telling of what was counted so far to the next, in milliseconds. */
const TELL_EVERY = 400;
/** And at least so many times as long as the last one took: workers wait for it. */
const TELL_SHARE = 5;

let isStopped = false;

/** Counts once, over chunk workers of its own; whoever wants another count starts another. */
self.onmessage = ({ data }: MessageEvent<CoordinatorTask>) => {
  if (data.kind === 'stop') isStopped = true;
  else void count(data);
};

function tell(news: CoordinatorNews): void {
  self.postMessage(news);
}

async function count({
  asked,
  workers,
}: Extract<CoordinatorTask, { kind: 'count' }>): Promise<void> {
  try {
    const { theCase, hash, readings } = countedCase(asked);
    const options = ensembleOptions(theCase, readings, asked.choices);
    const hindrance = ensemble.check(theCase, options).find((one) => hasErrors([one]));
    if (hindrance) return tell({ kind: 'failed', message: hindrance.what });
    const chunkWorkers = Array.from({ length: workers }, () => {
      const worker = new Worker(new URL('./chunk.worker.ts', import.meta.url), { type: 'module' });
      worker.postMessage({ kind: 'open', asked, options });
      return worker;
    });
    let tellAgain = performance.now() + TELL_EVERY;
    const report = await runEnsemble(
      theCase,
      { caseText: asked.of.text, options },
      workerExecutor(chunkWorkers),
      {
        progress: (done, total) => tell({ kind: 'progress', done, total }),
        stopped: () => isStopped,
        partial: (soFar) => {
          const begun = performance.now();
          if (begun < tellAgain) return;
          const report = soFar();
          // One set shows nothing yet.
          if (report.sets > 1) {
            tell({ kind: 'partial', answer: answerOf(theCase, hash, report) });
          }
          const ended = performance.now();
          tellAgain = ended + Math.max(TELL_EVERY, TELL_SHARE * (ended - begun));
        },
      },
    );
    for (const worker of chunkWorkers) worker.terminate();
    tell({ kind: 'counted', answer: answerOf(theCase, hash, report) });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function answerOf(theCase: Case, hash: string, report: EnsembleReport): EnsembleAnswer {
  return {
    report,
    pictures: ensemblePictures(theCase, report),
    document: ensembleDocument(theCase, report, { hash, version }),
  };
}
