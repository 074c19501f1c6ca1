import { useMantineColorScheme } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconCopyCheck from '@tabler/icons-react/dist/esm/icons/IconCopyCheck.mjs';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconStethoscope from '@tabler/icons-react/dist/esm/icons/IconStethoscope.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { labelsPage, lettersPage, pages, settingsPage } from '../frame/pages.ts';
import { copyDiagnostics } from './copy-diagnostics.ts';
import { text } from '../text/index.ts';
import { lockBook } from './lock-book.ts';
import { useOpenPageCommands } from './page-commands.ts';
import { collectTypeAhead } from './type-ahead.ts';
import { useBookSteps, useStatus } from './use-book.ts';
import { useUi } from './ui-context.tsx';
import { useViewCommands } from './use-view-commands.ts';

/** Something that can be done from anywhere: one list feeds the palette, the keyboard and the page of shortcuts. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** A name that does not change with the state of the book, for the page of shortcuts. */
  readonly shortLabel?: string;
  /** 'here': of the page that is open. */
  readonly group: 'pages' | 'actions' | 'here';
  readonly icon: TablerIcon;
  /** Shortcuts, in the writing of keys.ts; the first one is shown. */
  readonly keys: readonly string[];
  /** Runs even while a text field has the focus. */
  readonly whileTyping?: boolean;
  /** Offered in the palette. */
  readonly isPossible: boolean;
  /** Its keys count even when it is not offered: the store knows better than what the window was last told. */
  readonly keysAlwaysCount?: boolean;
  readonly run: () => void;
}

export function useCommands(): readonly Command[] {
  const actions = useActionCommands();
  const goTo = useGoToCommands();
  const here = useOpenPageCommands();
  const views = useViewCommands();
  return useMemo(
    () => [
      ...here.map((command) => ({
        keys: [],
        isPossible: true,
        ...command,
        group: 'here' as const,
      })),
      ...goTo,
      ...views,
      ...actions,
    ],
    [here, goTo, views, actions],
  );
}

function useGoToCommands(): readonly Command[] {
  const navigate = useNavigate();
  return useMemo(() => {
    // only pages of the side bar have a digit, and there are nine of them
    const digits = new Map(
      [...pages, settingsPage].slice(0, 9).map(({ path }, index) => [path, index + 1]),
    );
    return [...pages, settingsPage, labelsPage, lettersPage].map((page) => {
      const digit = digits.get(page.path);
      return {
        id: `page:${page.path}`,
        label: page.label,
        group: 'pages' as const,
        icon: page.icon,
        keys: [`g ${page.letter}`, ...(digit === undefined ? [] : [`mod+${digit}`])],
        whileTyping: true,
        isPossible: true,
        run: () => void navigate({ to: page.path }),
      };
    });
  }, [navigate]);
}

function useActionCommands(): readonly Command[] {
  const { open } = useUi();
  const navigate = useNavigate();
  const schemes = useSchemeCommands();
  const book = useBookCommands();
  const isReading = useStatus()?.kind === 'backup';
  return useMemo(() => {
    const callPalette = () => {
      collectTypeAhead();
      open('palette');
    };
    const goToDuplicates = () => void navigate({ to: '/duplicates' });
    return [
      action('palette', text.frame.search, IconSearch, ['mod+k'], callPalette, {
        whileTyping: true,
      }),
      action('newPerson', text.frame.newPerson, IconUserPlus, ['mod+n'], () => open('newPerson'), {
        whileTyping: true,
        // whoever only reads would fill it in for nothing
        isPossible: !isReading,
      }),
      action('duplicates', text.duplicates.open, IconCopyCheck, [], goToDuplicates),
      ...book,
      action(
        'myCard',
        text.settings.myCard.command,
        IconQrcode,
        ['shift+mod+m'],
        () => open('myCard'),
        {
          whileTyping: true,
        },
      ),
      action(
        'diagnostics',
        text.settings.about.diagnostics,
        IconStethoscope,
        [],
        () => void copyDiagnostics(),
      ),
      action('shortcuts', text.frame.shortcuts.title, IconKeyboard, ['?'], () => open('shortcuts')),
      ...schemes,
    ];
  }, [open, navigate, book, schemes, isReading]);
}

/** Steps on the book as a whole: undo and redo, locking it, closing the sample. */
export function useBookCommands(): readonly Command[] {
  const status = useStatus();
  const { undo, redo, closeSample } = useBookSteps();
  return useMemo(() => {
    const { undo: undoLabel = null, redo: redoLabel = null } = status ?? {};
    return [
      action(
        'undo',
        undoLabel === null ? text.common.undo : text.frame.undoTitle(undoLabel),
        IconArrowBackUp,
        ['mod+z'],
        undo,
        { isPossible: undoLabel !== null, shortLabel: text.common.undo, keysAlwaysCount: true },
      ),
      action(
        'redo',
        redoLabel === null ? text.common.redo : text.frame.redoTitle(redoLabel),
        IconArrowForwardUp,
        ['shift+mod+z', 'mod+y'],
        redo,
        { isPossible: redoLabel !== null, shortLabel: text.common.redo, keysAlwaysCount: true },
      ),
      action(
        'lockBook',
        text.encryption.command,
        IconLock,
        ['shift+mod+l'],
        () => void lockBook(),
        {
          whileTyping: true,
          isPossible: status?.isEncrypted === true,
        },
      ),
      action('closeSample', text.frame.sample.closeAction, IconX, [], closeSample, {
        isPossible: status?.kind === 'sample',
      }),
    ];
  }, [status, undo, redo, closeSample]);
}

function useSchemeCommands(): readonly Command[] {
  const { setColorScheme } = useMantineColorScheme();
  return useMemo(() => {
    const { scheme } = text.frame;
    const choose = (label: string) => `${scheme.title}: ${label}`;
    return [
      action('scheme:auto', choose(scheme.auto), IconDeviceDesktop, [], () =>
        setColorScheme('auto'),
      ),
      action('scheme:light', choose(scheme.light), IconSun, [], () => setColorScheme('light')),
      action('scheme:dark', choose(scheme.dark), IconMoon, [], () => setColorScheme('dark')),
    ];
  }, [setColorScheme]);
}

function action(
  id: string,
  label: string,
  icon: TablerIcon,
  keys: readonly string[],
  run: () => void,
  options: Partial<
    Pick<Command, 'whileTyping' | 'isPossible' | 'shortLabel' | 'keysAlwaysCount'>
  > = {},
): Command {
  return { id, label, group: 'actions', icon, keys, run, isPossible: true, ...options };
}
