import { ActionIcon } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { listOrder } from '../people/list-order.ts';
import classes from './neighbour-links.module.css';

const words = text.person.neighbours;

/** The way to whoever stands before and after somebody in the list of people one came from; also by [ and ]. */
export function NeighbourLinks({ person }: { person: PersonRef }) {
  const question = read('person', 'neighbours', { id: person.id, ...listOrder() });
  const { data } = useQuery(question);
  const client = useQueryClient();
  const navigate = useNavigate();
  const go = (to: PersonRef | null): void => {
    if (to !== null) void navigate({ to: '/people/$personId', params: { personId: to.id } });
  };
  // A key pressed before it is known who stands there waits for it: one leafs through people quickly.
  const step = (side: 'previous' | 'next') => ({
    isPossible: data === undefined || data[side] !== null,
    run: () => void client.fetchQuery(question).then((found) => go(found[side]), notifyError),
  });
  usePageCommands([
    {
      id: 'previousPerson',
      label: words.toPrevious,
      icon: IconChevronLeft,
      keys: [pageKeys.previousPerson],
      ...step('previous'),
    },
    {
      id: 'nextPerson',
      label: words.toNext,
      icon: IconChevronRight,
      keys: [pageKeys.nextPerson],
      ...step('next'),
    },
  ]);
  if (data === undefined || data.place === null) return <div className={classes.root} />;
  return (
    <nav className={classes.root} aria-label={words.label}>
      <Step
        icon={<IconChevronLeft size={16} aria-hidden />}
        label={words.previous}
        keys={pageKeys.previousPerson}
        to={data.previous}
        onGo={go}
      />
      <span className="numbers">{words.place(data.place, data.total)}</span>
      <Step
        icon={<IconChevronRight size={16} aria-hidden />}
        label={words.next}
        keys={pageKeys.nextPerson}
        to={data.next}
        onGo={go}
      />
    </nav>
  );
}

interface StepProps {
  icon: React.ReactNode;
  label: (name: string | null) => string;
  keys: string;
  to: PersonRef | null;
  onGo: (to: PersonRef | null) => void;
}

function Step({ icon, label, keys, to, onGo }: StepProps) {
  const name = label(to?.name ?? null);
  return (
    <ActionIcon
      size="sm"
      aria-label={name}
      title={`${name} (${keys})`}
      aria-keyshortcuts={keys}
      aria-disabled={to === null}
      className={to === null ? classes.end : undefined}
      onClick={() => onGo(to)}
    >
      {icon}
    </ActionIcon>
  );
}
