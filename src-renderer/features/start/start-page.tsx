import { Button, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { ariaKeys } from '../../commands/keys.ts';
import { useBookSteps } from '../../commands/use-book.ts';
import { useBookCommands } from '../../commands/use-commands.ts';
import { useShortcuts } from '../../commands/use-shortcuts.ts';
import { Keys } from '../../components/keys.tsx';
import { notifyError } from '../../components/notify.tsx';
import { useDocumentTitle } from '../../components/page.tsx';
import { Logo } from '../../frame/logo.tsx';
import { SchemeToggle } from '../../frame/scheme-toggle.tsx';
import { text } from '../../text/index.ts';
import { ChainPicture, OverlapPicture } from './pictures.tsx';
import classes from './start-page.module.css';

const words = text.start;

/** The first screen: what the app answers, and three ways in. */
export function StartPage() {
  useDocumentTitle(words.own.title);
  return (
    <main className={classes.root}>
      <section className={classes.pitch}>
        <div className={classes.brand}>
          <Logo size={34} />
          {text.common.appName}
        </div>
        <h1 className={classes.headline}>{words.headline}</h1>
        <p className={classes.lead}>{words.lead}</p>
        <Question picture={<OverlapPicture />} {...words.overlap} />
        <Question picture={<ChainPicture />} {...words.chain} />
      </section>
      <section className={classes.ways}>
        <div className={classes.scheme}>
          <SchemeToggle />
        </div>
        <div className={classes.card}>
          <OwnBookForm />
        </div>
        <SampleOffer />
      </section>
    </main>
  );
}

function Question(props: { picture: React.ReactNode; title: string; body: string }) {
  return (
    <div className={classes.question}>
      {props.picture}
      <div>
        <h2 className={classes.questionTitle}>{props.title}</h2>
        <p className={classes.questionBody}>{props.body}</p>
      </div>
    </div>
  );
}

/**
 * After “Say that I am …” was undone: the way back. The frame with its keys is not there, so they are answered here,
 * while nothing is typed into the field that has the focus from the beginning.
 */
function RedoOffer({ areKeysFree }: { areKeysFree: boolean }) {
  const redo = useBookCommands().find(({ id, isPossible }) => id === 'redo' && isPossible);
  useShortcuts(
    redo === undefined ? [] : [{ ...redo, whileTyping: areKeysFree, keysAlwaysCount: false }],
  );
  if (redo === undefined) return null;
  const [shortcut = ''] = redo.keys;
  return (
    <div className={classes.redo}>
      <Button
        variant="light"
        size="compact-md"
        leftSection={<redo.icon size={17} aria-hidden />}
        aria-keyshortcuts={ariaKeys(shortcut)}
        onClick={redo.run}
      >
        {redo.label}
      </Button>
      <Keys shortcut={shortcut} />
    </div>
  );
}

function OwnBookForm() {
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: async (next: '/people' | '/transfer') => {
      await navigate({ to: next });
      await api.book.setMe({ name: name.trim() });
    },
    onError: notifyError,
  });
  const submit = (next: '/people' | '/transfer') => (event: FormEvent | React.MouseEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setMissing(true);
      input.current?.focus();
    } else start.mutate(next);
  };
  return (
    <form onSubmit={submit('/people')} noValidate>
      <Title order={2}>{words.own.title}</Title>
      <TextInput
        ref={input}
        mt="md"
        size="md"
        label={words.own.name}
        placeholder={words.own.namePlaceholder}
        autoComplete="name"
        autoFocus
        value={name}
        error={isMissing && name.trim() === '' ? words.own.nameMissing : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" mt="md" size="md" fullWidth loading={start.isPending}>
        {words.own.action}
      </Button>
      <Button
        mt="xs"
        size="md"
        fullWidth
        variant="default"
        disabled={start.isPending}
        onClick={submit('/transfer')}
      >
        {words.own.importAction}
      </Button>
      <p className={classes.hint}>{words.own.importHint}</p>
      <RedoOffer areKeysFree={name === ''} />
    </form>
  );
}

function SampleOffer() {
  const { openSample, isBusy } = useBookSteps();
  return (
    <div className={classes.sample}>
      <Title order={2}>{words.sample.title}</Title>
      <p className={classes.hint}>{words.sample.body}</p>
      <Button variant="light" color="clay" mt="sm" loading={isBusy} onClick={() => openSample()}>
        {words.sample.action}
      </Button>
    </div>
  );
}
