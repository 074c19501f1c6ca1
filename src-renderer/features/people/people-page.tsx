import { ActionIcon, Button, Tooltip } from '@mantine/core';
import IconLayoutSidebarRight from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarRight.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useUi } from '../../commands/ui-context.tsx';
import { useStatus } from '../../commands/use-book.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { hasFilter, questionOf } from '../../people-search.ts';
import { text } from '../../text/index.ts';
import { keepListOrder } from './list-order.ts';
import classes from './people-page.module.css';
import { PeopleView } from './people-view.tsx';
import { useQuickLookShown } from './use-quick-look-shown.ts';
import { usePeopleHead } from './use-people-windows.ts';

const words = text.people;

/** Everybody in the book: search, filters, table and quick look. */
export function PeoplePage() {
  const search = useSearch({ from: '/people' });
  const question = questionOf(search);
  const head = usePeopleHead(question);
  useEffect(() => keepListOrder(question));
  // I am in the list myself, but do not make a full book.
  const isEmptyBook = useStatus()?.counts.people === 0 && !hasFilter(search);
  return (
    <Page
      title={words.title}
      variant="fill"
      actions={head.data !== undefined && !isEmptyBook && <ListActions total={head.data.total} />}
    >
      {head.error !== null && (
        <div className={classes.notice}>
          <ErrorNotice error={head.error} onRetry={() => void head.refetch()} />
        </div>
      )}
      {head.data === undefined && head.error === null && (
        <div className={classes.notice}>
          <SkeletonRows rows={12} />
        </div>
      )}
      {head.data !== undefined &&
        (isEmptyBook ? (
          <EmptyBook />
        ) : (
          <PeopleView total={head.data.total} isStale={head.isPlaceholderData} />
        ))}
    </Page>
  );
}

function ListActions({ total }: { total: number }) {
  const [isLooking, setLooking] = useQuickLookShown();
  const title = isLooking ? words.quickLook.hide : words.quickLook.show;
  return (
    <>
      <span className={`${classes.total} numbers`} role="status">
        {words.total(total)}
      </span>
      <Tooltip label={title}>
        <ActionIcon
          size="lg"
          aria-label={words.quickLook.title}
          aria-pressed={isLooking}
          onClick={() => setLooking(!isLooking)}
        >
          <IconLayoutSidebarRight size={19} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function EmptyBook() {
  const { open } = useUi();
  return (
    <EmptyState
      icon={IconUsers}
      title={words.empty.title}
      body={words.empty.body}
      actions={
        <>
          <LinkButton to="/transfer">{words.empty.importAction}</LinkButton>
          <LinkButton to="/events" variant="default">
            {words.empty.event}
          </LinkButton>
          <Button variant="default" onClick={() => open('newPerson')}>
            {words.empty.add}
          </Button>
        </>
      }
    />
  );
}
