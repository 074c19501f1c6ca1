import { Button } from '@mantine/core';
import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { text } from '../../text/index.ts';

const words = text.people;

/** Shown instead of rows when search and filters leave nobody. */
export function NobodyFits() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={IconUserSearch}
      title={words.nothingFits.title}
      body={words.nothingFits.body}
      actions={
        <Button
          variant="default"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/people', search: {} })}
        >
          {text.peopleFilters.clearAll}
        </Button>
      }
    />
  );
}
