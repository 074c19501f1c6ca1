import { ActionIcon } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { text } from '../../text/index.ts';
import { listOrder } from '../people/list-order.ts';
import classes from './neighbour-links.module.css';

const words = text.person.neighbours;

/** The way to whoever stands before and after somebody in the list of people one came from; also by [ and ]. */
export function NeighbourLinks({ person }: { person: PersonRef }) {
  const { data } = useQuery(read('person', 'neighbours', { id: person.id, ...listOrder() }));
  const navigate = useNavigate();
  const go = (to: PersonRef | null | undefined): void => {
    if (to !== null && to !== undefined)
      void navigate({ to: '/people/$personId', params: { personId: to.id } });
  };
  const step = (id: string, label: string, to: PersonRef | null | undefined, key: string) => ({
    id,
    label,
    icon: id === 'previousPerson' ? IconChevronLeft : IconChevronRight,
    keys: [key],
    isPossible: to !== null && to !== undefined,
    run: () => go(to),
  });
  usePageCommands([
    step('previousPerson', words.toPrevious, data?.previous, pageKeys.previousPerson),
    step('nextPerson', words.toNext, data?.next, pageKeys.nextPerson),
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
