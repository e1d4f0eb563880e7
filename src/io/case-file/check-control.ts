import type { Block, ExplicitMove } from '../../core/case.js';
import { type IssueRights, isAlong, levelsInReach } from './levels-in-reach.js';
import { atKey, atValue } from './problems.js';
import { repeatedLines } from './repeated-lines.js';
import type { Scope } from './scope.js';
import {
  childOf,
  entriesOf,
  entryOf,
  itemsOf,
  type MapNode,
  textOf,
  textsOf,
  type YamlNode,
} from './yaml-tree.js';

/** Most changes of one party from a level to a level that the lines of one issue may amount to. */
const mostChanges = 1_000_000;

/** Lines of an issue, and what they have been read as. */
type Lines = {
  readonly node: MapNode;
  readonly rights: IssueRights;
  readonly moves: readonly (ExplicitMove & { readonly line: YamlNode | undefined })[];
  readonly blocks: readonly (Block & { readonly line: YamlNode | undefined })[];
  readonly scope: Scope;
  readonly party: (party: number) => string;
  readonly level: (level: number) => string;
  /** Levels that each party can have a part in bringing the issue to, blocks aside. */
  readonly reachOf: (party: number) => ReadonlySet<number>;
  /** Whether a block without a condition keeps the party from the level. */
  readonly isShut: (party: number, level: number) => boolean;
};

/**
 * Reports lines about who can change an issue that others of its lines leave without effect.
 *
 * `moves` lists exactly the changes that can be made, so one that `irreversible` or a block rules
 * out at every outcome is a contradiction. Each party and each level of a block must hold back
 * something. No line may repeat what others say, and no block may take away the whole of a control.
 */
export function checkControl(
  node: YamlNode,
  rights: IssueRights,
  index: number,
  scope: Scope,
): void {
  const { control, blocked } = rights;
  const levels = scope.issues[index]?.levels ?? [];
  if (node.kind !== 'map' || control.kind === 'nobody') return;
  const listed = control.kind === 'moves' ? control.moves : [];
  let size = 0;
  for (const { parties, from, to } of listed) size += parties.length * from.length * to.length;
  for (const { parties, to } of blocked) size += parties.length * to.length;
  if (size > mostChanges) {
    const what = 'the moves and blocks of this issue amount to more than 1,000,000 changes';
    scope.problems.add('DET107', atValue(node), what, { help: 'list fewer of them' });
    return;
  }
  const moveLines = itemsOf(childOf(node, 'moves'));
  const blockLines = itemsOf(childOf(node, 'blocked'));
  const blocks = blocked.map((block, at) => ({ ...block, line: blockLines[at] }));
  const shut = new Set(
    blocks
      .filter(({ line }) => !entryOf(line, 'when'))
      .flatMap(({ parties, to }) => parties.flatMap((party) => to.map((end) => `${party} ${end}`))),
  );
  const reached = new Map<number, ReadonlySet<number>>();
  const reachOf = (party: number) => {
    const known = reached.get(party);
    const reach = known ?? levelsInReach(rights, party, levels.length, scope.hasToday);
    reached.set(party, reach);
    return reach;
  };
  const lines: Lines = {
    node,
    rights,
    moves: listed.map((move, at) => ({ ...move, line: moveLines[at] })),
    blocks,
    scope,
    party: (party) => `"${scope.parties[party]}"`,
    level: (level) => `"${levels[level]}"`,
    reachOf,
    isShut: (party, level) => shut.has(`${party} ${level}`),
  };
  checkMoves(lines);
  checkBlocks(lines);
  checkWaysOut(lines);
  checkShutOut(lines);
}

function conditionOf(line: YamlNode | undefined): string | undefined {
  return textOf(childOf(line, 'when'))?.trim();
}

/** Changes of level that a move lists; staying put is none. */
function stepsOf({ from, to }: ExplicitMove): readonly (readonly [from: number, to: number])[] {
  return from.flatMap((start) =>
    to.filter((end) => end !== start).map((end): readonly [number, number] => [start, end]),
  );
}

