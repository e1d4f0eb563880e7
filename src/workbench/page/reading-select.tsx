import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import type { PartyReadings } from '../analysis/protocol.js';
import { useSession, useSessionState } from './session-context.js';

/** Switches one party's reading. */
export function ReadingSelect({ party }: { readonly party: PartyReadings }) {
  const session = useSession();
  const asked = useSessionState(({ readings }) => readings[party.id]);
  const isKnown = party.readings.some(({ id }) => id === asked);
  const selected = isKnown ? asked : party.inForce;
  return (
    <Select
      className="select"
      value={selected ?? null}
      onChange={(key) => {
        if (key !== null && key !== selected) session.read(party.id, String(key));
      }}
    >
      <Label>{party.name}</Label>
      <Button className="button select-button">
        <SelectValue />
        <span className="select-arrow" aria-hidden="true" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox>
          {party.readings.map(({ id, label }) => (
            <ListBoxItem key={id} id={id} textValue={label}>
              {label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
