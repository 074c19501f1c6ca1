import { Menu, UnstyledButton } from '@mantine/core';
import IconCamera from '@tabler/icons-react/dist/esm/icons/IconCamera.mjs';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { isTyping } from '../../commands/keys.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { text } from '../../text/index.ts';
import classes from './person-head.module.css';
import { scalePhoto } from './scale-photo.ts';

const words = text.person.photo;

/** The photo, large; a click chooses another, and a picture pasted on the page is taken as well. */
export function PhotoButton({ person }: { person: PersonDetail }) {
  const input = useRef<HTMLInputElement>(null);
  const notifyUndoable = useNotifyUndoable();
  const set = useCommand(api.person.setPhoto, () => void notifyUndoable(words.set(person.name)));
  const remove = useCommand(
    api.person.removePhoto,
    () => void notifyUndoable(words.removed(person.name)),
  );
  const take = async (file: Blob): Promise<void> => {
    const photo = await scalePhoto(file).catch(() => null);
    if (photo === null) notifyError(new Error(words.noPicture));
    else set.mutate({ id: person.id, photo });
  };
  usePastedPicture((file) => void take(file));
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.photo}>
            {/* not as an aria-label: the initials are seen, and would have to stand in it */}
            <span className="hidden-visually">{words.change(person.name)}</span>
            <PersonAvatar person={person} size={84} />
            <span className={classes.camera}>
              <IconCamera size={16} stroke={1.8} aria-hidden />
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words.hint}</Menu.Label>
          <Menu.Item onClick={() => input.current?.click()}>{words.choose}</Menu.Item>
          {person.photo !== null && (
            <Menu.Item onClick={() => remove.mutate({ id: person.id })}>{words.remove}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
    </>
  );
}

/** Calls back with a picture that is pasted anywhere but into a text field. */
function usePastedPicture(onPicture: (file: Blob) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) =>
      type.startsWith('image/'),
    );
    if (file === undefined || isTyping(event.target)) return;
    event.preventDefault();
    onPicture(file);
  });
  useEffect(() => {
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
