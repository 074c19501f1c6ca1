import { AppShell } from '@mantine/core';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { BookStatus } from '../../src-main/contract/book.ts';
import type { PersonRef } from '../../src-main/contract/common.ts';
import { Palette } from '../commands/palette.tsx';
import { ShortcutsWindow } from '../commands/shortcuts-window.tsx';
import { useUi } from '../commands/ui-context.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { isInDialog, useShortcuts } from '../commands/use-shortcuts.ts';
import { PhotosProvider } from '../components/person-photos.tsx';
import { useHandedFiles } from '../handed-files.ts';
import { NewPersonWindow } from '../features/people/new-person-window.tsx';
import { MyCardWindow } from '../features/settings/my-card-window.tsx';
import { text } from '../text/index.ts';
import classes from './frame.module.css';
import { BackupBanner } from './backup-banner.tsx';
import { BookWork } from './book-work.tsx';
import { HeaderBar } from './header-bar.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { SideBar } from './side-bar.tsx';

const headerHeight = 52;
const bannerHeight = 34;

/** The window around every page: side bar, header, and the windows that open from anywhere. */
export function Frame({ status, me }: { status: BookStatus; me: PersonRef }) {
  const commands = useCommands();
  useShortcuts(commands);
  useTodayOnNotice();
  useHandedFiles();
  const main = useFocusOnPageChange();
  const hasBanner = status.kind !== 'own';
  return (
    <PhotosProvider>
      <AppShell
        layout="alt"
        header={{ height: headerHeight + (hasBanner ? bannerHeight : 0) }}
        navbar={{ width: 'var(--side-bar-width)', breakpoint: 0 }}
        padding={0}
        transitionDuration={0}
      >
        <a
          href="#main"
          className={`${classes.skip} not-printed`}
          onClick={(event) => {
            // The address lives in the hash, so the link must not change it.
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {text.frame.skipToContent}
        </a>
        <AppShell.Navbar className={classes.navbar} component="div">
          <SideBar status={status} me={me} />
        </AppShell.Navbar>
        <AppShell.Header
          className={classes.header}
          component="div"
          role="region"
          aria-label={text.frame.header}
        >
          {status.kind === 'sample' && <SampleBanner />}
          {status.kind === 'backup' && <BackupBanner takenAt={status.backupOf} />}
          <HeaderBar status={status} commands={commands} />
        </AppShell.Header>
        <AppShell.Main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
        </AppShell.Main>
        <BookWork />
        <Palette commands={commands} />
        <ShortcutsWindow commands={commands} />
        <NewPersonWindow />
        <MyCardWindow />
      </AppShell>
    </PhotosProvider>
  );
}

/** A click on the notice of the day leads to what it tells of. */
function useTodayOnNotice(): void {
  const navigate = useNavigate();
  useEffect(
    () => window.acquaint.on('showToday', () => void navigate({ to: '/today' })),
    [navigate],
  );
}

/**
 * Closes the windows above the page as soon as the way leads elsewhere, and puts the focus on the new page once it is
 * there, unless the page has put it somewhere better, so that it is read out. A window that was opened meanwhile, by
 * somebody who types ahead, stays and keeps the focus.
 */
function useFocusOnPageChange(): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const { close } = useUi();
  const wanted = useRouterState({ select: (state) => state.location.pathname });
  useOnChange(wanted, close);
  // The resolved one: the address changes before the page that had the focus is gone.
  const shown = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useOnChange(shown, (before) => {
    if (before === undefined || isInDialog()) return;
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus();
  });
  return main;
}

/** Runs when the value has become another one, not for the first. */
function useOnChange<Value>(value: Value, run: (before: Value) => void): void {
  const before = useRef(value);
  const onChange = useEffectEvent(run);
  useEffect(() => {
    const last = before.current;
    before.current = value;
    if (last !== value) onChange(last);
  }, [value]);
}
