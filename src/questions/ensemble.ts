import { allDoubtKinds } from '../analysis/uncertainty/doubts-of.js';
import { isPreciseEnough } from '../analysis/uncertainty/stopping.js';
import type { Analysis } from '../core/analysis.js';
import type { Case } from '../core/case.js';
import { type Control, uncontrolled } from '../core/report.js';
import { chunkAnswerer } from './answer-chunk.js';
import { checkCaseOptions } from './case-options.js';
import { checkConcept } from './concept-fits.js';
import { evaluatorOf } from './ensemble-evaluator.js';
import type { EnsembleFindings, EnsembleOptions } from './ensemble-findings.js';
import { ensemblePlan } from './ensemble-plan.js';
import { type EnsembleReport, ensembleReport, sharesSoFar } from './ensemble-report.js';
import type { Chunk, ChunkResult, EnsembleJob, Executor } from './ensemble-work.js';
import { gatherChunks } from './gather-chunks.js';
import { checkReplies } from './replies-option.js';

/**
 * Question 4: what would change the answer?
 *
 * In what share of the assumption sets each headline would hold, is where things go, is on offer, and
 * could be agreed and would hold; which doubt carries that; the fewest changes that turn it; and what
 * to find out first. `run` answers in this thread; `runEnsemble` by an executor, with the same bytes.
 *
 * Time of one answer to what holds and one to deals for each assumption set.
 */
export const ensemble: Analysis<EnsembleOptions, EnsembleFindings> = {
  name: 'whatif',
  defaults: {
    readings: {},
    where: {},
    concept: 'firm',
    replies: 'alone',
    headlines: null,
    vary: allDoubtKinds,
    given: null,
    draws: 10_000,
    precision: 0.02,
    seed: 1,
    chunk: null,
    choices: false,
  },
  check: (theCase, options) => {
    const problems = [
      ...checkConcept(theCase, options.concept),
      ...checkCaseOptions(theCase, options),
    ];
    return problems.length > 0 ? problems : checkReplies(theCase, options);
  },
  run: (theCase, options, control) => {
    const answer = chunkAnswerer(theCase, options);
    const steps = conduct(theCase, options, control);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      for (const chunk of step.value.chunks) {
        if (control.stopped()) break;
        step.value.take(answer(chunk));
      }
    }
  },
};

/** Every chunk of an ensemble, in order, for those who answer all of them. */
export function ensembleChunks(theCase: Case, options: EnsembleOptions): readonly Chunk[] {
  return ensemblePlan(theCase, evaluatorOf(theCase, options).doubts, options).stretches.flat();
}

/** How a caller follows, stops and resumes an ensemble. */
export type EnsembleControl = Control & {
  /** Results of an earlier run of the same job, which are not asked for again. */
  readonly earlier?: readonly ChunkResult[];
  /** Told each result as it comes, so that it can be kept. */
  readonly answered?: (result: ChunkResult) => void;
  /** Told after each chunk; `report` makes the answer so far, from the sets answered without a gap. */
  readonly partial?: (report: () => EnsembleReport) => void;
};

/**
 * Answers an ensemble by an executor.
 *
 * @throws Error when two results of one chunk differ, or when the executor leaves a chunk out.
 */
export async function runEnsemble(
  theCase: Case,
  job: EnsembleJob,
  executor: Executor,
  control: EnsembleControl = uncontrolled,
): Promise<EnsembleReport> {
  const steps = conduct(theCase, job.options, control);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await executor.run(job, step.value.chunks, step.value.take, control.stopped);
  }
}

/** Chunks to be answered before the next decision, and where their results go. */
type Stretch = {
  readonly chunks: readonly Chunk[];
  readonly take: (result: ChunkResult) => void;
};

/**
 * Leads an ensemble from check point to check point, whoever answers.
 *
 * Whether to stop is decided only at the draw numbers of the plan, from the draws before them alone, so
 * the answer does not depend on who worked how fast. Stopped by the caller, it is made of the sets
 * answered without a gap.
 */
function* conduct(
  theCase: Case,
  options: EnsembleOptions,
  control: EnsembleControl,
): Generator<Stretch, EnsembleReport, undefined> {
  const evaluator = evaluatorOf(theCase, options);
  const plan = ensemblePlan(theCase, evaluator.doubts, options);
  const gathered = gatherChunks(plan, evaluator.bytesPerRow);
  for (const result of control.earlier ?? []) gathered.take(result);
  const report = (sets: number, ended: EnsembleFindings['ended']) =>
    ensembleReport(theCase, options, evaluator, plan, gathered.bits(sets), ended);
  control.progress(gathered.answered(), plan.total);
  const take = (result: ChunkResult) => {
    gathered.take(result);
    control.answered?.(result);
    control.progress(gathered.answered(), plan.total);
    control.partial?.(() => report(gathered.prefix(), 'stopped'));
  };
  for (const [at, stretch] of plan.stretches.entries()) {
    const chunks = stretch.filter(({ first }) => !gathered.has(first));
    if (chunks.length > 0 && !control.stopped()) yield { chunks, take };
    const end = plan.checkPoints[at] as number;
    if (gathered.prefix() < end) {
      if (control.stopped()) return report(gathered.prefix(), 'stopped');
      throw new Error(`the sets from ${gathered.prefix() + 1} on were not answered by any worker`);
    }
    if (end < plan.total && options.precision > 0) {
      const shares = sharesSoFar(evaluator, plan, options, gathered.bits(end));
      if (isPreciseEnough(shares, options.precision)) return report(end, 'precise enough');
    }
  }
  return report(plan.total, plan.mode === 'draws' ? 'all draws' : null);
}
