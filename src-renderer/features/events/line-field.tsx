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
    setClosed(true);
    onChange(next.line);
    // the caret can be set only once React has written the new text
    requestAnimationFrame(() => input.current?.setSelectionRange(next.caret, next.caret));
  };
  const list = useSuggestions({
    ids: names,
    isOpen: names.length > 0,
    question: completion?.query ?? '',
    startsUnmarked: true,
    onChoose: take,
    onClose: () => setClosed(true),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = names;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
      event.preventDefault();
      take(list.markedId ?? first);
      return;
    }
    if (isUndo && !event.shiftKey && line === '') {
      event.preventDefault();
      onUndo();
      return;
    }
    list.inputProps.onKeyDown(event);
    if (event.key === 'Enter' && !event.defaultPrevented && !event.nativeEvent.isComposing) {
      event.preventDefault();
      setClosed(true);
      onCommit();
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const lines = readLines(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    onPasteLines(lines);
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
          onPaste={onPaste}
          {...list.inputProps}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <div {...list.listProps} aria-label={words.completions}>
          {names.map((name) => (
            <div key={name} {...list.optionProps(name)} className={classes.option}>
              {name}
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Lines with something in them. */
export function readLines(pasted: string): string[] {
  return pasted
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
