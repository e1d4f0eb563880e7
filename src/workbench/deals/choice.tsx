import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';

/** One of a few things to choose from. */
export type ChoiceItem = {
  readonly id: string;
  readonly label: string;
  /** Stands below the label in the list. */
  readonly aside?: string | undefined;
};

/** A list to choose one thing from. */
export function Choice({
  label,
  items,
  value,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  readonly value: string | null;
  readonly placeholder?: string;
  readonly onChange: (id: string) => void;
}) {
  return (
    <Select
      className="select"
      value={value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(String(key));
      }}
    >
      <Label>{label}</Label>
      <Button className="button select-button">
        <SelectValue>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <span className="select-arrow" aria-hidden="true" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox>
          {items.map((item) => (
            <ListBoxItem key={item.id} id={item.id} textValue={item.label}>
              {item.label}
              {item.aside === undefined ? null : <span className="choice-aside">{item.aside}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
