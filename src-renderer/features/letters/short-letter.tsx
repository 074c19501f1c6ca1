import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Letter, LetterButtons } from '../../components/letter-buttons.tsx';
import { text } from '../../text/index.ts';
import { fillFirst } from './fill-letter.ts';
import type { LetterFacts } from './letter-values.ts';
import classes from './short-letter.module.css';
import { useOwnTemplates } from './templates.ts';

const words = text.letters.form;

/** Letters to several people at once, each filled in by the template that is offered first and then changed at will. */
export function useShortLetters(
  kind: 'ask' | 'let_go',
  wanted: readonly { readonly key: number; readonly facts: LetterFacts | undefined }[],
) {
  const { data: own } = useOwnTemplates();
  const [changed, setChanged] = useState<ReadonlyMap<number, Letter>>(new Map());
  const letters = new Map<number, Letter>();
  for (const { key, facts } of wanted) {
    if (facts === undefined || own === undefined) continue;
    letters.set(key, changed.get(key) ?? fillFirst(kind, own, facts));
  }
  const change = (key: number, letter: Letter): void =>
    setChanged((before) => new Map(before).set(key, letter));
  return { letters, change };
}

interface ShortLetterProps {
  letter: Letter;
  /** To whom: there are several side by side. */
  name: string;
  onChange: (letter: Letter) => void;
}

/** One of several letters: its buttons at once, its words when they are asked for. */
export function ShortLetter({ letter, name, onChange }: ShortLetterProps) {
  return (
    <div className={classes.root}>
      <LetterButtons letter={letter} name={name} size="compact-sm" />
      <details className={classes.details}>
        <summary className={classes.summary}>{words.readNamed(name)}</summary>
        <TextInput
          label={words.subject}
          value={letter.subject}
          maxLength={500}
          mt="xs"
          onChange={(event) => onChange({ ...letter, subject: event.currentTarget.value })}
        />
        <Textarea
          label={words.body}
          value={letter.body}
          autosize
          minRows={4}
          maxRows={12}
          mt="xs"
          onChange={(event) => onChange({ ...letter, body: event.currentTarget.value })}
        />
      </details>
    </div>
  );
}
