import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { mailtoUrl } from '../../components/mailto-url.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { byOffset } from '../../components/paging.ts';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { MoreButton } from './more-button.tsx';
import classes from './list-news.module.css';

const words = text.transfer.news;
const pageSize = 100;
type News = Answer<'transfer', 'changes'>['rows'][number];
type ImportId = Answer<'transfer', 'imports'>[number]['id'];

interface ListNewsProps {
  importId: ImportId;
  /** Whose list it was. */
  owner: PersonRef | null;
}

/** Who came, went or moved by one import, each with what one may want to do about it. */
export function ListNews({ importId, owner }: ListNewsProps) {
  const found = useInfiniteQuery({
    queryKey: ['transfer', 'changes', importId],
    queryFn: ({ pageParam }) =>
      api.transfer.changes({ importId, offset: pageParam, limit: pageSize }),
    ...byOffset(pageSize),
  });
  if (found.isError) return <ErrorNotice error={found.error} />;
  if (found.data === undefined) return <SkeletonRows />;
  return (
    <>
      <ul className={classes.list} aria-label={words.title} tabIndex={0}>
        {found.data.pages
          .flatMap((page) => page.rows)
          .map((news) => (
            <NewsLine key={news.id} news={news} owner={owner} />
          ))}
      </ul>
      <MoreButton pages={found} />
    </>
  );
}

function NewsLine({ news, owner }: { news: News; owner: PersonRef | null }) {
  const isSettled = news.doneOn !== null;
  return (
    <li className={classes.row}>
      <span className={`${classes.what} ${isSettled ? classes.settled : ''}`}>
        <PersonLink person={news.person} inline />{' '}
        <span className={classes.kind}>{words.says(news.kind, news.was, news.became)}</span>
      </span>
      <Group gap="xs">
        {isSettled ? (
          <span className={classes.kind}>{words.settled(day(news.doneOn ?? ''))}</span>
        ) : (
          <NewsActions news={news} owner={owner} />
        )}
      </Group>
    </li>
  );
}

const button = { size: 'compact-sm', variant: 'default' } as const;

/** The role itself has changed with the import; "Update role" dates the end of the old one and the beginning of the new. */
function MovedActions({ news, onDone }: { news: News; onDone: () => void }) {
  const { became, email, onDate, person } = news;
  const notifyUndoable = useNotifyUndoable();
  const update = useCommand(
    api.transfer.updateMovedRole,
    () => void notifyUndoable(words.roleUpdated(person.name, day(onDate))),
  );
  const write = useCommand(api.shell.openExternal, onDone);
  return (
    <>
      {email !== null && (
        <Button
          {...button}
          onClick={() =>
            write.mutate({
              url: mailtoUrl(email, words.subject, words.letter(person.name, became)),
            })
          }
        >
          {words.congratulate}
        </Button>
      )}
      <Button
        {...button}
        aria-label={words.updateRoleOf(person.name)}
        onClick={() => update.mutate({ changeId: news.id })}
      >
        {words.updateRole}
      </Button>
    </>
  );
}

function NewsActions({ news, owner }: { news: News; owner: PersonRef | null }) {
  const { person } = news;
  const today = useToday();
  const notifyUndoable = useNotifyUndoable();
  const settle = useCommand(api.transfer.settleChanges);
  const finish = (): void => settle.mutate({ changeIds: [news.id] });
  const remind = useCommand(api.people.addFollowUp, () => {
    finish();
    void notifyUndoable(words.reminded(person.name));
  });
  const tell = useCommand(api.ties.tell, finish);
  return (
    <>
      {news.kind === 'moved' && <MovedActions news={news} onDone={finish} />}
      {news.kind !== 'went' && (
        <Button
          {...button}
          onClick={() =>
            remind.mutate({
              id: person.id,
              dueOn: today,
              what: words.reminder(news.kind, news.became),
            })
          }
        >
          {words.remind}
        </Button>
      )}
      {news.kind === 'went' && owner !== null && (
        <Button
          {...button}
          onClick={() => tell.mutate({ a: owner.id, b: person.id, note: words.stillNote })}
        >
          {words.stillKnown}
        </Button>
      )}
      <Button {...button} aria-label={words.doneWith(person.name)} onClick={finish}>
        {words.done}
      </Button>
    </>
  );
}
