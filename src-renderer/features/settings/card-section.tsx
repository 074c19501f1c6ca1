import { Button, TextInput } from '@mantine/core';
import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs';
import { type FormEvent, useState } from 'react';
import type { BookStatus } from '../../../src-main/contract/book.ts';
import { api } from '../../api.ts';
import { useUi } from '../../commands/ui-context.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { notifyDone } from '../../components/notify.tsx';
import { Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './settings-page.module.css';

const words = text.settings.card;

/** My own name, as it stands in the book and on letters. */
export function CardSection({ status }: { status: BookStatus }) {
  const { me } = status;
  const { open } = useUi();
  const [name, setName] = useState(me?.name ?? '');
  const rename = useCommand(api.people.update, () => notifyDone(words.renamed));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (me !== null && name.trim() !== '') rename.mutate({ id: me.id, name: name.trim() });
  };
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{words.hint}</p>
      <form className={classes.row} onSubmit={submit}>
        <TextInput
          label={words.name}
          value={name}
          w={280}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={rename.isPending}
          disabled={name.trim() === '' || name.trim() === me?.name}
        >
          {text.common.save}
        </Button>
        {me !== null && (
          <LinkButton variant="subtle" to="/people/$personId" params={{ personId: me.id }}>
            {words.open}
          </LinkButton>
        )}
        <Button
          variant="default"
          leftSection={<IconQrcode size={17} aria-hidden />}
          onClick={() => open('myCard')}
        >
          {text.settings.myCard.button}
        </Button>
      </form>
    </Section>
  );
}
