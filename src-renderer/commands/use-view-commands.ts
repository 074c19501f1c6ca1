import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { read } from '../api.ts';
import { searchOfView, suggestedViews } from '../saved-views.ts';
import { text } from '../text/index.ts';
import type { Command } from './use-commands.ts';
import { useStatus } from './use-book.ts';

/** The saved and suggested views of the list of people, for the palette. */
export function useViewCommands(): readonly Command[] {
  const navigate = useNavigate();
  const isOpen = useStatus()?.state === 'open';
  const { data } = useQuery({ ...read('views', 'list', {}), enabled: isOpen });
  return useMemo(() => {
    const views = (data ?? []).map((view) => ({ name: view.name, search: searchOfView(view) }));
    const taken = new Set(views.map(({ name }) => name.toLowerCase()));
    const suggested = suggestedViews.filter(({ name }) => !taken.has(name.toLowerCase()));
    return [...views, ...suggested].map(({ name, search }) => ({
      id: `view:${name}`,
      label: text.savedViews.command(name),
      group: 'pages' as const,
      icon: IconBookmark,
      keys: [],
      isPossible: isOpen,
      run: () => void navigate({ to: '/people', search }),
    }));
  }, [data, isOpen, navigate]);
}
