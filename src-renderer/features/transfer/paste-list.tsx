import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../commands/drafts.ts';
import { text } from '../../text/index.ts';
import type { ChosenFile } from './deliver-files.ts';

const words = text.transfer.paste;

/** A list of names copied from a page, or rows of a spreadsheet: taken as if it were a file. */
export function PasteList({ onChoose }: { onChoose: (files: ChosenFile[]) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [pasted, setPasted] = useDraft('pasted-list', '');
  const close = (): void => {
    setOpen(false);
    setPasted('');
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={words.open}
        size="lg"
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // React lets the event rise through portals: the drop zone is no part of this form
            event.stopPropagation();
            onChoose([new File([pasted], words.fileName, { type: 'text/plain' })]);
            close();
          }}
        >
          <Textarea
            label={words.label}
            description={words.hint}
            autosize
            minRows={8}
            maxRows={18}
            data-autofocus
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" disabled={pasted.trim() === ''}>
            {words.take}
          </Button>
        </form>
      </Modal>
    </>
  );
}
