import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Choice } from '../deals/choice.js';

/** Above this many cases a list to choose from takes the place of radio buttons. */
const MOST_RADIOS = 4;

/** One thing in doubt and the cases it may take; the first is what the file has by itself. */
export function SwitchRow({
  name,
  place,
  cases,
  value,
  onChange,
}: {
  readonly name: string;
  /** Leads to the text of it. */
  readonly place?: ReactNode;
  readonly cases: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const isChanged = value !== cases[0]?.id;
  if (cases.length > MOST_RADIOS) {
    return (
      <div className="switch-row" data-changed={isChanged ? '' : undefined}>
        <Choice label={name} items={cases} value={value} onChange={onChange} />
        {place}
      </div>
    );
  }
  return (
    <div className="switch-row" data-changed={isChanged ? '' : undefined}>
      <RadioGroup className="switch" value={value} onChange={onChange}>
        <Label className="switch-name">{name}</Label>
        <div className="switch-cases">
          {cases.map(({ id, label }) => (
            <Radio key={id} value={id} className="radio">
              <span className="radio-mark" aria-hidden="true" />
              {label}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {place}
    </div>
  );
}
