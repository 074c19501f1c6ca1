import { Modal } from '@mantine/core';
import type { AskedPassphrase } from '../commands/use-with-passphrase.ts';
import { text } from '../text/index.ts';
import { PassphraseForm } from './passphrase-form.tsx';

const words = text.encryption.copy;

/** Asks for the passphrase of a copy of the book, or the key of its recovery sheet. */
export function UnlockCopyWindow({ asked }: { asked: AskedPassphrase | null }) {
  return (
    <Modal
      opened={asked !== null}
      onClose={() => asked?.cancel()}
      title={words.title}
      size="30rem"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {asked !== null && (
        <PassphraseForm
          asks={['passphrase']}
          label={words.label}
          action={words.action}
          onCancel={asked.cancel}
          onSubmit={({ passphrase }) => asked.submit(passphrase)}
        >
          {words.hint}
        </PassphraseForm>
      )}
    </Modal>
  );
}
