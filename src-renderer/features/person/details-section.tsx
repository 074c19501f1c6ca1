import { DataList } from '@mantine/core';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { NothingYet, Section } from '../../components/section.tsx';
import { birthday, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { CustomFields, FieldForm } from './custom-fields.tsx';

const words = text.person.details;

/** Smaller facts, and what imported files said besides. */
export function DetailsSection({ person }: { person: PersonDetail }) {
  const facts: (readonly [key: string, label: string, value: string])[] = [
    ...(person.howMet === '' ? [] : [['howMet', words.howMet, person.howMet] as const]),
    ...(person.metOn === null ? [] : [['metOn', words.metOn, day(person.metOn)] as const]),
    ...(person.birthday === null
      ? []
      : [['birthday', words.birthday, birthday(person.birthday)] as const]),
  ];
  return (
    <Section title={words.title} action={<FieldForm person={person} />}>
      {facts.length === 0 && person.fields.length === 0 && <NothingYet>{words.nothing}</NothingYet>}
      {facts.length > 0 && (
        <DataList orientation="vertical" gap="xs">
          {facts.map(([key, label, value]) => (
            <DataList.Item key={key}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      )}
      <CustomFields person={person} />
    </Section>
  );
}
