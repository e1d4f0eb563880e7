import type { Attitude, Party, PartyAttitude, SeenReading } from '../../core/case.js';
import { atKey, atValue } from './problems.js';
import { enumerate, helpWithName, partyOf, reportEmpty } from './references.js';
import { conditionOr } from './resolve-conditions.js';
import type { Scope } from './scope.js';
import { shortened } from './shape-help.js';
import { childOf, type Entry, entriesOf, itemsOf, textOf, type YamlNode } from './yaml-tree.js';

const attitudes: readonly Attitude[] = ['positive', 'neutral', 'negative'];

/** The parties with what each of them does not see, and how it is disposed to others. */
export function resolvePerception(
  node: YamlNode | undefined,
  parties: readonly Party[],
  scope: Scope,
): readonly Party[] {
  const entries = entriesOf(node);
  return parties.map((party, index) => {
    const own = entries[index]?.value;
    if (own?.kind !== 'map') return party;
    const unaware = childOf(own, 'unaware');
    if (unaware?.kind === 'list' && unaware.items.length === 0) {
      reportEmpty(unaware, 'one condition', scope);
    }
    return {
      ...party,
      unaware: itemsOf(unaware).map((item) => {
        const { expression, text } = conditionOr(item, scope);
        return { when: expression, text, path: item.path };
      }),
      attitudes: entriesOf(childOf(own, 'attitudes')).flatMap((entry): PartyAttitude[] => {
        const other = partyOf(entry.key, atKey(entry), scope);
        const attitude = attitudes.find((word) => word === textOf(entry.value));
        return other === undefined || attitude === undefined ? [] : [{ party: other, attitude }];
      }),
    };
  });
}

/**
 * What a reading takes the readings of others to be.
 *
 * @param own - the party whose reading it is.
 * @param readingIds - for each party the ids of its readings.
 */
export function resolveSees(
  node: YamlNode | undefined,
  own: number,
  readingIds: readonly (readonly string[])[],
  scope: Scope,
): readonly SeenReading[] {
  return entriesOf(node).flatMap((entry) => seen(entry, own, readingIds, scope));
}

function seen(
  entry: Entry,
  own: number,
  readingIds: readonly (readonly string[])[],
  scope: Scope,
): readonly SeenReading[] {
  const party = partyOf(entry.key, atKey(entry), scope);
  const id = textOf(entry.value);
  if (party === undefined || id === undefined) return [];
  if (party === own) {
    scope.problems.add('DET243', atKey(entry), `"${entry.key}" is the party itself`, {
      help: 'name another party here; what the party itself wants is the reading it stands in',
    });
    return [];
  }
  const ids = readingIds[party] ?? [];
  const reading = ids.indexOf(id);
  if (reading !== -1) return [{ party, reading }];
  scope.problems.add(
    'DET243',
    atValue(entry.value),
    `"${entry.key}" has no reading "${shortened(id)}"`,
    {
      details: [ids.length === 0 ? 'it has no readings' : `its readings: ${enumerate(ids)}`],
      help: helpWithName(
        id,
        ids,
        'use the id of one of its readings, or add one under `preferences:`',
      ),
    },
  );
  return [];
}
