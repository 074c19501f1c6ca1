import { Checkbox, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { PersonPicker } from '../../components/person-picker.tsx';
import { text } from '../../text/index.ts';
import type { ImportFlow } from './use-import.ts';

const words = text.transfer;

/** Whose list the files are, and for lists of attendees which event it was. */
export function OwnerChoice({ flow }: { flow: ImportFlow }) {
  return (
    <Stack gap="md">
      {flow.needsEvent ? <EventFields flow={flow} /> : <OwnerFields flow={flow} />}
      {flow.addresses.length > 0 && <AddressFields flow={flow} />}
    </Stack>
  );
}

function OwnerFields({ flow: { owner, change } }: { flow: ImportFlow }) {
  return (
    <div>
      <Title order={2} size="h3" mb={6}>
        {words.owner.title}
      </Title>
      <SegmentedControl
        aria-label={words.owner.title}
        value={owner.kind}
        onChange={(kind) =>
          change({
            owner: kind === 'me' ? { kind: 'me' } : { kind: 'other', person: null, newName: null },
          })
        }
        data={[
          { value: 'me', label: words.owner.mine },
          { value: 'other', label: words.owner.others },
        ]}
      />
      <Text c="dimmed" size="sm" mt={6}>
        {words.owner.hint}
      </Text>
      {owner.kind === 'other' && (
        <OtherOwner owner={owner} onChange={(chosen) => change({ owner: chosen })} />
      )}
    </div>
  );
}

type OtherOwnerValue = Extract<ImportFlow['owner'], { kind: 'other' }>;

function OtherOwner(props: { owner: OtherOwnerValue; onChange: (owner: OtherOwnerValue) => void }) {
  const { person, newName } = props.owner;
  const choose = (part: Partial<OtherOwnerValue>): void =>
    props.onChange({ kind: 'other', person: null, newName: null, ...part });
  if (newName !== null) {
    return (
      <TextInput
        mt="sm"
        maw={360}
        autoFocus
        label={words.owner.who}
        value={newName}
        onChange={(event) => {
          const { value } = event.currentTarget;
          choose(value === '' ? {} : { newName: value });
        }}
      />
    );
  }
  return (
    <div style={{ maxWidth: 360, marginTop: 'var(--mantine-spacing-sm)' }}>
      <PersonPicker
        label={words.owner.who}
        value={person}
        onChange={(chosen) => choose({ person: chosen })}
        onCreate={(name) => choose({ newName: name })}
        autoFocus
      />
    </div>
  );
}

function EventFields({ flow: { event, change } }: { flow: ImportFlow }) {
  return (
    <div>
      <Title order={2} size="h3" mb={6}>
        {words.event.title}
      </Title>
      <Text c="dimmed" size="sm" mb="xs">
        {words.event.hint}
      </Text>
      <Group align="end">
        <TextInput
          w={320}
          autoFocus
          label={words.event.name}
          value={event.title}
          onChange={(typed) => change({ event: { ...event, title: typed.currentTarget.value } })}
        />
        <TextInput
          type="date"
          label={words.event.heldOn}
          value={event.heldOn}
          onChange={(typed) => change({ event: { ...event, heldOn: typed.currentTarget.value } })}
        />
      </Group>
    </div>
  );
}

function AddressFields({ flow: { addresses, mine, change } }: { flow: ImportFlow }) {
  return (
    <Checkbox.Group
      label={words.addresses.title}
      description={words.addresses.hint}
      value={[...mine]}
      onChange={(chosen) => change({ mine: chosen })}
    >
      <Stack gap={6} mt="xs">
        {addresses.map(({ address, letters }) => (
          <Checkbox
            key={address}
            value={address}
            label={`${address} (${words.addresses.letters(letters)})`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
