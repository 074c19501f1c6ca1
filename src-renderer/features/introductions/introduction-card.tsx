import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { useToday } from '../../commands/use-book.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { text } from '../../text/index.ts';
import { type IntroductionState, nearestState } from './board-states.ts';
import classes from './introduction-card.module.css';

const words = text.introductions;

interface IntroductionCardProps {
  introduction: Introduction;
  /** The introduction from which it descends. */
  cameFrom: Introduction | undefined;
  /** True for the card that an arrow key has just moved here. */
  takesFocus: boolean;
  onKeyMove: (introduction: Introduction, to: IntroductionState) => void;
  onOpen: (introduction: Introduction) => void;
}

/** A card of the board: a button that opens it, moved by drag or by the arrow keys. */
export function IntroductionCard({
  introduction,
  cameFrom,
  takesFocus,
  onKeyMove,
  onOpen,
}: IntroductionCardProps) {
  const ref = useDraggable(introduction, takesFocus);
  const { kind, introducer, first, second, outcome, goal, topic } = introduction;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const to = nearestState(introduction, event.key === 'ArrowLeft' ? 'left' : 'right');
    if (to === undefined) notifyError(new Error(words.noneThere));
    else onKeyMove(introduction, to);
  };
  const people = kind === 'make' ? [first, second] : [introducer, second];
  const about = [goal, topic?.name ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <button
      ref={ref}
      type="button"
      className={classes.root}
      aria-describedby="board-keys"
      data-introduction={introduction.id}
      onClick={() => onOpen(introduction)}
      onKeyDown={onKeyDown}
    >
      <span className={classes.avatars}>
        {people.map((person) => (
          <PersonAvatar key={person.id} person={person} size={24} />
        ))}
      </span>
      <span className={classes.title}>{words.title(introduction)}</span>
      {about !== '' && <span className={classes.about}>{about}</span>}
      {cameFrom !== undefined && (
        <span className={classes.about}>{words.cameFrom(words.title(cameFrom))}</span>
      )}
      {outcome !== null && <span className={classes.outcome}>{words.standing(introduction)}</span>}
      <Dates introduction={introduction} />
      {words.nextStep(introduction) !== '' && (
        <span className={classes.next}>{words.nextOf(introduction)}</span>
      )}
    </button>
  );
}

/** Since when it waits and when it comes back, or since when it stands where it is; before, when it began. */
function Dates({
  introduction: { state, since, remindOn, createdOn },
}: {
  introduction: Introduction;
}) {
  const today = useToday();
  const isDue = remindOn !== null && remindOn <= today;
  return (
    <>
      {createdOn < since && <span className={classes.date}>{words.began(createdOn)}</span>}
      <span className={isDue ? classes.due : classes.date}>
        {remindOn === null
          ? words.since(state, since)
          : isDue
            ? words.overdue(since)
            : words.remind(since, remindOn)}
      </span>
    </>
  );
}

function useDraggable(introduction: Introduction, takesFocus: boolean) {
  const ref = useRef<HTMLButtonElement>(null);
  const getData = useEffectEvent(() => ({ introduction }));
  const takeFocus = useEffectEvent(() => takesFocus && ref.current?.focus());
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    takeFocus();
    return draggable({ element, getInitialData: () => getData() });
  }, []);
  return ref;
}
