/** Unused files, exports and dependencies (knip); the package as others will see it (publint). */
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode, runTool, withLock } from './project.mjs';

requireNode();
const built = await withLock(async () => (await install()) && (await build()));
const knip = await runTool('knip/bin/knip.js', ['--no-config-hints']);
const publint = built ? await runTool('publint/src/cli.js', ['--pack', 'npm']) : { code: 1 };
process.exitCode = knip.code === 0 && publint.code === 0 ? 0 : 1;
