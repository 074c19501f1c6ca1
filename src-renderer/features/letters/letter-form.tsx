import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useKeptForm } from '../../commands/use-kept-form.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { WindowActions } from '../../components/window-actions.tsx';
import { text } from '../../text/index.ts';
import type { LetterKind } from '../../text/letters.ts';
import { fillLetter } from './fill-letter.ts';
import type { LetterFacts } from './letter-values.ts';
import { SendButtons } from './send-buttons.tsx';
import { type Template, templatesOf, useOwnTemplates } from './templates.ts';

const words = text.letters.form;

export interface LetterFormProps {
  kind: LetterKind;
  /** Names this letter among those that were begun: what is typed is there again when one comes back to it. */
  keptAs: string;
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

/** The letter as it stands: filled in from a template at first, then as the user changes it. */
function useFilledLetter({ facts, keptAs, paragraphTemplate, templates }: FilledFormProps) {
  const fill = (index: number, paragraph: string) =>
    fillLetter(templates[index] ?? templates[0], facts, paragraph);
  const freshParagraph = fillLetter(paragraphTemplate, facts, '').body;
  const fresh = fill(0, freshParagraph);
  const { form, change, wasKept, beginAnew } = useKeptForm(keptAs, {
    template: '0',
    subject: fresh.subject,
    body: fresh.body,
    paragraph: freshParagraph,
  });
  const { body, paragraph } = form;
  const chosen = Number(form.template);
  const { missing, unknown } = fill(chosen, paragraph);
  return {
    ...form,
    chosen,
    missing,
    unknown,
    wasKept,
    beginAnew,
    change,
    choose: (index: number): void => {
      const filled = fill(index, paragraph);
      change({ template: String(index), subject: filled.subject, body: filled.body });
    },
    changeParagraph: (next: string): void =>
      change({
        paragraph: next,
        // as long as the message has it word for word, it follows
        body: paragraph === '' ? body : body.replace(paragraph, () => next),
      }),
  };
}

function FilledForm(props: FilledFormProps) {
  const { facts, hint, kind } = props;
  const letter = useFilledLetter(props);
  const { body, change, paragraph, subject } = letter;
  return (
    <Stack gap="sm">
      {hint !== undefined && <Text c="dimmed">{hint}</Text>}
      {letter.wasKept && <KeptNotice onBeginAnew={letter.beginAnew} />}
      <TemplateChoice {...props} chosen={letter.chosen} onChoose={letter.choose} />
      <Recipients facts={facts} />
      <TextInput
        label={words.subject}
        value={subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={words.body}
        value={body}
        autosize
        minRows={8}
        maxRows={kind === 'ask' ? 12 : 16}
        // the facts come after the window has opened
        autoFocus
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <FieldNotes unknown={letter.unknown} missing={letter.missing} />
      {kind === 'ask' && <Paragraph value={paragraph} onChange={letter.changeParagraph} />}
      <SendButtons
        facts={facts}
        subject={subject}
        body={body}
        {...(kind === 'ask' ? { paragraph } : {})}
      />
      <RecordButtons {...props} letter={{ subject, body }} />
    </Stack>
  );
}

function FieldNotes(props: { unknown: readonly string[]; missing: readonly string[] }) {
  const { missing, unknown } = props;
  return (
    <>
      {unknown.length > 0 && <Text role="status">{words.unknown(unknown)}</Text>}
      {missing.length > 0 && (
        <Text role="status" size="sm" c="dimmed">
          {words.missing(missing)}
        </Text>
      )}
    </>
  );
}

function KeptNotice({ onBeginAnew }: { onBeginAnew: () => void }) {
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{words.kept}</Text>
      <Button size="compact-sm" variant="default" onClick={onBeginAnew}>
        {words.anew}
      </Button>
    </Group>
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
    <WindowActions>
      <Text c="dimmed" size="xs" flex="1 1 12rem">
        {recordHint}
      </Text>
      <Button variant="subtle" onClick={onClose}>
        {text.common.cancel}
      </Button>
      <Button loading={isRecording} onClick={() => onRecord({ subject, body })}>
        {recordLabel}
      </Button>
    </WindowActions>
  );
}
