import type { Case, Issue, Reading } from '../../core/case.js';
import { groupedDigits } from '../../core/grouped-digits.js';
import { divide, type Rational, rational, zero } from '../../core/rational.js';
import { buildSpace, mostListedOutcomes, outcomeCount } from '../../core/space.js';
import { scalarText } from '../case-file/patch.js';
import { decimalText } from './decimal-text.js';

/** Files to write, and what they leave out; or the reasons why nothing can be written. */
export type NegmasExport =
  | {
      readonly files: readonly { readonly name: string; readonly text: string }[];
      readonly notes: readonly string[];
    }
  | { readonly refusals: readonly string[] };

/** Hundredths of a score that count where the case does not say. */
const fullWeight = rational(100n);

/**
 * A case as an outcome space of NegMAS (`domain.yml`) and one `LinearAdditiveUtilityFunction` per
 * party, each with a `TableFun` per issue; weights are weight/100 of the case, values its scores, so
 * that u is the same sum. The reserved value is the party's no deal.
 *
 * Refused, each with its reason: parties without points or without a number for no deal, wants that
 * add worth, rules (their number of forbidden outcomes is told), outcomes counted as one, context.
 * What else of the case NegMAS does not know is named in `notes` and at the top of `domain.yml`.
 * Numbers: see `decimalText`; a comment says so where one was rounded.
 *
 * @param readings - by party id the reading to write; the first otherwise.
 */
export function exportNegmas(
  theCase: Case,
  readings: Readonly<Record<string, string>> = {},
): NegmasExport {
  const refusals: string[] = [];
  for (const id of Object.keys(readings)) {
    if (!theCase.parties.some((party) => party.id === id)) {
      refusals.push(
        `there is no party "${id}"; parties: ${theCase.parties.map((party) => party.id).join(', ')}`,
      );
    }
  }
  const chosen = theCase.parties.map(({ id }, at): Reading | undefined => {
    const own = theCase.preferences[at] ?? [];
    const named = Object.hasOwn(readings, id) ? readings[id] : undefined;
    const reading = named === undefined ? own[0] : own.find((one) => one.id === named);
    if (named !== undefined && !reading) {
      refusals.push(
        `${id} has no reading "${named}"; readings: ${own.map((one) => one.id).join(', ')}`,
      );
    } else refusals.push(...flawsOf(id, reading));
    return reading;
  });
  refusals.push(...flawsOfCase(theCase));
  if (refusals.length > 0) return { refusals };

  const notes = leftOut(theCase, chosen);
  const names = fileNames(theCase);
  const domain = [
    ...notes.map((note) => `# Not written: ${note}.`),
    `name: ${scalarText(theCase.title)}`,
    'type: DiscreteCartesianOutcomeSpace',
    'issues:',
    ...theCase.issues.flatMap((issue) => [
      `  - name: ${scalarText(issueName(theCase, issue))}`,
      '    type: CategoricalIssue',
      '    values:',
      ...levelNames(issue).map((name) => `      - ${scalarText(name)}`),
    ]),
  ];
  const files = [{ name: 'domain.yml', text: `${domain.join('\n')}\n` }];
  chosen.forEach((reading, party) => {
    const { name } = theCase.parties[party] ?? { name: '' };
    if (reading)
      files.push({ name: names[party] ?? '', text: profileText(theCase, name, reading) });
  });
  return { files, notes };
}

function flawsOf(id: string, reading: Reading | undefined): readonly string[] {
  if (!reading?.points) {
    return [`${id} has no points, and NegMAS knows no order of wants: give it \`points\``];
  }
  const flaws: string[] = [];
  const worth = (reading.wants ?? []).flat().filter((want) => want.worth !== undefined).length;
  if (worth > 0) {
    flaws.push(
      `${id} has ${counted(worth, 'want')} with \`worth\`, which no function of single issues can say`,
    );
  }
  const value = reading.noDeal?.value ?? 'ends';
  if (typeof value === 'string') {
    flaws.push(`the no deal of ${id} is \`${value}\`: give it as a number, which NegMAS needs`);
  }
  return flaws;
}

