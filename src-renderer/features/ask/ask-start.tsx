import { Button } from '@mantine/core';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute.mjs';
import { useQuery } from '@tanstack/react-query';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { read } from '../../api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { GoalList } from '../introductions/goal-line.tsx';

const words = text.ask;
const shown = 4;

/** What stands under the box before anything is asked: examples out of the user's own book. */
export function AskStart({ onChoose }: { onChoose: (target: AskTarget) => void }) {
  const { data: topics = [] } = useQuery(read('topics', 'list', {}));
  const { data: organisations = [] } = useQuery(read('people', 'organisations', { limit: shown }));
  const examples: { label: string; target: AskTarget }[] = [
    ...topics
      .filter(({ offers }) => offers > 0)
      .slice(0, shown)
      .map(({ id, name }) => ({ label: name, target: { kind: 'offers' as const, id } })),
    ...organisations.slice(0, shown).map(({ id, name }) => ({
      label: name,
      target: { kind: 'organisation' as const, id, withPast: false },
    })),
  ];
  const { data = [] } = useQuery(read('goals', 'list', {}));
  const goals = data.filter(({ open }) => open.length > 0);
  return (
    <>
      <EmptyState
        icon={IconRoute}
        title={words.start.title}
        body={words.start.body}
        actions={examples.map(({ label, target }) => (
          <Button
            key={`${target.kind} ${label}`}
            variant="default"
            onClick={() => onChoose(target)}
          >
            {label}
          </Button>
        ))}
      />
      {goals.length > 0 && (
        <Section title={text.goals.title} count={count(goals.length)}>
          <GoalList goals={goals} />
        </Section>
      )}
    </>
  );
}
