import { Alert, Button, Code, Group, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookStatus } from '../../src-main/contract/book.ts';
import { api, read } from '../api.ts';
import { giveBack } from '../commands/drafts.ts';
import { useBookSteps, useTakeStatus } from '../commands/use-book.ts';
import { notifyError } from '../components/notify.tsx';
import { useDocumentTitle } from '../components/page.tsx';
import { PassphraseForm } from '../components/passphrase-form.tsx';
import { text } from '../text/index.ts';
import { Logo } from './logo.tsx';
import classes from './refused-page.module.css';

const words = text.encryption.unlock;

/** Before a locked book: the passphrase, or the recovery sheet. Nothing of the book is in the page. */
export function UnlockPage({ status }: { status: BookStatus }) {
  const [isForgotten, setIsForgotten] = useState(false);
  const { data } = useQuery(read('encryption', 'status', {}));
  const { isBusy, openSample } = useBookSteps();
  const goOn = useGoOn();
  useDocumentTitle(words.title);
  return (
    <main className={classes.root}>
      <div className={classes.card}>
        <Logo size={40} />
        <Title order={1} mt="md">
          {words.title}
        </Title>
        {data?.hasKeyFile === false && (
          <Alert color="orange" variant="light" mt="md">
            {words.noKeyFile}
          </Alert>
        )}
        {isForgotten ? (
          <Recover onBack={() => setIsForgotten(false)} />
        ) : (
          <>
            <Text mt="xs" mb="md">
              {words.hint}
            </Text>
            <PassphraseForm
              asks={['passphrase']}
              action={words.action}
              onSubmit={async ({ passphrase }) => goOn(await api.encryption.unlock({ passphrase }))}
            />
            <Button
              className={classes.flush}
              mt="lg"
              variant="subtle"
              onClick={() => setIsForgotten(true)}
            >
              {words.forgotten}
            </Button>
          </>
        )}
        <Text mt="lg" size="sm">
          {text.refusals.file}: <Code>{status.path}</Code>
        </Text>
        <Group mt="xs" gap={0}>
          <Button
            className={classes.flush}
            variant="subtle"
            color="gray"
            onClick={() => void api.shell.chooseBook({}).catch(notifyError)}
          >
            {text.refusals.action.chooseBook}
          </Button>
          <Button variant="subtle" color="gray" disabled={isBusy} onClick={() => openSample()}>
            {text.refusals.openSample}
          </Button>
        </Group>
      </div>
    </main>
  );
}

function Recover({ onBack }: { onBack: () => void }) {
  const [recoveryKey, setRecoveryKey] = useState('');
  const goOn = useGoOn();
  return (
    <section className={classes.part} aria-labelledby="recover">
      <Title order={2} id="recover">
        {words.forgottenTitle}
      </Title>
      <Text mb="md">{words.forgottenHint}</Text>
      <PassphraseForm
        asks={['newPassphrase']}
        leavesFocus
        action={words.recover}
        onSubmit={async ({ newPassphrase }) =>
          goOn(await api.encryption.recover({ recoveryKey, newPassphrase }))
        }
      >
        <Textarea
          label={words.recoveryKey}
          autosize
          autoFocus
          spellCheck={false}
          autoComplete="off"
          value={recoveryKey}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
        />
      </PassphraseForm>
      <Button className={classes.flush} mt="sm" variant="subtle" onClick={onBack}>
        {words.back}
      </Button>
    </section>
  );
}

/** Shows what was shown before the lock, with what was half typed. */
function useGoOn(): (status: BookStatus) => Promise<void> {
  const takeStatus = useTakeStatus();
  return async (status) => {
    const { draft } =
      status.state === 'open' ? await api.encryption.takeDraft({}) : { draft: null };
    // forgets at once what was typed into another book; the pages are drawn after what follows here
    const taken = takeStatus(status);
    if (draft !== null) giveBack(draft);
    await taken;
  };
}
