import { CloseButton, Popover, TextInput } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import IconAbc from '@tabler/icons-react/dist/esm/icons/IconAbc.mjs';
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import IconGift from '@tabler/icons-react/dist/esm/icons/IconGift.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AskTarget } from '../../../src-main/contract/networks.ts';
import { type Answer, read } from '../../api.ts';
import { useSuggestions } from '../../components/use-suggestions.ts';
import { text } from '../../text/index.ts';
import classes from './ask-box.module.css';
import { keyOfTarget } from './target-search.ts';

const words = text.ask;
type Interpretation = Answer<'chains', 'understand'>['readings'][number];

const icons: Record<AskTarget['kind'], TablerIcon> = {
  people: IconUser,
  organisation: IconBuilding,
  offers: IconGift,
  needs: IconHelpCircle,
  tag: IconTag,
  text: IconAbc,
};

/** The one box. It shows how it understands what is typed, and Enter takes the best reading. */
export function AskBox({ onChoose }: { onChoose: (target: AskTarget, typed: string) => void }) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const { readings, unknown, isPending } = useReadings(typed, isOpen);
  const list = useSuggestions({
    ids: readings.map(keyOf),
    isOpen,
    question: typed,
    isPending,
    onChoose: (key) => {
      const chosen = readings.find((reading) => keyOf(reading) === key);
      if (chosen === undefined) return;
      setOpen(false);
      setTyped(chosen.label);
      box.current?.select();
      onChoose(chosen.target, typed);
    },
    onClose: () => setOpen(false),
  });
  const clear = (): void => {
    setTyped('');
    box.current?.focus();
  };
  return (
    <Popover
      opened={isOpen && typed.trim() !== ''}
      width="target"
      position="bottom-start"
      withRoles={false}
      onDismiss={() => setOpen(false)}
    >
      <Popover.Target>
        <TextInput
          ref={box}
          size="lg"
          radius="lg"
          aria-label={words.box}
          placeholder={words.placeholder}
          leftSection={<IconSearch size={20} stroke={1.6} aria-hidden />}
          rightSection={typed !== '' && <ClearButton onClear={clear} />}
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          {...list.inputProps}
        />
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <ReadingList readings={readings} list={list} />
        <div role="status" className={readings.length > 0 ? 'hidden-visually' : classes.nothing}>
          {isPending ? text.common.loading : readings.length === 0 && words.nothing(unknown)}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function ClearButton({ onClear }: { onClear: () => void }) {
  return <CloseButton aria-label={words.clear} onClick={onClear} />;
}

interface ReadingListProps {
  readings: readonly Interpretation[];
  list: ReturnType<typeof useSuggestions>;
}

function ReadingList({ readings, list }: ReadingListProps) {
  return (
    <div {...list.listProps} aria-label={words.box}>
      {readings.map((reading) => (
        <div key={keyOf(reading)} {...list.optionProps(keyOf(reading))} className={classes.option}>
          <ReadingLine reading={reading} />
        </div>
      ))}
    </div>
  );
}

function useReadings(typed: string, isOpen: boolean) {
  const question = typed.trim();
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...read('chains', 'understand', { text: question, limit: 9 }),
    enabled: isOpen && question !== '',
    placeholderData: keepPreviousData,
  });
  return {
    readings: question === '' ? [] : (data?.readings ?? []),
    unknown: data?.unknown ?? [],
    isPending: isPlaceholderData || (isFetching && data === undefined),
  };
}

function keyOf({ target }: Interpretation): string {
  return keyOfTarget(target);
}

function ReadingLine({ reading }: { reading: Interpretation }) {
  const Icon = icons[reading.target.kind];
  const { without } = reading;
  const hints = [
    without.length > 0 ? words.understood.withoutOption(without) : '',
    reading.hint,
    reading.misspelt === null ? '' : words.understood.misspeltOption(reading.misspelt),
  ];
  const hint = hints.filter((part) => part !== '').join(' · ');
  return (
    <>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes.label}>{reading.label}</span>
      {hint !== '' && <span className={classes.hint}>{hint}</span>}
      <span className={`${classes.people} numbers`}>
        {reading.target.kind === 'people' ? words.kinds.people : words.people(reading.people)}
      </span>
    </>
  );
}
