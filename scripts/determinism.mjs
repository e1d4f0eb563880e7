/**
 * Same input, same bytes: below the shells no chance, no clock, and no function whose last digit
 * differs between engines. `node scripts/determinism.mjs [project folder]`.
 *
 * Allowed with a reason on the same line or the one above: `// determinism: why this is exact`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { root } from './project.mjs';

const SHELLS = /^src\/(cli|workbench|cluster)\//;

/** Forecasts may need these; their results are compared to 12 digits. */
const TRANSCENDENTAL_ALLOWED = /^src\/analysis\/forecast\//;

/** ECMAScript fixes every bit of these; the rest of Math is left to the engine. */
const EXACT_MATH = new Set(
  (
    'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI ' +
    'SQRT1_2 SQRT2'
  ).split(' '),
);
const CLOCKS = new Set(['Date', 'performance', 'Temporal']);
const LOCALE_METHODS = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
]);

/** @returns the faults of one file, each with the line (from 1) it stands on */
export function findIndeterminism(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const lines = text.split('\n');
  const faults = [];
  const fault = (node, message) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    const excused = [lines[line], lines[line - 1]].some((l) =>
      /\/\/ determinism: \S/.test(l ?? ''),
    );
    if (!excused) faults.push({ line: line + 1, message });
  };

  const visit = (node) => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && isReference(node)) {
      if (CLOCKS.has(node.text))
        fault(node, `${node.text} reads the clock: take the time as input`);
      if (node.text === 'crypto') fault(node, 'crypto gives chance or waits: take an Rng as input');
      if (node.text === 'Intl') fault(node, 'Intl differs between engines and languages');
      if (node.text === 'Math') visitMath(node);
    }
    if (ts.isPropertyAccessExpression(node) && LOCALE_METHODS.has(node.name.text)) {
      fault(node.name, `${node.name.text} depends on the machine's language`);
    }
    if (isPower(node) && !isExactPower(node) && !TRANSCENDENTAL_ALLOWED.test(file)) {
      fault(node.operatorToken, '** differs between engines: multiply, or use bigint');
    }
    ts.forEachChild(node, visit);
  };

  const visitMath = (node) => {
    const { parent } = node;
    const member =
      ts.isPropertyAccessExpression(parent) && parent.expression === node
        ? parent.name.text
        : undefined;
    if (member === undefined)
      fault(node, 'name the function: Math.floor(x), so that it can be checked');
    else if (member === 'random')
      fault(node, 'Math.random is not repeatable: take an Rng as input');
    else if (!EXACT_MATH.has(member) && !TRANSCENDENTAL_ALLOWED.test(file)) {
      fault(node, `Math.${member} differs between engines; only forecasts may use it`);
    }
  };

  visit(tree);
  return faults;
}

/** An identifier that stands for a value, not a property's, a key's or a declaration's name. */
function isReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    if (parent.expression === node) return true;
    return ts.isIdentifier(parent.expression) && parent.expression.text === 'globalThis';
  }
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !('name' in parent && parent.name === node) && !ts.isQualifiedName(parent);
}

function isPower(node) {
  return (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
      node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken)
  );
}

/**
 * As far as the text alone can tell: whole-number constants, bigints, and `2 ** k` with a plain
 * name, taken for a number of bits.
 */
function isExactPower({ left, right }) {
  const whole = (node) => ts.isNumericLiteral(node) && /^\d+$/.test(node.text);
  if (isBigint(left) || isBigint(right)) return true;
  return whole(left) && (whole(right) || (left.text === '2' && ts.isIdentifier(right)));
}

/** A bigint as far as the text alone can tell; TypeScript then wants the other side to be one. */
function isBigint(node) {
  if (ts.isBigIntLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node)) return isBigint(node.expression);
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'BigInt'
  );
}

if (process.argv[1]?.endsWith('determinism.mjs')) {
  const folder = resolve(process.argv[2] ?? root);
  const files = readdirSync(join(folder, 'src'), { recursive: true })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.generated\./.test(file))
    .filter((file) => !SHELLS.test(file))
    .sort();
  let faults = 0;
  for (const file of files) {
    for (const { line, message } of findIndeterminism(
      file,
      readFileSync(join(folder, file), 'utf8'),
    )) {
      console.error(`${file}:${line}  ${message}`);
      faults++;
    }
  }
  console.error(`${files.length} files, ${faults} sources of chance or time`);
  if (files.length === 0) console.error('No file was read: the check is broken.');
  process.exitCode = faults > 0 || files.length === 0 ? 1 : 0;
}
