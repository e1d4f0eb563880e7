/** Type-checks everything, and the library apart: it may use neither Node's names nor the DOM's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { root, runTool } from './project.mjs';

const PROJECTS = ['tsconfig.json', 'tsconfig.library.json', 'tsconfig.workbench.json'];

let failed = !(await generate());
const runs = PROJECTS.filter((project) => existsSync(join(root, project))).map(async (project) => {
  const args = ['-p', project, '--pretty', String(process.stdout.isTTY === true)];
  const { code, output } = await runTool('typescript/bin/tsc', args, { capture: true });
  if (code === 0) return;
  failed = true;
  process.stdout.write(`${project}\n${output}`);
});
await Promise.all(runs);
process.exitCode = failed ? 1 : 0;
