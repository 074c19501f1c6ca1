import { Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import newsClasses from './list-news.module.css';
import type { PastImport } from './past-import.tsx';

const words = text.transfer.takeOut;

interface TakeOutProps {
  importId: PastImport['id'];
  onDone: () => void;
}

/** Taking an import out again: what would go and what would stay is shown before anything happens. */
export function TakeOut({ importId, onDone }: TakeOutProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={words.title}>
      <Title order={3}>{words.title}</Title>
      <p>{words.hint}</p>
      {isOpen ? (
        <TakeOutPreview importId={importId} onDone={onDone} onCancel={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {words.look}
        </Button>
      )}
    </section>
  );
}

function TakeOutPreview({ importId, onCancel, onDone }: TakeOutProps & { onCancel: () => void }) {
  const notifyUndoable = useNotifyUndoable();
  const preview = useQuery({ ...read('transfer', 'takeOutPreview', { importId }), staleTime: 0 });
  const takeOut = useCommand(api.transfer.takeOut, () => {
    onDone();
    void notifyUndoable(words.done);
  });
  if (preview.isError) return <ErrorNotice error={preview.error} />;
  if (preview.data === undefined) return <SkeletonRows />;
  const { kept, keptTotal, ...counts } = preview.data;
  return (
    <>
      <p>{words.goes(counts)}</p>
      {keptTotal > 0 && (
        <>
          <p>{words.stays(keptTotal)}</p>
          <ul className={newsClasses.list} aria-label={words.stays(keptTotal)} tabIndex={0}>
            {kept.map(({ person, reason, what }, at) => (
              <li key={`${what} ${at}`} className={newsClasses.row}>
                <span>
                  {person !== null && <PersonLink person={person} inline />}{' '}
                  <span className={newsClasses.kind}>
                    {words.what(what)}: {reason}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group gap="xs" mt="md">
        <Button
          color="red"
          variant="light"
          loading={takeOut.isPending}
          onClick={() => takeOut.mutate({ importId })}
        >
          {words.action}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {text.common.cancel}
        </Button>
      </Group>
    </>
  );
}
