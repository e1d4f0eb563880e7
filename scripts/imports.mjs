/**
 * Checks who imports whom under src: `node scripts/imports.mjs [project folder]`.
 * The rules are in .dependency-cruiser.mjs. A reader that reads nothing finds no fault, so the
 * modules read are compared with the files that are there.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, runTool } from './project.mjs';

const folder = resolve(process.argv[2] ?? root);

function sourceFiles(top) {
  return readdirSync(join(top, 'src'), { recursive: true })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

const { output, code } = await runTool(
  'dependency-cruiser/bin/dependency-cruise.mjs',
  ['src', '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'],
  { cwd: folder, capture: true },
);

let result;
try {
  result = JSON.parse(output);
} catch {
  console.error(output);
  console.error(`dependency-cruiser ended with ${code} and printed no result.`);
  process.exit(1);
}

const read = new Set(result.modules.map((module) => module.source));
const unread = sourceFiles(folder).filter((file) => !read.has(file));
for (const file of unread) console.error(`${file}: not read, so not checked`);
if (read.size === 0) console.error('No module was read: the check is broken.');

const comments = new Map(
  result.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]),
);
for (const { from, to, rule, cycle } of result.summary.violations) {
  const path = cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to;
  console.error(`${from} → ${path}\n  ${rule.name}: ${comments.get(rule.name)}`);
}

const { violations } = result.summary;
const failed = violations.length > 0 || unread.length > 0 || read.size === 0;
console.error(
  `${sourceFiles(folder).length} files, ${violations.length} forbidden imports` +
    (unread.length > 0 ? `, ${unread.length} files not read` : ''),
);
process.exitCode = failed ? 1 : 0;
