import IconHeart from '@tabler/icons-react/dist/esm/icons/IconHeart.mjs';
import IconPlant from '@tabler/icons-react/dist/esm/icons/IconPlant2.mjs';
import IconTargetArrow from '@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs';
import IconUsersPlus from '@tabler/icons-react/dist/esm/icons/IconUsersPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { text } from '../../text/index.ts';
import { OwedLine } from '../favours/thanks-section.tsx';
import { GoalLine, sharedGoals } from '../introductions/goal-line.tsx';
import { PairLine } from '../introductions/suggested-pairs.tsx';
import { TookLine } from '../introductions/took-list.tsx';
import { useLimit } from './line-section.tsx';
import { TodaySection } from './today-section.tsx';

const words = text.today.sections;

/** The first lines of an answer that comes as a whole, as a section shows them. */
function firstLines<Row>(data: readonly Row[] | undefined, limit: number) {
  return data === undefined ? undefined : { total: data.length, rows: data.slice(0, limit) };
}

/** Goals for which several were asked, and those of which one has worked while others still wait. */
export function GoalsSection() {
  const { limit, onShowAll } = useLimit(3);
  const { data, error } = useQuery(read('goals', 'list', {}));
  return (
    <TodaySection
      title={words.goals}
      icon={IconTargetArrow}
      answer={{ data: firstLines(data === undefined ? data : sharedGoals(data), limit), error }}
      keyOf={({ id }) => id}
      onShowAll={onShowAll}
    >
      {(goal) => <GoalLine goal={goal} />}
    </TodaySection>
  );
}

/** Introductions of mine that took and that I have not said "nice" to. */
export function TookSection() {
  const { limit, onShowAll } = useLimit(5);
  const { data, error } = useQuery(read('introductions', 'took', {}));
  const fresh = data?.filter(({ isAcknowledged }) => !isAcknowledged);
  return (
    <TodaySection
      title={words.took}
      icon={IconPlant}
      answer={{ data: firstLines(fresh, limit), error }}
      keyOf={({ introduction }) => introduction.id}
      onShowAll={onShowAll}
    >
      {(took) => <TookLine took={took} />}
    </TodaySection>
  );
}

/** Whom I have not thanked since they did something for me. */
export function ThanksOwedSection() {
  const { limit, onShowAll } = useLimit(3);
  const { data, error } = useQuery(read('favours', 'owed', {}));
  return (
    <TodaySection
      title={words.thanks}
      icon={IconHeart}
      answer={{ data: firstLines(data, limit), error }}
      keyOf={({ person }) => person.id}
      onShowAll={onShowAll}
    >
      {(owed) => <OwedLine owed={owed} />}
    </TodaySection>
  );
}

/** Two of my contacts who should meet: the best few. */
export function PairsSection() {
  const { limit, onShowAll } = useLimit(3);
  const { data, error } = useQuery(read('suggestions', 'pairs', {}));
  return (
    <TodaySection
      title={words.pairs}
      icon={IconUsersPlus}
      answer={{ data: firstLines(data, limit), error }}
      keyOf={({ a, b }) => `${a.id} ${b.id}`}
      onShowAll={onShowAll}
    >
      {(pair) => <PairLine pair={pair} />}
    </TodaySection>
  );
}
