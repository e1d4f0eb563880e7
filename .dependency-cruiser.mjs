/**
 * The folder table of the house style, as rules: what each folder under src may import.
 * Tests may import anything. `test/tooling/imports.test.ts` seeds a violation of each rule.
 */
const TESTS = '\\.test\\.tsx?$';
const NPM = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

/** A rule: files of `folder` may import, within this repository, only what matches `allowed`. */
function only(name, folder, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: folder, pathNot: TESTS },
    to: { dependencyTypes: ['local'], pathNot: allowed },
  };
}

export default {
  forbidden: [
    only('numeric-imports-nothing', '^src/numeric/', ['^src/numeric/'], 'numeric stands alone'),
    only('core-imports', '^src/core/', ['^src/(core|numeric)/'], 'core may import numeric'),
    only(
      'analysis-imports',
      '^src/analysis/([^/]+)/',
      ['^src/(core|numeric)/', '^src/analysis/$1/'],
      'an analysis family may import core, numeric and itself, never another family',
    ),
    only(
      'analysis-outside-a-family',
      '^src/analysis/[^/]+$',
      ['^src/(core|numeric)/'],
      'analyses live in a family folder',
    ),
    only(
      'questions-imports',
      '^src/questions/',
      ['^src/(questions|analysis|core|numeric)/'],
      'questions may import analysis, core and numeric',
    ),
    only('io-imports', '^src/io/', ['^src/(io|core)/'], 'io may import core'),
    only(
      'report-imports',
      '^src/report/',
      ['^src/(report|core|questions|analysis)/'],
      'report may import core, and types of questions and analysis',
    ),
    {
      name: 'report-imports-types-only',
      comment: 'report may import only types from questions and analysis (`import type`)',
      severity: 'error',
      from: { path: '^src/report/', pathNot: TESTS },
      to: { path: '^src/(questions|analysis)/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'render-imports',
      '^src/render/',
      ['^src/(render|report|core)/'],
      'render may import report and core',
    ),
    only(
      'cli-imports',
      '^src/cli/',
      ['^src/cli/', '^src/index\\.ts$', '^src/cluster/'],
      'the command line uses the public API: export what it needs from src/index.ts',
    ),
    {
      name: 'cli-loads-cluster-on-demand',
      comment: 'the command line loads cluster with import(), never statically',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: TESTS },
      to: { path: '^src/cluster/', dynamic: false },
    },
    only(
      'workbench-imports',
      '^src/workbench/',
      ['^src/workbench/', '^src/index\\.ts$'],
      'the workbench uses the public API: export what it needs from src/index.ts',
    ),
    only(
      'cluster-imports',
      '^src/cluster/',
      ['^src/cluster/', '^src/index\\.ts$'],
      'the cluster uses the public API: export what it needs from src/index.ts',
    ),
    only(
      'index-imports',
      '^src/index\\.ts$',
      ['^src/(numeric|core|analysis|questions|io|report|render)/'],
      'the public API re-exports the library, never a shell',
    ),
    {
      name: 'no-cycles',
      comment: 'imports point one way',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'node-in-shells-only',
      comment: 'only cli and cluster may use node: modules',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/(cli|cluster)/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'own-mathematics',
      comment: 'numeric, core and analysis have no dependency',
      severity: 'error',
      from: { path: '^src/(numeric|core|analysis)/', pathNot: TESTS },
      to: { dependencyTypes: [...NPM, 'unknown', 'undetermined'] },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment:
        'a devDependency is missing where Détente is installed (the workbench bundles its own)',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/workbench/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-import-of-tests',
      comment: 'shipped code does not import tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'resolvable',
      comment: 'the imported file or package does not exist',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
