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
import type { IntroductionsSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import { LogOutcomeWindow } from '../outcomes/log-outcome-window.tsx';
import type { IntroductionState } from './board-states.ts';
import { givenOutcome } from './descent.ts';
import { GoalList, sharedGoals } from './goal-line.tsx';
import { IntroductionBoard } from './introduction-board.tsx';
import { IntroductionDrawer } from './introduction-drawer.tsx';
import { IntroductionList } from './introduction-list.tsx';
import classes from './introductions-page.module.css';
import { NeedsBoard } from './needs-board.tsx';
import { NewIntroductionWindow } from './new-introduction-window.tsx';
import { OutcomeWindow } from './outcome-window.tsx';
import { TookList } from './took-list.tsx';
import { useMove } from './use-move.ts';

const words = text.introductions;
type View = NonNullable<IntroductionsSearch['view']>;

/** All introductions by state, on a board or as a list; and who needs and offers what. */
export function IntroductionsPage() {
  const { view, setView } = useView();
  const [isCreating, setCreating] = useState(false);
  const { data: all = [] } = useQuery(read('introductions', 'list', {}));
  const { data: took = [] } = useQuery(read('introductions', 'took', {}));
  const moves = useMove();
  const opened = useOpened(all);
  useBoardCommands({ view, setView, create: () => setCreating(true) });
  return (
    <Page
      variant="fill"
      title={text.frame.pages.introductions}
      lead={<Lead all={all} took={took.length} />}
      actions={<Actions view={view} onView={setView} onCreate={() => setCreating(true)} />}
    >
      <div className={classes.body} data-view={view}>
        <TookList took={took.filter(({ isAcknowledged }) => !isAcknowledged)} />
        {view !== 'needs' && <SharedGoals />}
        {view === 'needs' ? (
          <NeedsBoard />
        ) : (
          <Introductions view={view} onMove={moves.move} onOpen={opened.open} />
        )}
      </div>
      {isCreating && <NewIntroductionWindow onClose={() => setCreating(false)} />}
      {moves.closing !== null && (
        <OutcomeWindow introduction={moves.closing} onSave={moves.finish} onClose={moves.cancel} />
      )}
      {moves.valued !== null && (
        <LogOutcomeWindow
          outcome={null}
          given={givenOutcome(moves.valued)}
          canSkip
          onClose={moves.endValuing}
        />
      )}
      <IntroductionDrawer
        introduction={opened.introduction}
        all={all}
        onMove={moves.move}
        onClose={opened.close}
      />
    </Page>
  );
}

interface ActionsProps {
  view: View;
  onView: (view: View) => void;
  onCreate: () => void;
}

function Actions({ view, onView, onCreate }: ActionsProps) {
  return (
    <>
      <SegmentedControl
        aria-label={words.view.label}
        value={view}
        onChange={onView}
        data={(['board', 'list', 'needs'] as const).map((value) => ({
          value,
          label: words.view[value],
        }))}
      />
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={onCreate}>
        {words.create}
      </Button>
    </>
  );
}

/** Goals for which several are asked: how the asks stand together. */
function SharedGoals() {
  const { data: goals = [] } = useQuery(read('goals', 'list', {}));
  return <GoalList goals={sharedGoals(goals)} isBrief />;
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

/** What the page is for and, once one took, how many of mine did. */
function Lead({ all, took }: { all: readonly Introduction[]; took: number }) {
  const made = all.filter(
    ({ kind, state, outcome }) =>
      kind === 'make' && ['made', 'met', 'outcome'].includes(state) && outcome !== 'no_answer',
  ).length;
  return (
    <>
      {words.lead}
      {took > 0 && ` ${words.took.total(took, made)}`}
    </>
  );
}

/** What of the page is shown: the address says it, so that others can link to it. */
function useView(): { view: View; setView: (view: View) => void } {
  const { view = 'board' } = useSearch({ from: '/introductions' });
  const navigate = useNavigate();
  return {
    view,
    setView: (next) =>
      void navigate({ to: '/introductions', search: next === 'board' ? {} : { view: next } }),
  };
}

interface IntroductionsProps {
  view: 'board' | 'list';
  onMove: (introduction: Introduction, to: IntroductionState) => void;
  onOpen: (introduction: Introduction) => void;
}

function Introductions({ view, ...actions }: IntroductionsProps) {
  const all = useQuery(read('introductions', 'list', {}));
  const suggested = useQuery(read('suggestions', 'pairs', {}));
  const pairs = suggested.data ?? [];
  if (all.isError) return <ErrorNotice error={all.error} onRetry={() => void all.refetch()} />;
  if (all.data === undefined || suggested.isPending) return <SkeletonRows height={90} rows={4} />;
  if (all.data.length === 0 && pairs.length === 0) return <NoIntroductions />;
  if (view === 'list') return <IntroductionList introductions={all.data} {...actions} />;
  return <IntroductionBoard introductions={all.data} suggested={pairs} {...actions} />;
}

/** Which introduction is open: the address says it, so that others can link to it. */
function useOpened(all: readonly Introduction[]) {
  const { id, view } = useSearch({ from: '/introductions' });
  const navigate = useNavigate();
  const shown = view === undefined ? {} : { view };
  return {
    introduction: all.find((introduction) => introduction.id === id) ?? null,
    open: (introduction: Introduction): void => {
      const search = { ...shown, id: introduction.id };
      void navigate({ to: '/introductions', search });
    },
    close: (): void => void navigate({ to: '/introductions', search: shown }),
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
