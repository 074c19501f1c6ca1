import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { Keys } from '../../components/keys.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { birthday, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './duplicates-page.module.css';
import { mergeOf, type Pair, tellingReasons } from './pairs.ts';

const words = text.duplicates;
const fields = text.merge.fields;
/** Acquaintances in common of whom the name is said. */
const namedOfBoth = 4;

interface PairDetailProps {
  pair: Pair;
  isPending: boolean;
  onSame: () => void;
  onDifferent: () => void;
  onLater: () => void;
}

/** One pair side by side, with the answers. */
export function PairDetail({ pair, isPending, onSame, onDifferent, onLater }: PairDetailProps) {
  const { a, b, reasons } = pair;
  const kept = pair.keep === a.id ? a : b;
  return (
    <section className={classes.detail} aria-label={words.title}>
      <div className={classes.sides}>
        <Side id={a.id} />
        <Side id={b.id} />
      </div>
      <ul className={classes.why}>
        {tellingReasons(reasons).map((reason) => (
          <li key={reason.kind} data-against={reason.kind === 'otherBirthday'}>
            {words.reason(reason)}
          </li>
        ))}
      </ul>
      <BothKnow pair={pair} />
      <div className={classes.answers}>
        <Button loading={isPending} onClick={onSame} rightSection={<Keys shortcut="s" />}>
          {words.same}
        </Button>
        <Button variant="default" onClick={onDifferent} rightSection={<Keys shortcut="d" />}>
          {words.different}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={onLater}
          rightSection={<Keys shortcut="l" />}
        >
          {words.later}
        </Button>
        <LinkButton to="/merge" search={mergeOf(pair)} variant="subtle" ml="auto">
          {words.compare}
        </LinkButton>
      </div>
      <p className={classes.hint}>{words.keeps(kept.name)}</p>
    </section>
  );
}

/** Acquaintances in common tell much where two entries have nothing but a name. */
function BothKnow({ pair: { a, b } }: Pick<PairDetailProps, 'pair'>) {
  const me = useStatus()?.me?.id;
  const { data } = useQuery(
    read('overlap', 'members', { a: a.id, b: b.id, which: 'shared', limit: 500 }),
  );
  if (data === undefined) return null;
  const others = data.rows.filter(({ id }) => id !== me);
  const total = data.total - (data.rows.length - others.length);
  return (
    <p className={classes.hint}>
      {words.bothKnow(
        others.slice(0, namedOfBoth).map(({ name }) => name),
        total,
      )}
    </p>
  );
}

function Side({ id }: { id: PersonId }) {
  const { data } = useQuery(read('people', 'get', { id }));
  if (data === undefined) return <div className={classes.side} />;
  return (
    <div className={classes.side}>
      <PersonLink person={data} size={36} hint={data.isMe ? text.common.you : ''} />
      <dl className={classes.facts}>
        {factsOf(data).map(([label, values]) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What tells one person from another, as far as it is known. */
function factsOf(person: PersonDetail): (readonly [string, readonly string[]])[] {
  const known = (value: string | null): string[] => (value === null || value === '' ? [] : [value]);
  const facts: (readonly [string, readonly string[]])[] = [
    [
      fields.roles,
      person.roles.map((role) => text.people.roleAt(role.title, role.organisation?.name ?? null)),
    ],
    [fields.contactPoints, person.contactPoints.map(({ value }) => value)],
    [
      words.accounts,
      person.accounts.map((account) =>
        [account.platformName, account.handle ?? account.displayName ?? account.url]
          .filter((part) => part !== null)
          .join(' '),
      ),
    ],
    [fields.birthday, known(person.birthday === null ? null : birthday(person.birthday))],
    [fields.metOn, known(person.metOn === null ? null : day(person.metOn))],
    [fields.howMet, known(person.howMet)],
    [fields.tags, known(person.tags.map(({ name }) => name).join(', '))],
    [fields.note, known(person.note.slice(0, 160))],
    [words.tiesLabel, [text.people.quickLook.ties(person.tieCount)]],
  ];
  return facts
    .map(([label, values]) => [label, [...new Set(values)]] as const)
    .filter(([, values]) => values.length > 0);
}
