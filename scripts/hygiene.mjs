/** Unused files, exports and dependencies (knip); the package as others will see it (publint). */
import { runTool } from './project.mjs';

const knip = await runTool('knip/bin/knip.js', []);
const publint = await runTool('publint/src/cli.js', ['--pack', 'npm']);
process.exitCode = knip.code === 0 && publint.code === 0 ? 0 : 1;