function checkMoves({ rights, moves, scope, party, level, isShut }: Lines): void {
  const { irreversible } = rights;
  const named = ([from, to]: readonly [number, number]) =>
    `the move from ${level(from)} to ${level(to)}`;
  for (const move of moves) {
    if (!move.line) continue;
    const steps = stepsOf(move);
    const against = steps.find(([from, to]) => !isAlong(irreversible, from, to));
    const held = move.parties.find((mover) => steps.some(([, to]) => isShut(mover, to)));
    const shut = steps.find(([, to]) => held !== undefined && isShut(held, to));
    if (against) {
      const what = `${named(against)} goes against \`irreversible\``;
      scope.problems.add('DET225', atValue(move.line), what, {
        details: [`there it says that the level only goes ${irreversible}`],
        help: 'remove the move, or `irreversible`',
      });
    } else if (held !== undefined && shut) {
      const what = `${named(shut)} is always blocked for ${party(held)}`;
      scope.problems.add('DET225', atValue(move.line), what, {
        help: 'remove the move or the block, or say `when` it is blocked',
      });
    }
  }
  const repeated = repeatedLines(
    moves.map((move) => ({
      when: conditionOf(move.line),
      changes: move.parties.flatMap((mover) =>
        stepsOf(move).map(([from, to]) => `${mover} ${from} ${to}`),
      ),
    })),
  );
  moves.forEach(({ line }, at) => {
    if (!line || !repeated[at]) return;
    scope.problems.add('DET225', atValue(line), 'this move can already be made by other lines', {
      help: 'remove it, or correct its parties, levels or condition',
    });
  });
}

function checkBlocks({ blocks, scope, party, level, reachOf }: Lines): void {
  const { problems } = scope;
  for (const { line, parties, to } of blocks) {
    const levelItems = textsOf(childOf(line, 'to'));
    // Who cannot change the issue at all is reported by itself, as is a block on all levels.
    const able = parties.filter((held) => reachOf(held).size > 0);
    if (able.length === 0 || levelItems.length === 0) continue;
    const idleLevels = to.filter((end) => !able.some((held) => reachOf(held).has(end)));
    for (const end of idleLevels) {
      const item = levelItems.find(({ text }) => `"${text}"` === level(end));
      if (!item) continue;
      const names = able.map(party).join(', ');
      const what = `${names} could not bring this issue to ${level(end)} in the first place`;
      problems.add('DET225', atValue(item), what, { help: 'remove it, or correct the level' });
    }
    if (idleLevels.length === to.length) continue;
    for (const held of able) {
      if (to.some((end) => reachOf(held).has(end))) continue;
      const item = textsOf(childOf(line, 'by')).find(({ text }) => `"${text}"` === party(held));
      if (!item) continue;
      const names = to.map(level).join(', ');
      const what = `${party(held)} could not bring this issue to ${names} in the first place`;
      problems.add('DET225', atValue(item), what, { help: 'remove it, or correct the name' });
    }
  }
  const repeated = repeatedLines(
    blocks.map(({ line, parties, to }) => ({
      when: conditionOf(line),
      changes: parties.flatMap((held) => to.map((end) => `${held} ${end}`)),
    })),
  );
  blocks.forEach(({ line }, at) => {
    if (!line || !repeated[at]) return;
    problems.add('DET225', atValue(line), 'other lines of `blocked` already say this', {
      help: 'remove it, or correct its parties, levels or condition',
    });
  });
}

/** Parties that `leave` names and a block keeps from leaving. */
function checkWaysOut({ node, rights, scope, party, level, isShut }: Lines): void {
  const leave = childOf(node, 'leave');
  if (rights.control.kind !== 'agree' || (leave?.kind !== 'list' && leave?.kind !== 'map')) return;
  const places = new Map([
    ...textsOf(leave).map((item) => [item.text, atValue(item)] as const),
    ...entriesOf(leave).map((entry) => [entry.key, atKey(entry)] as const),
  ]);
  for (const { party: signer, to } of rights.control.leave.alone) {
    const place = places.get(scope.parties[signer] ?? '');
    if (!place || !isShut(signer, to)) continue;
    const what = `${party(signer)} is always blocked from ${level(to)}, so it cannot leave`;
    scope.problems.add('DET225', place, what, {
      help: 'remove it here or from the block, or say `when` it is blocked',
    });
  }
}

/** Parties that control an issue and are blocked from all of it. */
function checkShutOut({ node, rights, blocks, scope, party, reachOf, isShut }: Lines): void {
  const { control } = rights;
  if (control.kind !== 'by' && control.kind !== 'agree') return;
  for (const controller of control.parties) {
    const reach = [...reachOf(controller)];
    if (reach.length === 0 || !reach.every((level) => isShut(controller, level))) continue;
    const { line } = blocks.find(({ parties }) => parties.includes(controller)) ?? {};
    const what = `${party(controller)} is always blocked from every level that it could bring about`;
    scope.problems.add('DET225', atValue(line ?? node), what, {
      help: 'say `when` it is blocked, or from which levels; or take it off those who can change the issue',
    });
  }
}
