import { Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useStatus } from '../../commands/use-book.ts';
import { OrganisationField } from '../../components/name-fields.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { PlatformSelect } from '../../components/platform-select.tsx';
import { text } from '../../text/index.ts';
import { money, parseAmount } from '../../text/money.ts';
import type { FormFault, OutcomeForm } from './outcome-form.ts';

const words = text.outcomes.window;
const currencies = Intl.supportedValuesOf('currency');

export interface FieldsProps {
  form: OutcomeForm;
  faults: ReadonlySet<FormFault>;
  onChange: (part: Partial<OutcomeForm>) => void;
}

/** How a typed sum is understood, where points and commas leave room for doubt; null where they do not. */
function readAmount({ amount: typed, currency }: OutcomeForm): string | null {
  const amount = parseAmount(typed, currency);
  return amount === null || !/[.,]/.test(typed) ? null : money({ amount, currency });
}

/** How much, in which currency, and when. */
export function ValueFields({ form, faults, onChange }: FieldsProps) {
  return (
    <Group gap="sm" align="flex-start" grow wrap="nowrap">
      <TextInput
        label={words.amount}
        placeholder={words.amountPlaceholder}
        inputMode="decimal"
        value={form.amount}
        description={words.amountRead(readAmount(form))}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={faults.has('amount') && words.amountWrong}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
      <Select
        label={words.currency}
        data={currencies}
        value={form.currency}
        searchable
        allowDeselect={false}
        onChange={(currency) => onChange({ currency: currency ?? form.currency })}
      />
      <TextInput
        type="date"
        label={words.onDate}
        value={form.onDate}
        error={faults.has('onDate') && words.dateWrong}
        onChange={(event) => onChange({ onDate: event.currentTarget.value })}
      />
    </Group>
  );
}

/** For whom it was: a person, an organisation, or nobody in particular. */
export function ClientFields({ form, onChange }: FieldsProps) {
  const me = useStatus()?.me?.id;
  return (
    <Stack gap="xs">
      <Text component="div" size="sm" fw={500}>
        {words.client}
      </Text>
      <SegmentedControl
        aria-label={words.client}
        value={form.clientKind}
        onChange={(clientKind) => onChange({ clientKind })}
        data={(['none', 'person', 'organisation'] as const).map((value) => ({
          value,
          label: words.clientKinds[value],
        }))}
      />
      {form.clientKind === 'person' && (
        <PersonPicker
          label={words.person}
          value={form.person}
          without={me === undefined ? [] : [me]}
          onChange={(person) => onChange({ person })}
        />
      )}
      {form.clientKind === 'organisation' && (
        <OrganisationField
          label={words.organisation}
          placeholder={words.organisationPlaceholder}
          value={form.organisation}
          onChange={(organisation) => onChange({ organisation })}
        />
      )}
    </Stack>
  );
}

/** What is seldom filled in: the platform on which it came, and notes. */
export function MoreFields({ form, onChange }: FieldsProps) {
  return (
    <>
      <PlatformSelect
        label={words.platform}
        placeholder={words.platformPlaceholder}
        value={form.platform}
        onChange={(platform) => onChange({ platform })}
      />
      <Textarea
        label={words.note}
        value={form.note}
        autosize
        minRows={2}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
