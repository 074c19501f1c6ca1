import { ActionIcon, Button, Menu, Title } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import type { Outcome, SourceRow } from '../../../src-main/contract/outcomes.ts';
import { api } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { DescentLine } from '../../components/descent-line.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { Section } from '../../components/section.tsx';
import { count, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { money } from '../../text/money.ts';
import classes from './outcome-list.module.css';
import { outcomeNodes } from './outcome-nodes.ts';

const words = text.outcomes.list;

interface OutcomeListProps {
  outcomes: readonly Outcome[];
  /** The source whose outcomes these are; null: all. */
  source: SourceRow | null;
  onClear: () => void;
  onEdit: (outcome: Outcome) => void;
}

/** Jobs and gains, the latest first, each with its line of descent. */
export function OutcomeList({ outcomes, source, onClear, onEdit }: OutcomeListProps) {
  const label = source?.label ?? null;
  const title = label === null ? words.title : `${words.title} ${words.of(label)}`;
  return (
    <Section
      title={title}
      count={count(outcomes.length)}
      action={
        source !== null && (
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            {words.all}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {outcomes.map((outcome) => (
          <li key={outcome.id}>
            <OutcomeCard outcome={outcome} onEdit={onEdit} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OutcomeCard({
  outcome,
  onEdit,
}: {
  outcome: Outcome;
  onEdit: (outcome: Outcome) => void;
}) {
  const meId = useStatus()?.me?.id;
  const nodes = outcomeNodes(outcome, meId);
  const { value, note, title } = outcome;
  return (
    <article className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <div className={classes.what}>
          <Title order={3} className={classes.title}>
            {title}
          </Title>
          <About outcome={outcome} />
        </div>
        {value === null ? (
          <span className={classes.noValue}>{words.noValue}</span>
        ) : (
          <span className={`${classes.value} numbers`}>{money(value)}</span>
        )}
        <OutcomeMenu outcome={outcome} onEdit={onEdit} />
      </div>
      {nodes.length > 1 ? (
        <DescentLine label={text.outcomes.line.label(title)} nodes={nodes} />
      ) : (
        <div className={classes.about}>{words.unknownOrigin}</div>
      )}
      {note !== '' && <p className={classes.note}>{note}</p>}
    </article>
  );
}

function About({ outcome: { kind, client, onDate, platform } }: { outcome: Outcome }) {
  return (
    <div className={classes.about}>
      <span>
        {text.outcomes.kind[kind]}
        {client !== null && (
          <>
            {' '}
            {words.for}{' '}
            {client.kind === 'person' ? (
              <PersonLink person={client.person} inline />
            ) : (
              client.organisation.name
            )}
          </>
        )}
      </span>
      <span>{day(onDate)}</span>
      {platform !== null && <span>{words.on(platform.name)}</span>}
    </div>
  );
}

function OutcomeMenu({
  outcome,
  onEdit,
}: {
  outcome: Outcome;
  onEdit: (outcome: Outcome) => void;
}) {
  const notifyUndoable = useNotifyUndoable();
  const remove = useCommand(
    api.outcomes.remove,
    () => void notifyUndoable(words.removed(outcome.title)),
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={words.menu(outcome.title)}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onEdit(outcome)}>{words.edit}</Menu.Item>
        <Menu.Item color="red" onClick={() => remove.mutate({ id: outcome.id })}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
