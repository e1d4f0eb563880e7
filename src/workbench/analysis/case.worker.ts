import {
  answerCase,
  answerMakeStable,
  explainOutcome,
  locateElement,
  lookAtOutcome,
} from './answer.js';
import { createDealWork } from './deal-work.js';
import type { Job, Outcome } from './protocol.js';
import { countRivals } from './rivals.js';
import { createWork } from './work.js';

const work = createWork();
const dealWork = createDealWork();

/** One job after another; whoever loses patience ends the worker. */
self.onmessage = ({ data }: MessageEvent<Job>) => {
  self.postMessage(outcomeOf(data));
};

function outcomeOf(job: Job): Outcome {
  try {
    switch (job.kind) {
      case 'answer':
        return answerCase(work, job);
      case 'rivals':
        return countRivals(job);
      case 'explain':
        return explainOutcome(job);
      case 'look':
        return lookAtOutcome(work, job);
      case 'makeStable':
        return answerMakeStable(job);
      case 'deals':
        return dealWork.answerDeals(job);
      case 'package':
        return dealWork.judgePackage(job);
      case 'locate':
        return locateElement(job.text, job.path);
    }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
