import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const lockfile = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
const { packages } = JSON.parse(lockfile) as { packages: Readonly<Record<string, Entry>> };
const { '': own, ...locked } = packages;

test('every package is locked by version and hash, none by the place it came from', () => {
  const loose = Object.entries(locked).filter(
    ([, { version, integrity, resolved }]) => !version || !integrity || resolved,
  );
  expect(loose).toEqual([]);
});

// npm leaves out, without a word, what it cannot fetch, and then refuses every clean install.
test('the packages for other platforms are locked too', () => {
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in locked) && !(`${path}/node_modules/${name}` in locked),
    ),
  );
  expect(missing).toEqual([]);
});

test('package.json names exact versions', () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>;
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(own).toMatchObject({ dependencies: manifest.dependencies });
});
