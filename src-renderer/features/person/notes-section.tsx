import { Button, Textarea } from '@mantine/core';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import type { SaveState } from '../../commands/pending-saves.ts';
import { Markdown } from '../../components/markdown.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './notes-section.module.css';
import { useAutosave } from './use-autosave.ts';

const words = text.person.notes;

/** Notes in Markdown: read as they will look, edited in place, saved as they are typed. */
export function NotesSection({ person }: { person: PersonDetail }) {
  const [isEditing, setEditing] = useState(false);
  const notes = useAutosave(`note:${person.id}`, person.note, (note) =>
    api.people.update({ id: person.id, note }),
  );
  const leave = (): void => {
    notes.flush();
    setEditing(false);
  };
  usePageCommands([
    { id: 'editNotes', label: words.command, icon: IconNote, run: () => setEditing(true) },
  ]);
  return (
    <Section
      title={words.title}
      action={
        <>
          {(isEditing || notes.state !== 'saved') && <SaveMark state={notes.state} />}
          <Button
            variant="default"
            size="compact-sm"
            onClick={isEditing ? leave : () => setEditing(true)}
          >
            {isEditing ? words.done : words.edit}
          </Button>
        </>
      }
    >
      {isEditing ? (
        <Textarea
          aria-label={words.label(person.name)}
          autosize
          minRows={5}
          maxRows={30}
          autoFocus
          value={notes.draft}
          onChange={(event) => notes.setDraft(event.currentTarget.value)}
          onBlur={notes.flush}
          onKeyDown={(event) => event.key === 'Escape' && leave()}
        />
      ) : notes.draft.trim() === '' ? (
        <NothingYet>{words.empty}</NothingYet>
      ) : (
        <div className={classes.note} onDoubleClick={() => setEditing(true)}>
          <Markdown>{notes.draft}</Markdown>
        </div>
      )}
    </Section>
  );
}

function SaveMark({ state }: { state: SaveState }) {
  return (
    <span role="status" className={classes.state} data-state={state}>
      {words.state[state]}
    </span>
  );
}
