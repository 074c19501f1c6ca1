import { Button, SegmentedControl } from '@mantine/core';
import IconArrowsLeftRight from '@tabler/icons-react/dist/esm/icons/IconArrowsLeftRight.mjs';
import IconLayoutColumns from '@tabler/icons-react/dist/esm/icons/IconLayoutColumns.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { read } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { IntroductionBoard } from './introduction-board.tsx';
import { IntroductionDrawer } from './introduction-drawer.tsx';
import { IntroductionList } from './introduction-list.tsx';
import classes from './introductions-page.module.css';
import { NewIntroductionWindow } from './new-introduction-window.tsx';
import { OutcomeWindow } from './outcome-window.tsx';
import { useMove } from './use-move.ts';

const words = text.introductions;
type View = 'board' | 'list';

/** All introductions by state, on a board or as a list. */
export function IntroductionsPage() {
  const [view, setView] = useState<View>('board');
  const [isCreating, setCreating] = useState(false);
  const all = useQuery(read('introductions', 'list', {}));
  const moves = useMove();
  const opened = useOpened(all.data ?? []);
  useBoardCommands({ view, setView, create: () => setCreating(true) });
  return (
    <Page
      variant="fill"
      title={text.frame.pages.introductions}
      lead={words.lead}
      actions={
        <>
          <SegmentedControl
            aria-label={words.view.label}
            value={view}
            onChange={(next) => setView(next)}
            data={[
              { value: 'board', label: words.view.board },
              { value: 'list', label: words.view.list },
            ]}
          />
          <Button
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {words.create}
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        {all.isError && <ErrorNotice error={all.error} onRetry={() => void all.refetch()} />}
        {all.isPending && <SkeletonRows height={90} rows={4} />}
        {all.data?.length === 0 && <NoIntroductions />}
        {all.data !== undefined && all.data.length > 0 && view === 'board' && (
          <IntroductionBoard introductions={all.data} onMove={moves.move} onOpen={opened.open} />
        )}
        {all.data !== undefined && all.data.length > 0 && view === 'list' && (
          <IntroductionList introductions={all.data} onMove={moves.move} onOpen={opened.open} />
        )}
      </div>
      {isCreating && <NewIntroductionWindow onClose={() => setCreating(false)} />}
      {moves.closing !== null && <OutcomeWindow onSave={moves.finish} onClose={moves.cancel} />}
      <IntroductionDrawer
        introduction={opened.introduction}
        onMove={moves.move}
        onClose={opened.close}
      />
    </Page>
  );
}

interface BoardCommands {
  view: View;
  setView: (view: View) => void;
  create: () => void;
}

function useBoardCommands({ view, setView, create }: BoardCommands): void {
  usePageCommands([
    {
      id: 'newIntroduction',
      label: words.create,
      icon: IconPlus,
      keys: [pageKeys.newIntroduction],
      run: create,
    },
    {
      id: 'switchView',
      label: view === 'board' ? words.view.showList : words.view.showBoard,
      icon: IconLayoutColumns,
      keys: [pageKeys.switchView],
      run: () => setView(view === 'board' ? 'list' : 'board'),
    },
  ]);
}

/** Which introduction is open: the address says it, so that others can link to it. */
function useOpened(all: readonly Introduction[]) {
  const { id } = useSearch({ from: '/introductions' });
  const navigate = useNavigate();
  return {
    introduction: all.find((introduction) => introduction.id === id) ?? null,
    open: (introduction: Introduction): void => {
      void navigate({ to: '/introductions', search: { id: introduction.id } });
    },
    close: (): void => void navigate({ to: '/introductions', search: {} }),
  };
}

function NoIntroductions() {
  return (
    <EmptyState
      icon={IconArrowsLeftRight}
      title={words.empty.title}
      body={words.empty.body}
      actions={<LinkButton to="/ask">{words.empty.ask}</LinkButton>}
    />
  );
}
