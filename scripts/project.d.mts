export declare function requireNode(version?: string): void;
export declare function withLock<Result>(
  work: () => Promise<Result>,
  options?: { readonly lock?: string; readonly poll?: number },
): Promise<Result>;
