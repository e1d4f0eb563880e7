type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skippedIn: readonly string[];
};

type FinishedModule = {
  readonly relativeModuleId: string;
  state(): string;
  readonly children: { allTests(): Iterable<{ result(): { readonly state: string } }> };
};

export declare function closingLine(counts: Pick<Counts, 'passed' | 'failed'>): string;
export declare function skippedLine(
  counts: Pick<Counts, 'skipped' | 'skippedIn'>,
  isSharedDataThere?: boolean,
): string | undefined;
export declare function count(
  modules: readonly FinishedModule[],
  unhandledErrors: readonly unknown[],
): Counts;
