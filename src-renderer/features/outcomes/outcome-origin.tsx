import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { PersonPicker } from '../../components/person-picker.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { FieldsProps } from './outcome-fields.tsx';

const words = text.outcomes.window;
const kinds = ['none', 'introduction', 'event', 'person', 'share'] as const;
type Choice = { value: string; label: string };

/** Where it came from: one introduction, event, person or share; with guesses from what is known of the client. */
export function OriginFields({ form, faults, onChange }: FieldsProps) {
  return (
    <Stack gap="xs">
      <Text component="div" size="sm" fw={500}>
        {words.origin}
      </Text>
      <Guesses form={form} onChange={onChange} />
      <SegmentedControl
        aria-label={words.origin}
        value={form.originKind}
        onChange={(originKind) => onChange({ originKind, originId: null })}
        data={kinds.map((value) => ({ value, label: words.origins[value] }))}
      />
      <OriginChoice form={form} onChange={onChange} />
      {faults.has('origin') && (
        <Text c="var(--mantine-color-error)" size="sm" role="alert">
          {words.originIncomplete}
        </Text>
      )}
    </Stack>
  );
}

type PartProps = Pick<FieldsProps, 'form' | 'onChange'>;

function Guesses({ form, onChange }: PartProps) {
  const { person, clientKind } = form;
  const { data = [] } = useQuery({
    ...read('outcomes', 'suggestOrigins', { personId: person?.id ?? 0 }),
    enabled: clientKind === 'person' && person !== null,
  });
  if (data.length === 0 || clientKind !== 'person' || form.originKind !== 'none') return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {words.perhaps}
      </Text>
      {data.map(({ origin, label, onDate }) => (
        <Button
          key={`${origin.kind} ${origin.id}`}
          size="compact-sm"
          variant="light"
          onClick={() => onChange({ originKind: origin.kind, originId: String(origin.id) })}
        >
          {onDate === null ? label : `${label}, ${day(onDate)}`}
        </Button>
      ))}
    </Group>
  );
}

function OriginChoice({ form, onChange }: PartProps) {
  const me = useStatus()?.me?.id;
  if (form.originKind === 'none') return null;
  if (form.originKind === 'person')
    return (
      <PersonPicker
        label={words.which.person}
        value={form.through}
        without={me === undefined ? [] : [me]}
        onChange={(through) => onChange({ through })}
      />
    );
  const choice = {
    value: form.originId,
    onChange: (originId: string | null) => onChange({ originId }),
  };
  if (form.originKind === 'introduction') return <IntroductionChoice {...choice} />;
  return form.originKind === 'event' ? <EventChoice {...choice} /> : <ShareChoice {...choice} />;
}

interface ChoiceProps {
  value: string | null;
  onChange: (value: string | null) => void;
}

function IntroductionChoice(props: ChoiceProps) {
  const { data = [] } = useQuery(read('introductions', 'list', {}));
  const choices = data.map((introduction) => ({
    value: String(introduction.id),
    label: text.introductions.title(introduction),
  }));
  return <ChoiceField label={words.which.introduction} data={choices} {...props} />;
}

function EventChoice(props: ChoiceProps) {
  const { data } = useQuery(read('events', 'list', { limit: 500 }));
  const choices = (data?.rows ?? []).map(({ id, title, heldOn }) => ({
    value: String(id),
    label: heldOn === null ? title : `${title}, ${day(heldOn)}`,
  }));
  return <ChoiceField label={words.which.event} data={choices} {...props} />;
}

function ShareChoice(props: ChoiceProps) {
  const { data } = useQuery(read('favours', 'shares', {}));
  const received = data?.filter(({ direction }) => direction === 'received');
  if (received?.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noShares}
      </Text>
    );
  const choices = (received ?? []).map((share) => ({
    value: String(share.id),
    label: text.shares.title(share),
  }));
  return <ChoiceField label={words.which.share} data={choices} {...props} />;
}

function ChoiceField({
  label,
  data,
  value,
  onChange,
}: ChoiceProps & { label: string; data: Choice[] }) {
  return (
    <Select
      label={label}
      placeholder={words.whichPlaceholder}
      data={data}
      value={value}
      searchable
      // Enter on what is chosen keeps it
      allowDeselect={false}
      onChange={onChange}
    />
  );
}
