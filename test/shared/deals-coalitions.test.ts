import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptanceOf } from '../../src/analysis/bargaining/acceptance.js';
import { noDealsOf } from '../../src/analysis/bargaining/no-deal.js';
import { withoutEach } from '../../src/analysis/bargaining/without-each.js';
import { uncontrolled } from '../../src/core/report.js';
import { type DealSetting, dealSettingOf } from '../../src/questions/deal-setting.js';
import { groupFindings } from '../../src/questions/groups.js';
import { modelOfText } from '../small/small-cases.js';
import { sharedJson, sharedPath } from './shared-data.js';

/** Counts that nobody here computed: data/deals/README.md says how they were. */
type Expected = {
  readonly outcomes: number;
  readonly rule: { readonly veto: readonly string[]; readonly quota: number };
  readonly feasibleUnderRule: number;
  readonly unanimous: number;
  readonly acceptablePerParty: Readonly<Record<string, number>>;
  readonly feasiblePerParty: Readonly<Record<string, number>>;
  readonly minimalIrreconcilableSets: readonly (readonly string[])[];
  readonly withoutEach: readonly {
    readonly without: string;
    readonly dealsAcceptableToAllOthers: number;
    readonly lostByRequiringIt: number;
  }[];
  readonly pairZopa: readonly { readonly pair: readonly string[]; readonly deals: number }[];
};
type Tables = {
  readonly parties: readonly {
    readonly name: string;
    readonly reservation: string | null;
    readonly utilityTable: readonly (readonly string[])[];
  }[];
};

/** The case of a game: every issue signed by all, each threshold a number. */
function modelOfGame({ parties }: Tables) {
  const ids = parties.map((_, party) => `P${party}`);
  const levels = (parties[0]?.utilityTable ?? []).map((row) => row.map((_, at) => `l${at}`));
  return modelOfText(`
parties: {${parties.map(({ name }, at) => `P${at}: ${JSON.stringify(name)}`).join(', ')}}
issues:
${levels.map((row, at) => `  i${at}: {agree: [${ids}], levels: [${row}]}`).join('\n')}
preferences:
${parties
  .map(
    ({ reservation, utilityTable }, party) => `  P${party}:
    given:
      no_deal: {value: ${reservation}, from: judgement}
      points:
${utilityTable
  .map(
    (row, issue) =>
      `        i${issue}: {levels: {${row.map((score, at) => `l${at}: ${score.replace('/1', '')}`).join(', ')}}}`,
  )
  .join('\n')}`,
  )
  .join('\n')}
`);
}

const folder = sharedPath('deals');
const games = folder
  ? readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/expected-coalitions.json`))
  : [];

describe.skipIf(!folder).each(games)('%s', (name) => {
  const tables = sharedJson(`deals/${name}/exact-tables.json`) as Tables;
  const expected = sharedJson(`deals/${name}/expected-coalitions.json`) as Expected;
  const names = tables.parties.map((party) => party.name);
  const model = modelOfGame(tables);
  const setting = dealSettingOf(model, {
    concept: 'firm',
    replies: 'alone',
    noDeal: 'ends',
  }) as DealSetting;
  const limits: string[] = [];
  const found = groupFindings(setting, { with: [], without: [] }, uncontrolled, limits)?.against[0];
  const nameOf = (id: string) => names[Number(id.slice(1))];

  it('has the counts of the reference: unanimous, per party, without each, pairs', () => {
    expect(limits).toEqual([]);
    expect(found?.outcomes).toBe(expected.outcomes);
    expect(found?.unanimous).toBe(expected.unanimous);
    expect(
      found?.parties.map(({ party, withoutIt, lost }) => ({
        without: nameOf(party),
        dealsAcceptableToAllOthers: withoutIt,
        lostByRequiringIt: lost,
      })),
    ).toEqual(expected.withoutEach);
    expect(
      Object.fromEntries(found?.parties.map((row) => [nameOf(row.party), row.accepted]) ?? []),
    ).toEqual(expected.acceptablePerParty);
    expect(
      found?.groups.map(({ parties, accepted }) => ({
        pair: parties.map(nameOf),
        deals: accepted,
      })),
    ).toEqual(expected.pairZopa);
    expect(found?.irreconcilable?.map((group) => group.map(nameOf))).toEqual(
      expected.minimalIrreconcilableSets,
    );
  });

  it('has the counts of the reference under its rule: both vetoes and a quota', () => {
    const [noDeal] = noDealsOf(model, []);
    if (!noDeal) throw new Error('there is a no deal');
    const { consents, isDeal } = acceptanceOf(model, noDeal);
    const veto = expected.rule.veto.map((one) => names.indexOf(one));
    const passing = isDeal.map((_, state) => {
      const willing = consents.filter((table) => table[state] === 1).length;
      const isVetoed = veto.some((party) => consents[party]?.[state] !== 1);
      return willing >= expected.rule.quota && !isVetoed ? 1 : 0;
    });
    const all = new Uint8Array(model.states).fill(1);
    const counts = withoutEach({ consents, isAcceptable: passing, isDeal }, all);
    expect(counts.passing).toBe(expected.feasibleUnderRule);
    expect(Object.fromEntries(counts.parties.map((row, at) => [names[at], row.passing]))).toEqual(
      expected.feasiblePerParty,
    );
  });
});
