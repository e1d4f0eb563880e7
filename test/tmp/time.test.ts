import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { uncontrolled } from '../../src/core/report.js';
import { buildModel } from '../../src/core/model.js';
import { dealSettingOf } from '../../src/questions/deal-setting.js';
import { groupFindings } from '../../src/questions/groups.js';
import { caseOfText } from '../small/small-cases.js';
it('time', () => {
  for (const name of ['spring-2025', 'camp-david-1978', 'germany-2017', 'two-villages']) {
    const c = caseOfText(readFileSync(`cases/examples/${name}.yaml`, 'utf8'));
    const model = buildModel(c);
    model.utilities;
    for (const noDeal of ['ends', 'today'] as const) {
      const setting = dealSettingOf(model, { concept: 'firm', replies: 'alone', noDeal })!;
      const limits: string[] = [];
      let t = performance.now();
      const f = groupFindings(setting, { with: [], without: [] }, uncontrolled, limits);
      const t1 = performance.now() - t;
      t = performance.now();
      const ids = c.parties.map(({ id }) => id);
      const g = groupFindings(setting, { with: ids.slice(0, 2), without: [ids[2] ?? ids[0]!] }, uncontrolled, limits);
      console.log(name, noDeal, model.states, setting.ends, t1, performance.now() - t, limits);
      if (noDeal === 'ends') console.log(JSON.stringify(g, null, 1).replace(/\n\s{5,}/g, ' '));
    }
  }
}, 100000);
