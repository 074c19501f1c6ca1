import { ActionIcon, Button, Popover } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type FormEvent, type ReactNode, useState } from 'react';
import { usePageCommands } from '../commands/page-commands.ts';
import { text } from '../text/index.ts';

interface FormPopoverProps {
  /** Says what the form adds; the name of the button that opens it. */
  label: string;
  /** Shows the label beside the plus. */
  withLabel?: boolean;
  submitLabel?: string;
  /** The fields. Rendered anew each time the form opens. */
  children: ReactNode;
  /** Return false to keep the form open (something is missing). */
  onSubmit: () => boolean | void;
  width?: number;
  /** False where a page has one such form in every row: the palette then does not offer them. */
  isCommand?: boolean;
  /** In the place of the plus, for a form that changes something. */
  icon?: ReactNode;
}

/** A plus button that opens a small form in place: for adding one thing without leaving the page. */
export function FormPopover(props: FormPopoverProps) {
  const { label, withLabel = false, submitLabel = text.common.add, width = 300 } = props;
  const [isOpen, setOpen] = useState(false);
  const { isCommand = true } = props;
  usePageCommands(
    isCommand ? [{ id: label, label, icon: IconPlus, run: () => setOpen(true) }] : [],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // React lets the event rise through portals: an outer form must not be sent with it.
    event.stopPropagation();
    if (props.onSubmit() !== false) setOpen(false);
  };
  const toggle = (): void => setOpen(!isOpen);
  const plus = props.icon ?? <IconPlus size={16} aria-hidden />;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={width}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        {withLabel ? (
          <Button variant="default" size="compact-sm" leftSection={plus} onClick={toggle}>
            {label}
          </Button>
        ) : (
          <ActionIcon
            {...(props.icon === undefined ? {} : { size: 'sm' as const })}
            aria-label={label}
            title={label}
            onClick={toggle}
          >
            {plus}
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={submit} noValidate>
          {props.children}
          <Button type="submit" mt="sm" fullWidth>
            {submitLabel}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
