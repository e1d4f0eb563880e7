import { CannotRun } from './terminal.js';

/** Runs work of the cluster; what a person can mend there is told as a verb tells it. */
export async function orCannotRun<Result>(
  verb: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'ClusterProblem') {
      throw new CannotRun(`detente ${verb}: ${error.message}`);
    }
    throw error;
  }
}
