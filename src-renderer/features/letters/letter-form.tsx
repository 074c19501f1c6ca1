import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import type { LetterKind } from '../../text/letters.ts';
import { fillLetter } from './fill-letter.ts';
import type { LetterFacts } from './letter-values.ts';
import { SendButtons } from './send-buttons.tsx';
import { type Template, templatesOf, useOwnTemplates } from './templates.ts';

const words = text.letters.form;

export interface LetterFormProps {
  kind: LetterKind;
  facts: LetterFacts;
  hint?: string;
  recordLabel: string;
  recordHint: string;
  isRecording: boolean;
  onRecord: (letter: { subject: string; body: string }) => void;
  onClose: () => void;
}

/** A letter to be changed at will, sent by the user's own means, and recorded when sent. */
export function LetterForm(props: LetterFormProps) {
  const own = useOwnTemplates();
  if (own.isError) return <ErrorNotice error={own.error} />;
  if (own.data === undefined) return <SkeletonRows rows={8} />;
  const [paragraph] = templatesOf('blurb', own.data);
  return (
    <FilledForm
      {...props}
      templates={templatesOf(props.kind, own.data)}
      paragraphTemplate={paragraph}
    />
  );
}

interface FilledFormProps extends LetterFormProps {
  templates: [Template, ...Template[]];
  paragraphTemplate: Template;
}

function FilledForm(props: FilledFormProps) {
  const { facts, hint, kind, paragraphTemplate, templates } = props;
  const [chosen, setChosen] = useState(0);
  const [paragraph, setParagraph] = useState(() => fillLetter(paragraphTemplate, facts, '').body);
  const [letter, setLetter] = useState(() => fillLetter(templates[0], facts, paragraph));
  const choose = (index: number): void => {
    setChosen(index);
    setLetter(fillLetter(templates[index] ?? templates[0], facts, paragraph));
  };
  const changeParagraph = (next: string): void => {
    setParagraph(next);
    if (paragraph === '') return;
    // as long as the message has it word for word, it follows
    setLetter((before) => ({ ...before, body: before.body.replace(paragraph, () => next) }));
  };
  return (
    <Stack gap="sm">
      {hint !== undefined && <Text c="dimmed">{hint}</Text>}
      <TemplateChoice {...props} chosen={chosen} onChoose={choose} />
      <Recipients facts={facts} />
      <TextInput
        label={words.subject}
        value={letter.subject}
        onChange={(event) => setLetter({ ...letter, subject: event.currentTarget.value })}
      />
      <Textarea
        label={words.body}
        value={letter.body}
        autosize
        minRows={8}
        maxRows={kind === 'ask' ? 12 : 16}
        data-autofocus
        onChange={(event) => setLetter({ ...letter, body: event.currentTarget.value })}
      />
      {letter.unknown.length > 0 && <Text role="status">{words.unknown(letter.unknown)}</Text>}
      {letter.missing.length > 0 && (
        <Text role="status" size="sm" c="dimmed">
          {words.missing(letter.missing)}
        </Text>
      )}
      {kind === 'ask' && <Paragraph value={paragraph} onChange={changeParagraph} />}
      <SendButtons
        facts={facts}
        subject={letter.subject}
        body={letter.body}
        {...(kind === 'ask' ? { paragraph } : {})}
      />
      <RecordButtons {...props} letter={letter} />
    </Stack>
  );
}

function TemplateChoice({
  kind,
  templates,
  chosen,
  onChoose,
}: FilledFormProps & { chosen: number; onChoose: (index: number) => void }) {
  return (
    <Group align="end" gap="sm">
      <NativeSelect
        flex={1}
        label={words.template}
        value={String(chosen)}
        data={templates.map(({ name }, index) => ({ value: String(index), label: name }))}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      />
      <LinkButton variant="subtle" to="/letters" search={{ kind }}>
        {words.own}
      </LinkButton>
    </Group>
  );
}

function Recipients({ facts: { recipients } }: { facts: LetterFacts }) {
  const addresses = recipients.flatMap(({ email }) => (email === null ? [] : [email]));
  return (
    <>
      {addresses.length > 0 && <TextInput label={words.to} value={addresses.join(', ')} readOnly />}
      {recipients
        .filter(({ email }) => email === null)
        .map(({ name }, index) => (
          <Text key={index}>{words.noAddress(name)}</Text>
        ))}
    </>
  );
}

function Paragraph({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Textarea
      label={words.paragraph}
      description={words.paragraphHint}
      value={value}
      autosize
      minRows={2}
      maxRows={6}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function RecordButtons({
  isRecording,
  letter: { subject, body },
  onClose,
  onRecord,
  recordHint,
  recordLabel,
}: FilledFormProps & { letter: { subject: string; body: string } }) {
  return (
    <Group justify="space-between" wrap="nowrap" align="center">
      <Text c="dimmed" size="xs">
        {recordHint}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="subtle" onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button loading={isRecording} onClick={() => onRecord({ subject, body })}>
          {recordLabel}
        </Button>
      </Group>
    </Group>
  );
}
