import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { text } from '../../text/index.ts';

interface RenameFieldProps {
  name: string;
  /** Called with the new name; not when it is blank or the same. */
  onRename: (name: string) => void;
  onClose: () => void;
}

/** The name as a field in its own place: Enter or leaving keeps it, Escape leaves it as it was. */
export function RenameField({ name, onRename, onClose }: RenameFieldProps) {
  const [typed, setTyped] = useState(name);
  const keep = (): void => {
    const next = typed.trim();
    if (next !== '' && next !== name) onRename(next);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') onClose();
  };
  return (
    <TextInput
      aria-label={text.labels.newName(name)}
      value={typed}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  );
}
