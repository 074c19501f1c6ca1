import { Popover, TextInput } from '@mantine/core';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useSuggestions } from '../../components/use-suggestions.ts';
import { flushSync } from 'react-dom';
import { text } from '../../text/index.ts';
import { complete, completionAt } from './line-completion.ts';
import classes from './line-field.module.css';
import { useCompletions } from './use-completions.ts';

const words = text.events.log;

interface LineFieldProps {
  ref?: Ref<HTMLInputElement>;
  line: string;
  onChange: (line: string) => void;
  /** Enter. */
  onCommit: () => void;
  /** Ctrl+Z in the empty field: there is nothing of its own to take back. */
  onUndo: () => void;
  /** Several lines were pasted at once. */
  onPasteLines: (lines: string[]) => void;
}

/**
 * The field of the log. Names are completed while typing; Enter always commits the line unless a completion has
 * been marked with the arrow keys, and Tab takes the first one.
 */
export function LineField({ ref, line, onChange, onCommit, onUndo, onPasteLines }: LineFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement, []);
  const [caret, setCaret] = useState(0);
  const [isClosed, setClosed] = useState(true);
  const completion = isClosed ? null : completionAt(line, caret);
  const names = useCompletions(completion);
  const take = (name: string): void => {
    if (completion === null) return;
    const next = complete(line, completion, name);
    // written at once, for the caret can be set only then: a key that comes before it would stand in the wrong place
    flushSync(() => {
      setClosed(true);
      onChange(next.line);
    });
    input.current?.setSelectionRange(next.caret, next.caret);
  };
  const list = useSuggestions({
    ids: names,
    isOpen: names.length > 0,
    question: completion?.query ?? '',
    startsUnmarked: true,
    onChoose: take,
    onClose: () => setClosed(true),
  });
  const commit = (): void => {
    setClosed(true);
    onCommit();
  };
  return (
    <Popover opened={names.length > 0} position="bottom-start" withRoles={false} shadow="md">
      <Popover.Target>
        <TextInput
          ref={input}
          size="lg"
          label={words.label}
          placeholder={words.placeholder}
          autoFocus
          spellCheck={false}
          value={line}
          onChange={(event) => {
            setClosed(false);
            setCaret(event.currentTarget.selectionStart ?? 0);
            onChange(event.currentTarget.value);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onBlur={() => setClosed(true)}
          onPaste={(event) => takeLines(event, onPasteLines)}
          {...list.inputProps}
          onKeyDown={(event) => onKey(event, { line, names, list, take, onUndo, commit })}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <NameList names={names} list={list} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface KeyParts extends NameListProps, Pick<LineFieldProps, 'line' | 'onUndo'> {
  take: (name: string) => void;
  commit: () => void;
}

/** Tab takes a completion, Ctrl+Z in the empty field takes back the last line, Enter commits what is typed. */
function onKey(event: KeyboardEvent, parts: KeyParts): void {
  const { line, names, list } = parts;
  const [first] = names;
  if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
    event.preventDefault();
    parts.take(list.markedId ?? first);
  } else if (isUndo(event) && line === '') {
    event.preventDefault();
    parts.onUndo();
  } else {
    list.inputProps.onKeyDown(event);
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    parts.commit();
  }
}

interface NameListProps {
  names: readonly string[];
  list: ReturnType<typeof useSuggestions>;
}

function NameList({ names, list }: NameListProps) {
  return (
    <div {...list.listProps} aria-label={words.completions}>
      {names.map((name) => (
        <div key={name} {...list.optionProps(name)} className={classes.option}>
          {name}
        </div>
      ))}
    </div>
  );
}

function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
}

/** One pasted line stays with the field; several are handed on. */
function takeLines(event: ClipboardEvent, onLines: (lines: string[]) => void): void {
  const lines = readLines(event.clipboardData.getData('text/plain'));
  if (lines.length < 2) return;
  event.preventDefault();
  onLines(lines);
}

/** Lines with something in them. */
export function readLines(pasted: string): string[] {
  return pasted
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
