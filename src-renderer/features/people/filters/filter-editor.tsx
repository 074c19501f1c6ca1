import { Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type PeopleSearch, readPeopleSearch } from '../../../people-search.ts';
import { text } from '../../../text/index.ts';
import { DayEditor } from './day-editor.tsx';
import type { FilterKind } from './filter-kinds.ts';
import {
  EventEditor,
  OrganisationEditor,
  PlatformEditor,
  TagEditor,
  TopicEditor,
} from './list-editors.tsx';

type Part = { [K in keyof PeopleSearch]: PeopleSearch[K] | undefined };

export interface EditorProps {
  search: PeopleSearch;
  /** Changes parts of the address; undefined takes one out. */
  put: (part: Part) => void;
}

interface FilterEditorProps {
  kind: FilterKind;
  search: PeopleSearch;
  onChange: (next: PeopleSearch) => void;
}

const words = text.peopleFilters;
const lastSpans = ['-30d', '-3m', '-1y'];
const beforeSpans = ['-3m', '-6m', '-1y', '-2y'];

/** The form of one kind of filter. What is chosen holds at once. */
export function FilterEditor({ kind, search, onChange }: FilterEditorProps): ReactNode {
  const put = (part: Part): void => onChange(readPeopleSearch({ ...search, ...part }));
  const editor = { search, put };
  switch (kind) {
    case 'tag':
      return <TagEditor {...editor} />;
    case 'platform':
      return <PlatformEditor {...editor} />;
    case 'organisation':
      return <OrganisationEditor {...editor} />;
    case 'topic':
      return <TopicEditor {...editor} />;
    case 'event':
      return <EventEditor {...editor} />;
    case 'role':
    case 'howMet':
      return (
        <TextInput
          data-autofocus
          label={words.words[kind]}
          placeholder={words.placeholders[kind]}
          value={search[kind] ?? ''}
          onChange={(event) => put({ [kind]: event.currentTarget.value })}
        />
      );
    case 'contact':
      return <ContactEditor {...editor} />;
    case 'met':
      return (
        <DayEditor
          label={words.kinds.met}
          last={lastSpans}
          before={['-1y']}
          from={search.metFrom}
          to={search.metTo}
          onChange={({ from, to }) => put({ metFrom: from, metTo: to })}
        />
      );
    case 'strength':
      return <StrengthEditor {...editor} />;
    case 'tie':
      return <EitherEditor kind={kind} value={search.tied} onChange={(tied) => put({ tied })} />;
    case 'rhythm':
    case 'email':
    case 'phone':
    case 'doNotAsk':
      return (
        <EitherEditor
          kind={kind}
          value={search[kind]}
          onChange={(value) => put({ [kind]: value })}
        />
      );
    case 'fading':
    case 'archived':
      return null;
  }
}

interface EitherEditorProps {
  kind: keyof typeof words.choices;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}

function EitherEditor({ kind, value, onChange }: EitherEditorProps) {
  const { yes, no } = words.choices[kind];
  return (
    <SegmentedControl
      fullWidth
      aria-label={words.kinds[kind]}
      data={[
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ]}
      value={String(value ?? true)}
      onChange={(next) => onChange(next === 'true')}
    />
  );
}

function ContactEditor({ search, put }: EditorProps) {
  const isNever = search.contact === false;
  return (
    <DayEditor
      label={words.kinds.contact}
      last={lastSpans}
      before={beforeSpans}
      from={search.contactFrom}
      to={search.contactTo}
      onChange={({ from, to }) => put({ contactFrom: from, contactTo: to, contact: undefined })}
      never={{
        label: words.contactPresets.never,
        isOn: isNever,
        onChoose: () => put({ contact: false, contactFrom: undefined, contactTo: undefined }),
      }}
    />
  );
}

const levels = [1, 2, 3, 4, 5] as const;
/** Levels begin at 0.2, 0.4, …; the end of one is just below the beginning of the next. */
const fromOf = (level: number): number => (level === 1 ? 0.001 : (level - 1) / 5);
const toOf = (level: number): number => (level === 5 ? 1 : level / 5 - 0.0001);

function StrengthEditor({ search, put }: EditorProps) {
  const levelOf = (value: number | undefined, bound: (level: number) => number): string =>
    String(levels.find((level) => value !== undefined && bound(level) >= value) ?? '');
  const data = [
    { value: '', label: words.anyStrength },
    ...levels.map((level) => ({
      value: String(level),
      label: text.common.strength.word(level),
    })),
  ];
  const boundOf = (value: string, bound: (level: number) => number): number | undefined =>
    value === '' ? undefined : bound(Number(value));
  return (
    <Group grow gap="xs">
      <NativeSelect
        data-autofocus
        label={words.strengthFrom}
        data={data}
        value={levelOf(search.strengthFrom, fromOf)}
        onChange={(event) => put({ strengthFrom: boundOf(event.currentTarget.value, fromOf) })}
      />
      <NativeSelect
        label={words.strengthTo}
        data={data}
        value={levelOf(search.strengthTo, toOf)}
        onChange={(event) => put({ strengthTo: boundOf(event.currentTarget.value, toOf) })}
      />
    </Group>
  );
}
