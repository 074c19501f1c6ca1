import { Button, SegmentedControl, Switch, Text } from '@mantine/core';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { NothingYet, Section } from '../../components/section.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { TieEvidence } from '../../components/tie-evidence.tsx';
import { text } from '../../text/index.ts';
import classes from './tie-section.module.css';

const words = text.person.tie;

/** The tie between me and this person: how strong, why, and what I say of it myself. */
export function TieSection({ person }: { person: PersonDetail }) {
  const me = useStatus()?.me;
  const tell = useCommand(api.ties.tell);
  if (me === undefined || me === null) return null;
  return (
    <Section title={words.title}>
      {person.strengthWithMe === null ? (
        <>
          <NothingYet>{words.none(person.name)}</NothingYet>
          <Button
            variant="default"
            mt="xs"
            loading={tell.isPending}
            onClick={() => tell.mutate({ a: me.id, b: person.id })}
          >
            {words.tell}
          </Button>
        </>
      ) : (
        <>
          <div className={classes.strength}>
            <StrengthMeter strength={person.strengthWithMe} />
            <span className={`${classes.number} numbers`}>{person.strengthWithMe.toFixed(2)}</span>
          </div>
          <RatingControl me={me.id} person={person} />
          <TieEvidence a={me.id} b={person.id}>
            {words.evidence}
          </TieEvidence>
        </>
      )}
      <DoNotAskSwitch person={person} />
    </Section>
  );
}

const ratings = [1, 2, 3, 4, 5] as const;

function RatingControl({ me, person }: { me: number; person: PersonDetail }) {
  const rate = useCommand(api.ties.rate);
  const { data } = useQuery(read('ties', 'explain', { a: me, b: person.id }));
  const labelId = `rating-${person.id}`;
  return (
    <div className={classes.rating}>
      <Text size="sm" id={labelId} component="div">
        {words.rating}
      </Text>
      <SegmentedControl
        aria-labelledby={labelId}
        size="xs"
        fullWidth
        value={data?.rating === null || data?.rating === undefined ? 'none' : String(data.rating)}
        onChange={(value) =>
          rate.mutate({
            a: me,
            b: person.id,
            rating: value === 'none' ? null : Number(value),
          })
        }
        data={[
          { value: 'none', label: words.fromEvidence },
          ...ratings.map((rating) => ({
            value: String(rating),
            label: <span title={text.common.strength.word(rating)}>{rating}</span>,
          })),
        ]}
      />
    </div>
  );
}

function DoNotAskSwitch({ person }: { person: PersonDetail }) {
  const update = useCommand(api.people.update);
  return (
    <Switch
      mt="sm"
      size="sm"
      label={text.person.head.doNotAsk}
      description={text.person.head.doNotAskHint}
      checked={person.doNotAsk}
      onChange={(event) => update.mutate({ id: person.id, doNotAsk: event.currentTarget.checked })}
    />
  );
}
