type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

type FinishedModule = {
  state(): string;
  readonly children: { allTests(): Iterable<{ result(): { readonly state: string } }> };
};

export declare function closingLine(counts: Counts): string;
export declare function count(
  modules: readonly FinishedModule[],
  unhandledErrors: readonly unknown[],
): Counts;
