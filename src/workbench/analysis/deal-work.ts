import {
  type Case,
  type DealPlot,
  type DealsReport,
  dealLook,
  dealPlot,
  deals,
  dealsDocument,
  dealTable,
  defaultConceptsOf,
  hasErrors,
  type PackageJudge,
  packageChoices,
  packageJudge,
  placeOn,
  proposalLevels,
  readCase,
  uncontrolled,
  version,
} from '../../index.js';
import type { Asked, DealsAnswer, Job, Outcome } from './protocol.js';
import { premisesOf } from './suppose.js';
import { keyOf } from './work.js';

type Found = {
  readonly theCase: Case;
  readonly report: DealsReport;
  readonly plot: DealPlot;
  readonly answer: DealsAnswer;
  /** Undefined where outcomes are too many to list. */
  readonly judge: PackageJudge | undefined;
};

type Worked = { readonly found: Found | undefined; readonly hindrance: string | undefined };

/** Answers what could be agreed, and judges packages; the setting of the last case is kept. */
export type DealWork = {
  readonly answerDeals: (job: Extract<Job, { kind: 'deals' }>) => Outcome;
  readonly judgePackage: (job: Extract<Job, { kind: 'package' }>) => Outcome;
};

/** A `DealWork` that remembers its last case. */
export function createDealWork(): DealWork {
  let last: { readonly key: string; readonly worked: Worked } | undefined;
  const workedOut = (asked: Asked) => {
    const key = keyOf(asked);
    if (last?.key !== key) last = { key, worked: work(asked) };
    return last.worked;
  };
  return {
    answerDeals: (job) => {
      const { found, hindrance } = workedOut(job);
      return { kind: 'deals', answer: found?.answer, hindrance };
    },
    judgePackage: (job) => {
      const { found } = workedOut(job);
      return { kind: 'package', answer: found && packageAnswer(found, job.levels) };
    },
  };
}

function work(asked: Asked): Worked {
  const { case: written, hash } = readCase(asked.text);
  if (!written) return { found: undefined, hindrance: 'the case text has errors' };
  const { theCase, readings } = premisesOf(written, asked);
  const options = {
    ...deals.defaults,
    concept: defaultConceptsOf(theCase)[0] ?? deals.defaults.concept,
    readings,
  };
  const hindrances = deals.check(theCase, options);
  if (hasErrors(hindrances)) {
    const first = hindrances.find(({ severity }) => severity === 'error');
    return { found: undefined, hindrance: first?.what };
  }
  const report = deals.run(theCase, options, uncontrolled);
  // Counts are there where states are listed.
  const judge = report.counts ? packageJudge(theCase, options, uncontrolled) : undefined;
  const plot = dealPlot(theCase, report, judge?.factsOf);
  const answer: DealsAnswer = {
    document: dealsDocument(theCase, report, { hash, version }),
    plot,
    table: dealTable(plot),
    starts: startsOf(theCase, plot),
    canJudge: judge !== undefined,
  };
  return { found: { theCase, report, plot, answer, judge }, hindrance: undefined };
}

/** Packages to start from: today, the proposals, the deals told. */
function startsOf(theCase: Case, { marks }: DealPlot): DealsAnswer['starts'] {
  const { today } = theCase;
  const whole = today ?? theCase.issues.map(() => 0);
  const proposed = theCase.proposals.map((proposal) => {
    const levels = [...whole];
    for (const { issue, level } of proposalLevels(proposal, today)) levels[issue] = level;
    return { label: `“${proposal.label}”`, levels };
  });
  const told = marks.flatMap(({ kinds, label, name, levels }) =>
    levels && !kinds.includes('proposal') && !kinds.includes('today') && kinds[0] !== 'frontier'
      ? [{ label: label === '' ? name : `${label}: ${name}`, levels }]
      : [],
  );
  return [...(today ? [{ label: 'Today', levels: today }] : []), ...proposed, ...told];
}

function packageAnswer(
  { theCase, report, plot, judge }: Found,
  asked: readonly number[],
): Extract<Outcome, { kind: 'package' }>['answer'] {
  const fits = theCase.issues.every(({ levels }, issue) => levels[asked[issue] ?? -1]);
  if (!fits || asked.length !== theCase.issues.length) return undefined;
  const judged = judge?.judge(asked);
  const facts = judged?.facts;
  // Outcomes that count as one are told by the one that stands for them.
  const levels = facts?.levels ?? asked;
  return {
    levels,
    ...packageChoices(theCase, levels),
    look: judged && dealLook(theCase, report, judged),
    values: facts ? placeOn(plot, facts) : {},
  };
}
