import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

interface Suggestions {
  /** Ids of what is offered, in the order shown. */
  readonly ids: readonly string[];
  readonly isOpen: boolean;
  /** What the offer answers, i.e. the typed text: when it changes, the first is marked again. */
  readonly question: string;
  /** True while `ids` still belong to an earlier question. */
  readonly isPending?: boolean;
  /** Marks nothing until an arrow key is pressed, so that Enter stays with the field. */
  readonly startsUnmarked?: boolean;
  readonly onChoose: (id: string) => void;
  readonly onClose?: () => void;
}

/**
 * A combobox after the ARIA pattern. The marked suggestion is known by its id, not by its place in the list,
 * and Enter pressed before the answer has come waits for it: a late answer can never make Enter choose
 * something that was not shown as marked.
 */
export function useSuggestions(options: Suggestions) {
  const { ids, isOpen, question, isPending = false, startsUnmarked = false } = options;
  const listId = useId();
  const [mark, setMark] = useState<{ question: string; id: string } | null>(null);
  const kept = mark !== null && mark.question === question && ids.includes(mark.id);
  const markedId = kept ? mark.id : startsUnmarked ? null : (ids[0] ?? null);
  const waitToChoose = useChooseWhenReady(options, ids[0]);

  const move = (step: 1 | -1): void => {
    const now = markedId === null ? (step === 1 ? -1 : 0) : ids.indexOf(markedId);
    const next = ids[(now + step + ids.length) % ids.length];
    if (next === undefined) return;
    setMark({ question, id: next });
    document.getElementById(optionId(listId, next))?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && isPending && !startsUnmarked) waitToChoose();
    else if (event.key === 'Enter' && markedId !== null) options.onChoose(markedId);
    else if (event.key === 'Escape' && options.onClose !== undefined) options.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    markedId,
    inputProps: {
      role: 'combobox' as const,
      autoComplete: 'off',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && markedId !== null ? optionId(listId, markedId) : undefined,
      onKeyDown,
    },
    listProps: { id: listId, role: 'listbox' as const },
    optionProps: (id: string) => ({
      id: optionId(listId, id),
      role: 'option' as const,
      'aria-selected': id === markedId,
      // Keeps the focus in the field.
      onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
      // A list that opens under a mouse at rest gets a move event too; it must not decide what Enter does.
      onMouseMove: ({ movementX, movementY }: React.MouseEvent) => {
        if ((movementX !== 0 || movementY !== 0) && markedId !== id) setMark({ question, id });
      },
      onClick: () => options.onChoose(id),
    }),
  };
}

function optionId(listId: string, id: string): string {
  return `${listId}-${id}`;
}

function useChooseWhenReady(
  { question, isPending = false, onChoose }: Suggestions,
  first: string | undefined,
): () => void {
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    if (waiting.current === null || isPending) return;
    const asked = waiting.current;
    waiting.current = null;
    if (asked === question && first !== undefined) onChoose(first);
  }, [isPending, question, first, onChoose]);
  return () => {
    waiting.current = question;
  };
}
