import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useIsSecondKey } from '../../commands/use-shortcuts.ts';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { text } from '../../text/index.ts';
import classes from './duplicates-page.module.css';
import { PairDetail } from './pair-detail.tsx';
import { inWorkOrder, mergeOf, type Pair, pairKey, tellingReasons } from './pairs.ts';
import { useAnswers } from './use-answers.ts';

const words = text.duplicates;

/**
 * The pairs as a list that has the focus itself, and the pair under the cursor beside it. An answer brings the
 * next pair under the cursor, so that one key a pair is enough.
 */
export function PairList({ rows, total }: { rows: readonly Pair[]; total: number }) {
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const [cursor, setCursor] = useState(0);
  const answers = useAnswers();
  const pairs = inWorkOrder(rows, putOff);
  const active = Math.min(cursor, pairs.length - 1);
  const pair = pairs[active];
  if (pair === undefined) return null;
  const key = pairKey(pair);
  const later = (): void => setPutOff([...putOff.filter((other) => other !== key), key]);
  const answer = (what: 'same' | 'different'): void => {
    if (!answers.isPending) answers[what].mutate(pair);
  };
  return (
    <div className={classes.body}>
      <div className={classes.left}>
        <div className={`${classes.count} numbers`} role="status">
          {words.left(total)}
        </div>
        <PairBox
          pairs={pairs}
          active={active}
          onMove={setCursor}
          onAnswer={answer}
          onLater={later}
        />
        {total > rows.length && <p className={classes.more}>{words.more(total - rows.length)}</p>}
      </div>
      <PairDetail
        key={key}
        pair={pair}
        isPending={answers.isPending}
        onSame={() => answer('same')}
        onDifferent={() => answer('different')}
        onLater={later}
      />
    </div>
  );
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
