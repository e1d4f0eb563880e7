/** Something a person can mend: the shells print its message and nothing else. */
export class ClusterProblem extends Error {
  override readonly name = 'ClusterProblem';
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
