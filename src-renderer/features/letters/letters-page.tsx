import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { type LetterKind, letterKinds } from '../../text/letters.ts';
import classes from './letters-page.module.css';
import { TemplateEditor } from './template-editor.tsx';
import { templatesOf, useOwnTemplates } from './templates.ts';

const words = text.letters.page;

/** Templates of letters: those that come with the program, changed at will, and further ones. */
export function LettersPage() {
  const { kind = 'ask' } = useSearch({ from: '/letters' });
  const own = useOwnTemplates();
  return (
    <Page title={words.title} lead={words.lead}>
      {own.isError && <ErrorNotice error={own.error} />}
      {own.isPending && <SkeletonRows rows={8} />}
      {own.data !== undefined && <Kind key={kind} kind={kind} own={own.data} />}
    </Page>
  );
}

function Kind({ kind, own }: { kind: LetterKind; own: Parameters<typeof templatesOf>[1] }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<number | null>(null);
  const templates = templatesOf(kind, own);
  // one that was deleted or reset meanwhile: the first
  const template = templates.find(({ id }) => id === chosen) ?? templates[0];
  return (
    <>
      <div className={classes.kinds}>
        <NativeSelect
          label={words.kind}
          value={kind}
          data={letterKinds.map((value) => ({ value, label: text.letters.kinds[value] }))}
          onChange={(event) => {
            const next = letterKinds.find((each) => each === event.currentTarget.value) ?? 'ask';
            void navigate({ to: '/letters', search: { kind: next }, replace: true });
          }}
        />
        {templates.length > 1 && (
          <NativeSelect
            label={words.choose}
            value={String(template.id)}
            data={templates.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setChosen(value === 'null' ? null : Number(value));
            }}
          />
        )}
      </div>
      <TemplateEditor
        key={`${template.id} ${template.name} ${template.subject} ${template.body}`}
        template={template}
        onChoose={setChosen}
      />
    </>
  );
}
