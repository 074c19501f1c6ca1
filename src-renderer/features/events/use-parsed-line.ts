import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EventId } from '../../../src-main/contract/common.ts';
import type { Chip } from '../../../src-main/contract/events.ts';
import { read } from '../../api.ts';

/** Long enough to skip letters typed in a burst, short enough to feel immediate; in milliseconds. */
const pause = 90;

/** How the store understands the line as typed so far; the former answer stays until the new one is there. */
export function useParsedLine(eventId: EventId, line: string): { chips: readonly Chip[] } {
  const [settled] = useDebouncedValue(line, pause);
  const { data } = useQuery({
    ...read('events', 'parseLine', { id: eventId, text: settled }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
  });
  // an emptied field has no chips, even while the last answer is still kept
  return { chips: line.trim() === '' ? [] : (data?.chips ?? []) };
}
