import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { type Answer, api, read } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { Page } from '../../components/page.tsx';
import { PrintButtons } from '../../components/print-buttons.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './dossier-page.module.css';
import { DossierParts } from './dossier-parts.tsx';
import { htmlDocument } from './html-document.ts';
import sheet from './paper-parts.module.css';

const words = text.person.dossier;
type Dossier = Answer<'person', 'dossier'>;

/** All that the book holds about somebody as a document: to read, to print, to hand over. */
export function DossierPage() {
  const { personId } = useParams({ from: '/people/$personId/all' });
  const { data, error } = useQuery(read('person', 'dossier', { id: personId }));
  const today = useToday();
  const paper = useRef<HTMLElement>(null);
  const name = data?.person.name ?? text.common.loading;
  return (
    <Page
      title={words.title(name)}
      lead={words.lead(day(today))}
      actions={
        data !== undefined && (
          <DossierActions dossier={data} readPaper={() => paper.current?.outerHTML ?? ''} />
        )
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && data === undefined && <SkeletonRows rows={10} />}
      {data !== undefined && (
        <article ref={paper} className={sheet.paper}>
          <DossierParts dossier={data} />
        </article>
      )}
    </Page>
  );
}

interface ActionsProps {
  dossier: Dossier;
  readPaper: () => string;
}

function DossierActions({ dossier, readPaper }: ActionsProps) {
  const { id, name } = dossier.person;
  const save = async (ending: 'html' | 'json', content: string): Promise<void> => {
    const { saved } = await api.shell.saveFile({
      suggestedName: `${name.replace(/[^\p{L}\p{N} .-]/gu, ' ').trim()}.${ending}`,
      bytes: new TextEncoder().encode(content),
    });
    if (saved !== null) notifyDone(words.saved(saved));
  };
  return (
    <div className={classes.actions}>
      <LinkButton to="/people/$personId" params={{ personId: id }} variant="subtle" color="gray">
        {words.back}
      </LinkButton>
      <Button
        variant="default"
        onClick={() => void save('json', JSON.stringify(dossier, null, 2)).catch(notifyError)}
      >
        {words.saveJson}
      </Button>
      <Button
        variant="default"
        onClick={() =>
          void save('html', htmlDocument(words.title(name), readPaper())).catch(notifyError)
        }
      >
        {words.saveHtml}
      </Button>
      <PrintButtons name={words.title(name)} />
    </div>
  );
}
