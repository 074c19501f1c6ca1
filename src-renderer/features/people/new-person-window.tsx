import { Modal } from '@mantine/core';
import { useUi } from '../../commands/ui-context.tsx';
import { text } from '../../text/index.ts';
import { NewPersonForm } from './new-person-form.tsx';

/** A small form for somebody new, from anywhere. */
export function NewPersonWindow() {
  const { opened, typed, close } = useUi();
  return (
    <Modal
      opened={opened === 'newPerson'}
      onClose={close}
      title={text.people.newPerson.title}
      size="34rem"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <NewPersonForm name={typed} onDone={close} />
    </Modal>
  );
}
