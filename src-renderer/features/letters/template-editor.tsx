import { Button, Group, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import { exampleFacts } from './example-facts.ts';
import { fillTemplate } from './fill-template.ts';
import { fieldsOf, valuesOf } from './letter-values.ts';
import classes from './letters-page.module.css';
import type { Template } from './templates.ts';

const words = text.letters.page;

interface TemplateEditorProps {
  template: Template;
  onChoose: (id: number | null) => void;
}

/** One template: its words, the fields that it can have, and how it would read. */
export function TemplateEditor({ template, onChoose }: TemplateEditorProps) {
  const [form, setForm] = useState(template);
  const field = useRef<HTMLTextAreaElement>(null);
  const previewId = useId();
  /** Puts a field where the cursor is, and the cursor behind it. */
  const insert = (name: string): void => {
    const area = field.current;
    if (area === null) return;
    area.focus();
    area.setRangeText(`{${name}}`, area.selectionStart, area.selectionEnd, 'end');
    setForm({ ...form, body: area.value });
  };
  return (
    <div className={classes.columns}>
      <Stack gap="sm">
        {form.id === null && <p className={classes.hint}>{words.unchanged}</p>}
        <TextInput
          label={words.name}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        {form.kind !== 'blurb' && (
          <TextInput
            label={text.letters.form.subject}
            value={form.subject}
            maxLength={500}
            onChange={(event) => setForm({ ...form, subject: event.currentTarget.value })}
          />
        )}
        <Textarea
          ref={field}
          label={text.letters.form.body}
          value={form.body}
          autosize
          minRows={form.kind === 'blurb' ? 5 : 12}
          maxLength={20_000}
          onChange={(event) => setForm({ ...form, body: event.currentTarget.value })}
        />
        <EditorButtons template={template} form={form} onChoose={onChoose} />
        <FieldList kind={form.kind} onInsert={insert} />
      </Stack>
      <section aria-labelledby={previewId}>
        <Text component="h2" id={previewId} fw={600} mb="xs">
          {words.preview}
        </Text>
        <Preview form={form} />
      </section>
    </div>
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

function Preview({ form }: { form: Template }) {
  const facts = exampleFacts(form.kind);
  const blurb = text.letters.shipped.blurb.body;
  const paragraph = fillTemplate(blurb, valuesOf('blurb', facts, '')).text;
  const values = valuesOf(form.kind, facts, paragraph);
  const subject = fillTemplate(form.subject, values);
  const body = fillTemplate(form.body, values);
  const unknown = [...new Set([...subject.unknown, ...body.unknown])];
  return (
    <>
      <div className={classes.preview}>
        {subject.text !== '' && <p className={classes.subject}>{subject.text}</p>}
        {body.text.trim() === '' ? words.previewNone : body.text}
      </div>
      {unknown.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" mt="xs">
          {text.letters.form.unknown(unknown)}
        </Text>
      )}
    </>
  );
}

function EditorButtons({ template, form, onChoose }: TemplateEditorProps & { form: Template }) {
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
  const { id, name, subject, body } = form;
  const isSame = name === template.name && subject === template.subject && body === template.body;
  const isEmpty = name.trim() === '' || body === '';
  return (
    <Group gap="xs">
      <Button
        disabled={isSame || isEmpty}
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
