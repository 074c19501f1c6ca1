import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EventId, IntroductionId } from '../../../src-main/contract/common.ts';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { read } from '../../api.ts';
import { text } from '../../text/index.ts';

const words = text.introductions.descent;

export interface Descent {
  readonly cameFromId: IntroductionId | null;
  readonly eventId: EventId | null;
}

interface DescentFieldsProps {
  value: Descent;
  /** The introductions from which this one may have come. */
  choices: readonly Introduction[];
  onChange: (change: Partial<Descent>) => void;
}

/** From which introduction one came, and at which event it began. */
export function DescentFields({ value, choices, onChange }: DescentFieldsProps) {
  const { data: events } = useQuery(read('events', 'list', { limit: 500 }));
  const rows = events?.rows ?? [];
  const { cameFromId, eventId } = value;
  return (
    <>
      <Select
        label={words.cameFrom}
        placeholder={words.cameFromPlaceholder}
        data={choices.map((one) => ({
          value: String(one.id),
          label: text.introductions.title(one),
        }))}
        value={cameFromId === null ? null : String(cameFromId)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.clear(words.cameFrom) }}
        onChange={(chosen) =>
          onChange({ cameFromId: choices.find(({ id }) => String(id) === chosen)?.id ?? null })
        }
      />
      <Select
        label={words.event}
        placeholder={words.eventPlaceholder}
        data={rows.map(({ id, title }) => ({ value: String(id), label: title }))}
        value={eventId === null ? null : String(eventId)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.clear(words.event) }}
        onChange={(chosen) =>
          onChange({ eventId: rows.find(({ id }) => String(id) === chosen)?.id ?? null })
        }
      />
    </>
  );
}
