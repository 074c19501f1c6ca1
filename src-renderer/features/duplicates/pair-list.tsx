import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useIsSecondKey } from '../../commands/use-shortcuts.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import type { RunningJob } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import classes from './duplicates-page.module.css';
import { PairDetail } from './pair-detail.tsx';
import { inWorkOrder, mergeOf, type Pair, pairKey, tellingReasons } from './pairs.ts';
import { useAnswers } from './use-answers.ts';

const words = text.duplicates;

interface PairListProps {
  rows: readonly Pair[];
  total: number;
  /** Others are still looked for. */
  isLooking: boolean;
  job: RunningJob | null;
}

/**
 * The pairs as a list that has the focus itself, and the pair under the cursor beside it. An answer brings the
 * next pair under the cursor, so that one key a pair is enough.
 */
export function PairList({ rows, total, isLooking, job }: PairListProps) {
  const { active, moveTo, pairs, putOff, stay } = usePairCursor(rows);
  const answers = useAnswers();
  const pair = pairs[active];
  if (pair === undefined) return null;
  const answer = (what: 'same' | 'different'): void => {
    if (answers.isPending) return;
    stay();
    answers[what].mutate(pair);
  };
  return (
    <div className={classes.body}>
      <div className={classes.left}>
        <div className={`${classes.count} numbers`} role="status">
          {isLooking ? words.soFar(total) : words.left(total)}
        </div>
        <PairBox pairs={pairs} active={active} onMove={moveTo} onAnswer={answer} onLater={putOff} />
        {isLooking && (
          <div className={classes.more}>
            <JobProgress job={job} label={words.stillLooking} />
          </div>
        )}
        {total > rows.length && <p className={classes.more}>{words.more(total - rows.length)}</p>}
      </div>
      <PairDetail
        key={pairKey(pair)}
        pair={pair}
        isPending={answers.isPending}
        onSame={() => answer('same')}
        onDifferent={() => answer('different')}
        onLater={putOff}
      />
    </div>
  );
}

/**
 * Which pair is under the cursor. It is held by who they are, for the order changes when more pairs are found: a key
 * must never answer for another pair than the one that was read. Only when a pair has gone, what is at its place counts.
 */
function usePairCursor(rows: readonly Pair[]) {
  const [later, setLater] = useState<readonly string[]>([]);
  const [cursor, setCursor] = useState(() => ({ key: keyAt(rows, 0), index: 0 }));
  const pairs = inWorkOrder(rows, later);
  const held = pairs.findIndex((pair) => pairKey(pair) === cursor.key);
  const active = held < 0 ? Math.min(cursor.index, pairs.length - 1) : held;
  const moveTo = (index: number, among = pairs): void =>
    setCursor({ key: keyAt(among, index), index });
  return {
    pairs,
    active,
    moveTo: (index: number) => moveTo(index),
    stay: () => moveTo(active),
    putOff: () => {
      const key = keyAt(pairs, active);
      const next = [...later.filter((other) => other !== key), key];
      setLater(next);
      moveTo(active, inWorkOrder(rows, next));
    },
  };
}

function keyAt(pairs: readonly Pair[], index: number): string {
  const pair = pairs[index];
  return pair === undefined ? '' : pairKey(pair);
}

interface PairBoxProps {
  pairs: readonly Pair[];
  active: number;
  onMove: (index: number) => void;
  onAnswer: (answer: 'same' | 'different') => void;
  onLater: () => void;
}

function PairBox({ pairs, active, onMove, onAnswer, onLater }: PairBoxProps) {
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const isSecondKey = useIsSecondKey();
  const pair = pairs[active];
  const activeId = pair === undefined ? undefined : `pair-${pairKey(pair)}`;
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    if (activeId !== undefined)
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const acts = new Map<string, () => void>([
    ['ArrowDown', () => onMove(Math.min(active + 1, pairs.length - 1))],
    ['ArrowUp', () => onMove(Math.max(active - 1, 0))],
    ['Home', () => onMove(0)],
    ['End', () => onMove(pairs.length - 1)],
    ['s', () => onAnswer('same')],
    ['d', () => onAnswer('different')],
    ['l', onLater],
    [
      'Enter',
      () => {
        if (pair !== undefined) void navigate({ to: '/merge', search: mergeOf(pair) });
      },
    ],
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSecond = isSecondKey(event.nativeEvent);
    if (isSecond || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={words.listLabel}
      aria-activedescendant={activeId}
      className={classes.list}
      onKeyDown={onKeyDown}
    >
      {pairs.map((item, index) => (
        <PairOption
          key={pairKey(item)}
          pair={item}
          isActive={index === active}
          onChoose={() => onMove(index)}
        />
      ))}
    </div>
  );
}

interface PairOptionProps {
  pair: Pair;
  isActive: boolean;
  onChoose: () => void;
}

function PairOption({ pair, isActive, onChoose }: PairOptionProps) {
  const { a, b, reasons, score } = pair;
  return (
    <div
      role="option"
      id={`pair-${pairKey(pair)}`}
      aria-selected={isActive}
      className={classes.option}
      onClick={onChoose}
    >
      <span className={classes.avatars}>
        <PersonAvatar person={a} size={28} />
        <PersonAvatar person={b} size={28} />
      </span>
      <span className={classes.names}>
        <span className={classes.name}>{a.name === b.name ? a.name : `${a.name} · ${b.name}`}</span>
        <span className={classes.reasons}>
          {tellingReasons(reasons).map(words.reason).join(', ')}
        </span>
      </span>
      <span className={classes.score} data-sure={pair.isSure}>
        {words.score(score)}
      </span>
    </div>
  );
}
