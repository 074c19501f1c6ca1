import { Modal } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useRef, useState } from 'react';
import { Keys } from '../components/keys.tsx';
import { PersonAvatar } from '../components/person-avatar.tsx';
import { useSuggestions } from '../components/use-suggestions.ts';
import { text } from '../text/index.ts';
import classes from './palette.module.css';
import { findPageButtons } from './page-buttons.ts';
import { endTypeAhead, readTypeAhead } from './type-ahead.ts';
import { useUi } from './ui-context.tsx';
import type { Command } from './use-commands.ts';
import { type PaletteGroup, type PaletteItem, usePaletteItems } from './use-palette-items.ts';

/** Finds any person, event, company or page and runs any action, by keyboard. */
export function Palette({ commands }: { commands: readonly Command[] }) {
  const { opened, opening, close } = useUi();
  return (
    <Modal
      opened={opened === 'palette'}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size="38rem"
      padding={0}
      radius="lg"
      returnFocus={false}
      // A trap puts the focus into the field some frames later, by when somebody quick has left for another page. There
      // is but the field to hold, see its keys.
      trapFocus={false}
      // at once: it is opened to be typed into, and a fading over the whole window takes longer than the list
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35, transitionProps: { duration: 0 } }}
      attributes={{ content: { 'aria-label': text.frame.palette.title } }}
    >
      <PaletteBody key={opening} commands={commands} onDone={close} />
    </Modal>
  );
}

interface PaletteBodyProps {
  commands: readonly Command[];
  onDone: () => void;
}

function PaletteBody({ commands, onDone }: PaletteBodyProps) {
  const [typed, setTyped] = useState(readTypeAhead);
  // the field is there as soon as this is drawn
  useEffect(() => endTypeAhead(), []);
  // looked up once: while the palette is open, the page beneath it stays as it is
  const [buttons] = useState(findPageButtons);
  const { groups, isPending, isFirstKnown } = usePaletteItems(typed, commands, buttons);
  const items = groups.flatMap((group) => group.items);
  const input = useRef<HTMLInputElement>(null);
  const release = useHeldFocus(input);
  const leave = (): void => {
    release();
    onDone();
  };
  const list = useSuggestions({
    ids: items.map((item) => item.id),
    isOpen: true,
    question: typed,
    isPending: isPending && !isFirstKnown,
    onChoose: (id) => {
      leave();
      items.find((item) => item.id === id)?.run();
    },
    onClose: leave,
  });
  const words = text.frame.palette;
  const isEmpty = items.length === 0 && !isPending;
  return (
    <div>
      <div className={classes.box}>
        <IconSearch size={19} aria-hidden />
        <input
          ref={input}
          className={classes.input}
          aria-label={words.title}
          placeholder={words.placeholder}
          spellCheck={false}
          value={typed}
          autoFocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          {...list.inputProps}
          onKeyDown={(event) => {
            if (event.key === 'Tab') event.preventDefault();
            else list.inputProps.onKeyDown(event);
          }}
        />
      </div>
      <div className={classes.list} {...list.listProps} aria-label={words.title}>
        {groups.map((group) => (
          <PaletteSection key={group.label} group={group} optionProps={list.optionProps} />
        ))}
      </div>
      <div role="status" className={isEmpty ? classes.nothing : 'hidden-visually'}>
        {isPending ? '' : isEmpty ? words.nothing(typed.trim()) : words.results(items.length)}
      </div>
      <div className={classes.foot}>{words.keys}</div>
    </div>
  );
}

/**
 * Takes the focus back from a page that shows itself only now, beneath the palette, and puts the focus into a field of
 * its own: what is being typed is meant for the palette. Call what is returned before the palette is left.
 */
function useHeldFocus(input: React.RefObject<HTMLInputElement | null>): () => void {
  const isLeft = useRef(false);
  useEffect(() => {
    const takeBack = (event: FocusEvent): void => {
      const isBeneath = event.target instanceof Element && event.target.closest('main') !== null;
      if (isBeneath && !isLeft.current) input.current?.focus();
    };
    document.addEventListener('focusin', takeBack);
    return () => document.removeEventListener('focusin', takeBack);
  }, [input]);
  return () => {
    isLeft.current = true;
  };
}

interface PaletteSectionProps {
  group: PaletteGroup;
  optionProps: ReturnType<typeof useSuggestions>['optionProps'];
}

function PaletteSection({ group, optionProps }: PaletteSectionProps) {
  return (
    <div role="group" aria-label={group.label} className={classes.group}>
      <div className={classes.groupLabel} aria-hidden="true">
        {group.label}
      </div>
      {group.items.map((item) => (
        <div key={item.id} {...optionProps(item.id)} className={classes.option}>
          <ItemIcon item={item} />
          <span className={classes.label}>{item.label}</span>
          <span className={classes.hint}>{item.hint}</span>
          {item.shortcut !== null && <Keys shortcut={item.shortcut} />}
        </div>
      ))}
    </div>
  );
}

function ItemIcon({ item }: { item: PaletteItem }) {
  if (item.person !== null) return <PersonAvatar person={item.person} size={24} />;
  const Icon = item.icon;
  return (
    <span className={classes.icon}>
      {Icon !== null && <Icon size={18} stroke={1.7} aria-hidden />}
    </span>
  );
}
