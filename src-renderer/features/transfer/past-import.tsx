import { Drawer, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Answer, read } from '../../api.ts';
import { text } from '../../text/index.ts';
import { TakeOut } from './take-out.tsx';
import { ListNews } from './list-news.tsx';

const words = text.transfer.past;
export type PastImport = Answer<'transfer', 'imports'>[number];

/** One import, opened again: what it brought, and the news that it told. */
export function PastImportDrawer({
  importId,
  onClose,
}: {
  /** Null: closed. */
  importId: PastImport['id'] | null;
  onClose: () => void;
}) {
  const { data = [] } = useQuery(read('transfer', 'imports', {}));
  const shown = data.find(({ id }) => id === importId) ?? null;
  return (
    <Drawer
      opened={shown !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={shown === null ? words.title : words.of(shown.sourceName, shown.importedAt)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {shown !== null && (
        <Stack key={shown.id} gap="lg">
          <p>
            {words.brought(
              shown.people.created + shown.people.unsure,
              shown.people.matched,
              shown.ties.created,
            )}
          </p>
          {hasNews(shown) && <ListNews importId={shown.id} owner={shown.owner} />}
          <TakeOut importId={shown.id} onDone={onClose} />
        </Stack>
      )}
    </Drawer>
  );
}

export function hasNews({ changes }: Pick<PastImport, 'changes'>): boolean {
  return changes.came + changes.went + changes.moved > 0;
}
