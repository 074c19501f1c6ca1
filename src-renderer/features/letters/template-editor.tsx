import {
  Button,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { forgetKeptForm, useKeptForm } from '../../commands/use-kept-form.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import { fillLetter } from './fill-letter.ts';
import { fieldsOf, type LetterFacts } from './letter-values.ts';
import classes from './letters-page.module.css';
import { useExamples, useShownFacts } from './shown-with.ts';
import { type Template, templatesOf, useOwnTemplates } from './templates.ts';

const words = text.letters.page;

interface TemplateEditorProps {
  template: Template;
  onChoose: (id: number | null) => void;
}

/** One template: its words, the fields that it can have, and how it would read. */
export function TemplateEditor({ template, onChoose }: TemplateEditorProps) {
  const keptAs = `template ${template.kind} ${template.id}`;
  const { name, subject, body } = template;
  const kept = useKeptForm(keptAs, { name, subject, body });
  const { change } = kept;
  const form = { ...template, ...kept.form };
  const field = useRef<HTMLTextAreaElement>(null);
  /** Puts a field where the cursor is, and the cursor behind it. */
  const insert = (fieldName: string): void => {
    const area = field.current;
    if (area === null) return;
    area.focus();
    area.setRangeText(`{${fieldName}}`, area.selectionStart, area.selectionEnd, 'end');
    change({ body: area.value });
  };
  return (
    <div className={classes.columns}>
      <Stack gap="sm">
        {form.id === null && <p className={classes.hint}>{words.unchanged}</p>}
        <TextInput
          label={words.name}
          value={form.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {form.kind !== 'blurb' && (
          <TextInput
            label={text.letters.form.subject}
            value={form.subject}
            maxLength={500}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
        )}
        <Textarea
          ref={field}
          label={text.letters.form.body}
          value={form.body}
          autosize
          minRows={form.kind === 'blurb' ? 5 : 12}
          maxRows={20}
          maxLength={20_000}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <ChangedNotice kept={kept} />
        <EditorButtons
          template={template}
          form={form}
          isChanged={kept.isChanged}
          onChoose={(id) => {
            forgetKeptForm(keptAs);
            onChoose(id);
          }}
        />
        <FieldList kind={form.kind} onInsert={insert} />
      </Stack>
      <ShownWith form={form} />
    </div>
  );
}

function ChangedNotice({ kept }: { kept: ReturnType<typeof useKeptForm> }) {
  if (!kept.isChanged) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{kept.wasKept ? words.kept : words.changed}</Text>
      <Button size="compact-sm" variant="subtle" onClick={kept.beginAnew}>
        {words.throwAway}
      </Button>
    </Group>
  );
}

function FieldList({
  kind,
  onInsert,
}: {
  kind: Template['kind'];
  onInsert: (name: string) => void;
}) {
  return (
    <Section title={words.fields}>
      <p className={classes.hint}>{words.fieldsHint}</p>
      <ul className={classes.fields}>
        {fieldsOf(kind).map((name) => (
          <li key={name}>
            <UnstyledButton
              className={classes.field}
              title={words.insert(name)}
              onClick={() => onInsert(name)}
            >
              <span className={classes.name}>{`{${name}}`}</span>
              <span className={classes.meaning}>{text.letters.fields[name]}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The template as it reads with people of the book; with made-up ones where there is no such introduction, or by choice. */
function ShownWith({ form }: { form: Template }) {
  const examples = useExamples(form.kind);
  const [chosen, setChosen] = useState<string | null>(null);
  const titleId = useId();
  const [latest] = examples ?? [];
  const shown = chosen ?? String(latest?.id ?? '');
  const facts = useShownFacts(
    form.kind,
    examples?.find(({ id }) => String(id) === shown),
  );
  return (
    <section aria-labelledby={titleId}>
      <Text component="h2" id={titleId} fw={600} mb="xs">
        {words.preview}
      </Text>
      {latest !== undefined && (
        <NativeSelect
          label={words.shownWith}
          mb="sm"
          value={shown}
          data={[
            ...(examples ?? []).map((each) => ({
              value: String(each.id),
              label: text.introductions.title(each),
            })),
            { value: '', label: words.madeUp },
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {examples?.length === 0 && (
        <p className={`${classes.hint} ${classes.madeUp}`}>{words.madeUpOnly}</p>
      )}
      {examples !== undefined && facts !== undefined && <Preview form={form} facts={facts} />}
    </section>
  );
}

function Preview({ form, facts }: { form: Template; facts: LetterFacts }) {
  const { data: own = [] } = useOwnTemplates();
  const paragraph = fillLetter(templatesOf('blurb', own)[0], facts, '').body;
  const { subject, body, unknown } = fillLetter(form, facts, paragraph);
  return (
    <>
      <div className={classes.preview}>
        {subject !== '' && <p className={classes.subject}>{subject}</p>}
        {body.trim() === '' ? words.previewNone : body}
      </div>
      {unknown.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" mt="xs">
          {text.letters.form.unknown(unknown)}
        </Text>
      )}
    </>
  );
}

function EditorButtons({
  template,
  form,
  isChanged,
  onChoose,
}: TemplateEditorProps & { form: Template; isChanged: boolean }) {
  const notifyUndoable = useNotifyUndoable();
  const save = useCommand(api.letters.saveTemplate, ({ id }, { name }) => {
    onChoose(id);
    void notifyUndoable(words.saved(name));
  });
  const remove = useCommand(api.letters.removeTemplate, () => {
    onChoose(null);
    void notifyUndoable(
      template.replacesShipped
        ? words.wasReset(text.letters.shipped[template.kind].name)
        : words.deleted(template.name),
    );
  });
  const { id, name, body } = form;
  const isEmpty = name.trim() === '' || body === '';
  return (
    <Group gap="xs">
      <Button
        disabled={!isChanged || isEmpty}
        loading={save.isPending}
        onClick={() => save.mutate(form)}
      >
        {words.save}
      </Button>
      <Button
        variant="default"
        disabled={isEmpty}
        onClick={() =>
          save.mutate({ ...form, id: null, name: words.newName(name), replacesShipped: false })
        }
      >
        {words.add}
      </Button>
      {id !== null && (
        <Button
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate({ id })}
        >
          {template.replacesShipped ? words.reset : words.delete}
        </Button>
      )}
    </Group>
  );
}
