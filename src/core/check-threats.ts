import type { Case, Threat } from './case.js';
import type { Diagnostic } from './diagnostic.js';
import { expressionWords } from './expression-words.js';
import { type Moves, movesOn } from './moves.js';
import { conditionOfSettings } from './proposal-levels.js';
import { levelsOf, type Space, stateWith, truthTable } from './space.js';

/** Most states over which threats are checked while a file is read; `holds` tells them beyond. */
const mostStates = 2 ** 16;

/**
 * Threats that can never matter: their maker cannot carry them out at any outcome where the condition
 * holds, or no move of a party addressed leads from an outcome where it fails to one where it holds.
 *
 * Time O(states × moves) a threat; nothing is checked above 2^16 states.
 */
export function checkThreats(theCase: Case, space: Space): readonly Diagnostic[] {
  if (theCase.threats.length === 0 || space.size > mostStates) return [];
  const moves = movesOn(space);
  return theCase.threats.flatMap((threat): readonly Diagnostic[] => {
    const isMet = truthTable(space, threat.when);
    const maker = theCase.parties[threat.by]?.id ?? '';
    const targets = threat.to.map((party) => `"${theCase.parties[party]?.id ?? ''}"`).join(', ');
    const condition = `if: ${expressionWords(threat.when, theCase)}`;
    return [
      ...(canCarryOut(space, moves, threat, isMet)
        ? []
        : [
            {
              code: 'DET434',
              severity: 'warning' as const,
              path: [...threat.path, 'then'],
              atKey: true,
              what: `at no possible outcome where its condition holds can "${maker}" alone do what this threat says`,
              details: [
                condition,
                `then: ${expressionWords(conditionOfSettings(threat.then), theCase)}`,
              ],
              help: `name levels that "${maker}" can bring about by itself, or check the condition`,
            },
          ]),
      ...(canBringAbout(moves, threat, isMet)
        ? []
        : [
            {
              code: 'DET435',
              severity: 'warning' as const,
              path: [...threat.path, 'if'],
              atKey: true,
              what: `no move of ${targets} brings about the condition of this threat`,
              details: [condition],
              help: 'name who can bring it about, or say what they would do',
            },
          ]),
    ];
  });
}

function canCarryOut(space: Space, moves: Moves, threat: Threat, isMet: Uint8Array): boolean {
  return isMet.some((met, state) => {
    if (!met) return false;
    const levels = levelsOf(space, state);
    for (const { issue, level } of threat.then) levels[issue] = level;
    const to = stateWith(space, levels);
    return to !== -1 && moves.canMove(threat.by, state, to);
  });
}

function canBringAbout(moves: Moves, threat: Threat, isMet: Uint8Array): boolean {
  return isMet.some(
    (met, state) =>
      !met && threat.to.some((target) => moves.from(target, state).some((to) => isMet[to] === 1)),
  );
}
