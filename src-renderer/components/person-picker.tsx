import { CloseButton, Input, Popover, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { PersonId, PersonRef } from '../../src-main/contract/common.ts';
import { type Answer, read } from '../api.ts';
import { text } from '../text/index.ts';
import { PersonAvatar } from './person-avatar.tsx';
import classes from './person-picker.module.css';
import { useSuggestions } from './use-suggestions.ts';

interface PersonPickerProps {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  /** The chosen person, or null. */
  value: PersonRef | null;
  onChange: (person: PersonRef | null) => void;
  /** People who cannot be chosen here. */
  without?: readonly PersonId[];
  /** Offers to make a person of what was typed; called with the name. */
  onCreate?: (name: string) => void;
  autoFocus?: boolean;
}

/** A box that completes names: type, arrow keys, Enter. Once chosen, shows the person and a way to clear it. */
export function PersonPicker(props: PersonPickerProps) {
  const { label, description, value, onChange } = props;
  const inputId = useId();
  const [focusNext, setFocusNext] = useState(false);
  const [wasChosenHere, setChosenHere] = useState(false);
  const choose = (person: PersonRef | null): void => {
    setChosenHere(true);
    onChange(person);
  };
  if (value === null) {
    return (
      <PickerInput
        {...props}
        id={inputId}
        autoFocus={focusNext || props.autoFocus === true}
        onChange={choose}
      />
    );
  }
  return (
    <Input.Wrapper label={label} description={description} labelElement="div">
      <div
        className={classes.chosen}
        role="group"
        aria-label={`${label}: ${value.name}`}
        tabIndex={-1}
        // the box that had the focus is gone: without one, Tab would leave the window that this stands in
        ref={wasChosenHere ? takeFocus : undefined}
      >
        <PersonAvatar person={value} size={24} />
        <span className={classes.name}>{value.name}</span>
        <CloseButton
          size="sm"
          aria-label={`${text.common.picker.clear}: ${label}`}
          onClick={() => {
            setFocusNext(true);
            onChange(null);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

const createOption = 'create';

function usePeopleMatching(typed: string, isOpen: boolean, without: readonly PersonId[] = []) {
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...read('people', 'complete', { text: typed, limit: 12 }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const people = (data ?? []).filter((person) => !without.includes(person.id)).slice(0, 8);
  return { people, isPending: isPlaceholderData || (isFetching && data === undefined) };
}

function PickerInput({ id, autoFocus, ...props }: PersonPickerProps & { id: string }) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { people, isPending } = usePeopleMatching(typed, isOpen, props.without);
  const canCreate = props.onCreate !== undefined && typed.trim() !== '' && !isPending;
  const list = useSuggestions({
    ids: [...people.map((person) => String(person.id)), ...(canCreate ? [createOption] : [])],
    isOpen,
    question: typed,
    isPending,
    onChoose: (optionKey) => {
      setOpen(false);
      setTyped('');
      if (optionKey === createOption) props.onCreate?.(typed.trim());
      else props.onChange(people.find((person) => String(person.id) === optionKey) ?? null);
    },
    onClose: () => setOpen(false),
  });
  return (
    <Popover
      opened={isOpen}
      width="target"
      position="bottom-start"
      withRoles={false}
      onDismiss={() => setOpen(false)}
    >
      <Popover.Target>
        <TextInput
          id={id}
          label={props.label}
          description={props.description}
          placeholder={props.placeholder ?? text.common.picker.placeholder}
          value={typed}
          data-autofocus={autoFocus === true || undefined}
          autoFocus={autoFocus === true}
          onInput={() => setOpen(true)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          {...list.inputProps}
          onKeyDown={(event) => {
            if (!isOpen && event.key === 'ArrowDown') setOpen(true);
            list.inputProps.onKeyDown(event);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <PickerList
          label={props.label}
          people={people}
          list={list}
          typed={typed}
          isPending={isPending}
          canCreate={canCreate}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface PickerListProps {
  label: string;
  people: Answer<'people', 'complete'>;
  list: Pick<ReturnType<typeof useSuggestions>, 'listProps' | 'optionProps'>;
  typed: string;
  isPending: boolean;
  canCreate: boolean;
}

function PickerList({ label, people, list, typed, isPending, canCreate }: PickerListProps) {
  const words = text.common.picker;
  const nothing = typed === '' ? words.keepTyping : words.nobody(typed);
  const found = people.length > 0 ? words.found(people.length) : nothing;
  return (
    <>
      <div {...list.listProps} aria-label={label} className={classes.list}>
        {people.map((person) => (
          <div key={person.id} {...list.optionProps(String(person.id))} className={classes.option}>
            <PersonAvatar person={person} size={26} />
            <span className={classes.words}>
              <span className={classes.name}>{person.name}</span>
              <span className={classes.hint}>{person.hint}</span>
            </span>
          </div>
        ))}
        {canCreate && (
          <div {...list.optionProps(createOption)} className={classes.option}>
            {words.create(typed.trim())}
          </div>
        )}
      </div>
      <div role="status" className={people.length > 0 ? 'hidden-visually' : classes.empty}>
        {isPending ? text.common.loading : found}
      </div>
    </>
  );
}
