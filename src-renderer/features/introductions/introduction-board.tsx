import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SuggestedPair } from '../../../src-main/contract/suggestions.ts';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { boardStates, type IntroductionState } from './board-states.ts';
import classes from './introduction-board.module.css';
import { IntroductionCard } from './introduction-card.tsx';
import { RefusedPairs, shownPairs, SuggestedPairs } from './suggested-pairs.tsx';

const words = text.introductions;

interface ColumnProps extends IntroductionBoardProps {
  state: IntroductionState;
  /** Those of all columns. */
  all: readonly Introduction[];
  /** The card that an arrow key has just moved: made anew in its new column, it takes the focus again. */
  movedId: number | null;
  onKeyMove: (introduction: Introduction, to: IntroductionState) => void;
}

interface IntroductionBoardProps {
  /** Pairs worth introducing: a column before the ideas. */
  suggested: readonly SuggestedPair[];
  introductions: readonly Introduction[];
  onMove: (introduction: Introduction, to: IntroductionState) => void;
  onOpen: (introduction: Introduction) => void;
}

/** One column a state. Cards are dragged with the mouse, or moved with the arrow keys while focused. */
export function IntroductionBoard(props: IntroductionBoardProps) {
  const [movedId, setMovedId] = useState<number | null>(null);
  const onKeyMove = (introduction: Introduction, to: IntroductionState): void => {
    setMovedId(introduction.id);
    props.onMove(introduction, to);
  };
  return (
    <>
      <p className={classes.keys} id="board-keys">
        {words.keys}
      </p>
      <div className={classes.board} data-board>
        <SuggestedColumn pairs={props.suggested} />
        {boardStates.map((state) => (
          <BoardColumn
            key={state}
            {...props}
            movedId={movedId}
            onKeyMove={onKeyMove}
            state={state}
            introductions={props.introductions.filter((one) => one.state === state)}
            all={props.introductions}
          />
        ))}
      </div>
    </>
  );
}

function SuggestedColumn({ pairs }: { pairs: readonly SuggestedPair[] }) {
  const shown = pairs.slice(0, shownPairs);
  const { suggested } = words;
  return (
    <section className={classes.column} aria-label={suggested.label(shown.length)}>
      <h2 className={classes.title}>
        {suggested.title}
        <span className={`${classes.total} numbers`}>{count(shown.length)}</span>
      </h2>
      <div className={classes.cards}>
        <SuggestedPairs pairs={shown} />
        {shown.length === 0 && <p className={classes.empty}>{suggested.none}</p>}
        <RefusedPairs />
      </div>
    </section>
  );
}

function BoardColumn(props: ColumnProps) {
  const { state, introductions, onMove } = props;
  const { ref, isOver } = useDropTarget(state, onMove);
  return (
    <section
      ref={ref}
      className={classes.column}
      data-over={isOver || undefined}
      aria-label={words.column(state, introductions.length)}
    >
      <h2 className={classes.title}>
        {words.state(state)}
        <span className={`${classes.total} numbers`}>{count(introductions.length)}</span>
      </h2>
      <ul className={classes.cards}>
        {introductions.map((introduction) => (
          <li key={introduction.id}>
            <IntroductionCard
              introduction={introduction}
              cameFrom={props.all.find(({ id }) => id === introduction.cameFromId)}
              takesFocus={introduction.id === props.movedId}
              onKeyMove={props.onKeyMove}
              onOpen={props.onOpen}
            />
          </li>
        ))}
      </ul>
      {introductions.length === 0 && <p className={classes.empty}>{words.emptyColumn}</p>}
    </section>
  );
}

/** Takes cards dropped on a column. What is dragged is the introduction itself: see IntroductionCard. */
function useDropTarget(state: IntroductionState, onMove: IntroductionBoardProps['onMove']) {
  const ref = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent((introduction: Introduction) => {
    setOver(false);
    onMove(introduction, state);
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    return dropTargetForElements({
      element,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => drop(source.data['introduction'] as Introduction),
    });
  }, []);
  return { ref, isOver };
}