function flawsOfCase(theCase: Case): readonly string[] {
  const flaws: string[] = [];
  if (theCase.rules.length > 0) {
    const outcomes = outcomeCount(theCase);
    const told =
      outcomes <= BigInt(mostListedOutcomes)
        ? ((space) =>
            `${groupedDigits(space.total - space.size)} of ${groupedDigits(space.total)} outcomes`)(
            buildSpace({ ...theCase, coalesce: [] }),
          )
        : 'some outcomes';
    flaws.push(
      `the case has ${counted(theCase.rules.length, 'rule')}, which ${theCase.rules.length === 1 ? 'forbids' : 'forbid'} ${told}; NegMAS has none`,
    );
  }
  if (theCase.coalesce.length > 0) {
    flaws.push('the case counts several outcomes as one (`coalesce`), which NegMAS cannot say');
  }
  const context = theCase.issues.filter(({ control }) => control.kind === 'nobody');
  if (context.length > 0) {
    flaws.push(
      `${context.map(({ id }) => id).join(', ')} is context that nobody decides, so it cannot be bargained over`,
    );
  }
  return flaws;
}

/** Parts of the case that the files do not hold. */
function leftOut(theCase: Case, readings: readonly (Reading | undefined)[]): readonly string[] {
  const orders = readings.filter((reading) => reading?.wants ?? reading?.ranking).length;
  const redLines = readings.reduce((sum, reading) => sum + (reading?.redLines.length ?? 0), 0);
  const ranges = readings.reduce((sum, reading) => sum + (reading?.ranges.length ?? 0), 0);
  const isAlone = theCase.issues.some(
    ({ control }) => control.kind !== 'agree' || control.parties.length < theCase.parties.length,
  );
  return [
    ...(theCase.today ? ['today, and what follows from it'] : []),
    ...(hasConsent(theCase) ? ['whose consent is enough: NegMAS wants that of all'] : []),
    ...(isAlone ? ['who can change what without the others: NegMAS has agreements of all'] : []),
    ...(orders > 0 ? [`the order of wants of ${counted(orders, 'party')}; the points stand`] : []),
    ...(ranges > 0
      ? [`${counted(ranges, 'range')} of numbers; the middle or the peak stands`]
      : []),
    ...(redLines > 0 ? [counted(redLines, 'red line')] : []),
    ...(theCase.proposals.length > 0 ? [counted(theCase.proposals.length, 'proposal')] : []),
    ...(theCase.tracks.length > 0 ? [counted(theCase.tracks.length, 'track')] : []),
  ];
}

/** A rule of consent on the case, a party or an issue. */
function hasConsent(theCase: Case): boolean {
  return (
    theCase.consent !== undefined ||
    theCase.parties.some(({ consent }) => consent !== undefined) ||
    theCase.issues.some(({ control }) => control.kind === 'agree' && control.consent !== undefined)
  );
}

function profileText(theCase: Case, name: string, { points, noDeal }: Reading): string {
  let isRounded = false;
  const number = (value: Rational): string => {
    const { text, isExact } = decimalText(value);
    isRounded ||= !isExact;
    return text;
  };
  const own = theCase.issues.map((issue, at) => {
    const row = points?.issues.find((one) => one.issue === at);
    return {
      issue,
      weight: row ? divide(row.weight, fullWeight) : zero,
      scores: row?.scores ?? issue.levels.map(() => zero),
    };
  });
  const value = noDeal?.value;
  const lines = [
    `name: ${scalarText(name)}`,
    'type: LinearAdditiveUtilityFunction',
    `reserved_value: ${number(typeof value === 'object' ? value : zero)}`,
    'weights:',
    ...own.map(({ weight }) => `  - ${number(weight)}`),
    'values:',
    ...own.flatMap(({ issue, scores }) => [
      '  - type: TableFun',
      '    mapping:',
      ...levelNames(issue).map(
        (level, at) => `      ${scalarText(level)}: ${number(scores[at] ?? zero)}`,
      ),
    ]),
  ];
  const comment = '# Numbers whose decimals do not end are rounded to 17 significant digits.';
  return `${(isRounded ? [comment, ...lines] : lines).join('\n')}\n`;
}

/** Labels where they tell the issues apart, else ids. */
function issueName(theCase: Case, issue: Issue): string {
  return isEachOnce(theCase.issues.map(({ label }) => label)) ? issue.label : issue.id;
}

function levelNames({ levels }: Issue): readonly string[] {
  const labels = levels.map(({ label }) => label);
  return isEachOnce(labels) ? labels : levels.map(({ id }) => id);
}

function isEachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** A file per party by its id, none of them the domain's, also where capitals are overlooked. */
function fileNames(theCase: Case): readonly string[] {
  const used = new Set(['domain']);
  return theCase.parties.map(({ id }) => {
    let stem = id;
    while (used.has(stem.toLowerCase())) stem += '_';
    used.add(stem.toLowerCase());
    return `${stem}.yml`;
  });
}

function counted(count: number, word: string): string {
  if (count === 1) return `1 ${word}`;
  return `${count} ${word === 'party' ? 'parties' : `${word}s`}`;
}
