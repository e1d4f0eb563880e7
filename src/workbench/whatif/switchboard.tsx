import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Answer, OpenDoubt, PartyReadings } from '../analysis/protocol.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { SwitchRow } from './switch-row.js';

/** Everything the file leaves open, party by party, each with the cases it may take. */
export function Switchboard({ answer }: { readonly answer: Answer }) {
  const session = useSession();
  const { openings, parties } = answer;
  const supposed = useSessionState(({ supposed }) => supposed.doubts);
  const readings = useSessionState(({ readings }) => readings);
  const others = openings.doubts.filter(({ party }) => party === null);
  const isAsWritten =
    Object.keys(supposed).length === 0 &&
    parties.every(({ id, readings: [first] }) => (readings[id] ?? first?.id) === first?.id);
  return (
    <section className="switchboard" aria-labelledby="switchboard-heading">
      <h3 id="switchboard-heading">What the file leaves open</h3>
      {openings.doubts.length === 0 ? (
        <p className="aside">
          Nothing: no party has rival readings, and nothing is marked as doubtful. What somebody
          might do can still be supposed.
        </p>
      ) : (
        <p className="aside">
          Choose, and every screen answers under it. The file itself is not changed. The first of
          each row is what the file has by itself.
        </p>
      )}
      {parties.map((party) => (
        <PartySwitches
          key={party.id}
          party={party}
          doubts={openings.doubts.filter((doubt) => doubt.party === party.id)}
          places={openings.places}
        />
      ))}
      {others.length === 0 ? null : (
        <section className="switch-group" aria-labelledby="switches-of-the-case">
          <h4 id="switches-of-the-case">Rules and today</h4>
          {others.map((doubt) => (
            <DoubtSwitch key={doubt.id} doubt={doubt} hasPlace={doubt.id in openings.places} />
          ))}
        </section>
      )}
      {isAsWritten ? null : (
        <Button className="button" onPress={() => session.applyChanges([])}>
          All of these as the file has them
        </Button>
      )}
    </section>
  );
}

/** A party's readings, what is in doubt under the one in force, and what hangs on the others. */
function PartySwitches({
  party,
  doubts,
  places,
}: {
  readonly party: PartyReadings;
  readonly doubts: readonly OpenDoubt[];
  readonly places: Answer['openings']['places'];
}) {
  const session = useSession();
  const asked = useSessionState(({ readings }) => readings[party.id]);
  const { readings } = party;
  const inForce = readings.some(({ id }) => id === asked) ? asked : party.inForce;
  const [here, elsewhere] = useMemo(() => {
    const own = doubts.filter(({ kind }) => kind !== 'reading');
    return [
      own.filter(({ reading }) => reading === inForce),
      own.filter(({ reading }) => reading !== inForce),
    ];
  }, [doubts, inForce]);
  if (doubts.length === 0) return null;
  return (
    <section className="switch-group" aria-labelledby={`switches-${party.id}`}>
      <h4 id={`switches-${party.id}`}>{party.name}</h4>
      {readings.length < 2 || inForce === undefined ? null : (
        <SwitchRow
          name="Read as"
          cases={readings}
          value={inForce}
          onChange={(id) => session.read(party.id, id)}
        />
      )}
      {here.map((doubt) => (
        <DoubtSwitch key={doubt.id} doubt={doubt} hasPlace={doubt.id in places} />
      ))}
      {elsewhere.length === 0 ? null : (
        <p className="aside">
          {elsewhere.length} more {elsewhere.length === 1 ? 'is' : 'are'} in doubt under other
          readings of it.
        </p>
      )}
    </section>
  );
}

const NAMES: Readonly<Record<OpenDoubt['kind'], (label: string) => string>> = {
  reading: () => 'Read as',
  want: (label) => `Is “${label}” a want?`,
  order: () => 'The order of its wants',
  rule: (label) => `The rule “${label}” applies`,
  today: (label) => `Where ${label} stands today`,
  number: (label) => label,
};

/** A doubt that is not about a reading. */
function DoubtSwitch({
  doubt,
  hasPlace,
}: {
  readonly doubt: OpenDoubt;
  readonly hasPlace: boolean;
}) {
  const session = useSession();
  const chosen = useSessionState(({ supposed }) => supposed.doubts[doubt.id]);
  const places = useSessionState(({ answered }) => answered?.answer.openings.places);
  const name = NAMES[doubt.kind](doubt.label);
  const path = hasPlace ? places?.[doubt.id] : undefined;
  const place = path ? (
    <button
      type="button"
      className="text-button switch-place"
      aria-label={`Show in the case text: ${name}`}
      onClick={() => session.askWhy({ about: 'element', path }, name)}
    >
      Show
    </button>
  ) : null;
  if (doubt.kind === 'number') {
    return (
      <div className="switch-row">
        <p>
          {name}: counted over its whole range below; to suppose one number, write it into the file.
        </p>
        {place}
      </div>
    );
  }
  return (
    <SwitchRow
      name={name}
      place={place}
      cases={doubt.cases}
      value={chosen ?? doubt.cases[0]?.id ?? ''}
      onChange={(id) => session.suppose(doubt, id)}
    />
  );
}
