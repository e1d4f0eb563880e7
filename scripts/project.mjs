/**
 * What the scripts share: where the project is, running its tools, one setup at a time.
 * Plain Node, no dependency: this runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const OLDEST_NODE = [20, 19];

/** Messages go to stderr: stdout belongs to the program. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Ends the process with a plain sentence when Node is too old. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  say(`Détente needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}.`);
  say('Install a current Node from https://nodejs.org and run the command again.');
  process.exit(2);
}

/**
 * Runs a program to its end and passes on the signals this process receives.
 * A terminal sends Ctrl-C to the whole group, so it is passed on only when there is none.
 * @returns exit code, 128 + number when a signal ended it, and what it printed if captured
 */
export function run(command, args, { cwd = root, env, stdio = 'inherit', capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : stdio,
      shell: process.platform === 'win32' && /\.cmd$/.test(command),
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
    for (const signal of Object.keys(signals)) process.on(signal, pass);
    const end = () => child.kill();
    process.on('exit', end);
    const done = () => {
      process.off('exit', end);
      for (const signal of Object.keys(signals)) process.off(signal, pass);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      resolve({
        code: code ?? signals[signal] ?? 1,
        signal: signal ?? undefined,
        output: Buffer.concat(chunks).toString('utf8'),
      });
    });
  });
}

/** Runs a Node script, by default a tool from node_modules named by its file there. */
export function runTool(file, args, options) {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], options);
}

/** Every file under a folder, sorted, as paths from the root with forward slashes. */
export function filesUnder(folder, keep = () => true) {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter(keep)
    .sort();
}

/** Hash of names and contents; a missing file counts as empty. */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(root, file);
    const content = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Runs `work` while holding a lock that other processes of this checkout respect.
 * The lock is a folder holding its owner's process id, put in place by one rename, which fails
 * while another is there. A lock whose owner is gone is removed.
 */
export async function withLock(work, { lock = join(root, '.setup.lock'), poll = 200 } = {}) {
  const mine = `${lock}.${process.pid}`;
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(join(mine, 'owner'), String(process.pid));
  let held = false;
  const release = () => {
    // Away by one rename: emptied in place, it could be taken while it is being removed.
    if (held) renameSync(lock, mine);
    held = false;
    rmSync(mine, { recursive: true, force: true });
  };
  process.on('exit', release);
  try {
    for (let waited = false; ; ) {
      try {
        renameSync(mine, lock);
        held = true;
        break;
      } catch (error) {
        if (!existsSync(lock)) {
          if (existsSync(mine)) continue;
          throw error;
        }
      }
      const owner = ownerOf(lock);
      // Our own number in a lock we do not hold is a dead process that had it before us.
      if (owner !== undefined && (owner === process.pid || !isRunning(owner))) {
        removeStale(lock, owner);
        continue;
      }
      if (!waited) {
        waited = true;
        say(`Waiting for another start of Détente (process ${owner ?? 'unknown'}) to finish …`);
        say(`If there is none, delete the folder ${lock}`);
      }
      await new Promise((resolve) => setTimeout(resolve, poll));
    }
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Two processes may find the same stale lock: the second must not remove the first one's new one. */
function removeStale(lock, owner) {
  const stale = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, stale);
    if (ownerOf(stale) === owner) rmSync(stale, { recursive: true, force: true });
    else renameSync(stale, lock);
  } catch {
    // Another process removed it.
  }
}

function ownerOf(lock) {
  try {
    return Number(readFileSync(join(lock, 'owner'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
