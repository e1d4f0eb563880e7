import type { Span } from '../../core/diagnostic.js';
import type { NameTable } from '../expression/parse-expression.js';
import type { Problems } from './problems.js';

/** An issue as far as names go: what conditions and settings may say about it. */
export type IssueName = {
  readonly id: string;
  readonly levels: readonly string[];
  readonly isLever: boolean;
  /** Its levels could not be read, so nothing said about them can be checked. */
  readonly isBroken: boolean;
};

/** What one part of a case can refer to in another, and where flaws are collected. */
export type Scope = {
  readonly file: string;
  readonly problems: Problems;
  readonly parties: readonly string[];
  readonly partyIndex: ReadonlyMap<string, number>;
  readonly issues: readonly IssueName[];
  readonly issueIndex: ReadonlyMap<string, number>;
  readonly names: NameTable;
  readonly hasToday: boolean;
  /** Ids that `from`, `for` and `against` can name: sources, statements and claims. */
  readonly evidenceIds: ReadonlySet<string>;
  readonly sourceIds: ReadonlySet<string>;
  readonly claimAndHypothesisIds: ReadonlySet<string>;
  /** Remembers that a bare yes or no stands where it may: as a level of a lever. */
  readonly allowBareWord: (range: Span) => void;
};
