import { Checkbox, CloseButton, Table, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { EventId } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';

const words = text.events.attendees;
type Attendee = Answer<'events', 'get'>['attendees'][number];

/** Who was there, whether I talked to them, and whom we share. */
export function AttendeeList(props: { eventId: EventId; attendees: readonly Attendee[] }) {
  const { eventId, attendees } = props;
  return (
    <section>
      <Title order={2} mb="xs">
        {words.title}
      </Title>
      {attendees.length === 0 && <p>{words.none}</p>}
      {attendees.length > 0 && (
        <Table verticalSpacing={6}>
          <Table.Tbody>
            {attendees.map((attendee) => (
              <AttendeeRow key={attendee.person.id} eventId={eventId} attendee={attendee} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function AttendeeRow({ eventId, attendee }: { eventId: EventId; attendee: Attendee }) {
  const { person, haveMet, organisation, title, note, bothKnowCount } = attendee;
  const notifyUndoable = useNotifyUndoable();
  const set = useMutation({
    mutationFn: (met: boolean) =>
      api.events.setAttendance({ id: eventId, personId: person.id, haveMet: met }),
    onError: notifyError,
  });
  const remove = useMutation({
    mutationFn: () => api.events.removeAttendance({ id: eventId, personId: person.id }),
    onSuccess: () => notifyUndoable(words.removed(person.name)),
    onError: notifyError,
  });
  const role = [title, organisation].filter((part) => part !== null).join(', ');
  return (
    <Table.Tr>
      <Table.Td>
        <PersonLink person={person} hint={role} />
      </Table.Td>
      <Table.Td>{note}</Table.Td>
      <Table.Td>{bothKnowCount > 0 && words.mutual(bothKnowCount)}</Table.Td>
      <Table.Td>
        <Checkbox
          label={words.met}
          aria-label={words.metLabel(person.name)}
          checked={haveMet}
          onChange={(event) => set.mutate(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td ta="right">
        <CloseButton aria-label={words.remove(person.name)} onClick={() => remove.mutate()} />
      </Table.Td>
    </Table.Tr>
  );
}
