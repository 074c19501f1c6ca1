import { ActionIcon, UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import type { ReachPart } from '../../../src-main/contract/reach.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { ReportSize } from '../../components/report-size.tsx';
import { Section } from '../../components/section.tsx';
import { usePlatformNames } from '../../components/use-platform-names.ts';
import { text } from '../../text/index.ts';
import type { Reached } from './reach-answer.tsx';
import classes from './reach-members.module.css';

const words = text.reach.each;
type Member = Reached['each'][number];

interface ReachMembersProps {
  reached: Reached;
  /** Another order, or fewer people. */
  onPeople: (people: PersonId[]) => void;
  onShow: (part: ReachPart) => void;
}

/** Those who pass it on, in their order, with what each one adds to those before and what it alone reaches. */
export function ReachMembers({ reached, onPeople, onShow }: ReachMembersProps) {
  const order = reached.through.map(({ id }) => id);
  const largest = Math.max(
    1,
    ...reached.each.map((member) => member.addsNew + reportedNew(member)),
  );
  const move = (from: number, to: number): void => {
    const next = order.toSpliced(from, 1);
    next.splice(to, 0, ...order.slice(from, from + 1));
    onPeople(next);
  };
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{words.hint}</p>
      <ol className={classes.list}>
        {reached.through.map((person, at) => {
          const member = reached.each.find(({ id }) => id === person.id);
          if (member === undefined) return null;
          return (
            <li key={person.id} className={classes.row}>
              <PersonLink person={person} size={32} />
              <MemberBar member={member} largest={largest} />
              <MemberFigures member={member} onShow={onShow} />
              <div className={classes.actions}>
                <MoveButtons person={person} at={at} last={order.length - 1} onMove={move} />
                <ReportSize
                  person={{ id: person.id, isMe: false }}
                  label={words.report(person.name)}
                />
                <ActionIcon
                  aria-label={text.common.takeOut(person.name)}
                  title={text.common.takeOut(person.name)}
                  onClick={() => onPeople(order.toSpliced(at, 1))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </div>
            </li>
          );
        })}
      </ol>
      <Legend hasReported={reached.each.some(({ reported }) => reported.length > 0)} />
    </Section>
  );
}

/** New people through a member's networks that are known by size only; what is shared counts as none if unknown. */
function reportedNew({ reported }: Member): number {
  return reported.reduce(
    (sum, { size, sharedWithMe }) => sum + Math.max(0, size - (sharedWithMe ?? 0)),
    0,
  );
}

function MemberBar({ member, largest }: { member: Member; largest: number }) {
  const part = (className: string | undefined, people: number) =>
    people > 0 && <span className={className} style={{ width: `${(people / largest) * 100}%` }} />;
  return (
    <span className={classes.track} aria-hidden="true">
      {part(classes.only, member.exclusiveNew)}
      {part(classes.shared, member.addsNew - member.exclusiveNew)}
      {part(classes.reported, reportedNew(member))}
    </span>
  );
}

function MemberFigures({ member, onShow }: { member: Member; onShow: (part: ReachPart) => void }) {
  const { id, name, addsNew, exclusiveNew, reported } = member;
  const platformName = usePlatformNames();
  return (
    <div className={`${classes.figures} numbers`}>
      <UnstyledButton
        className={classes.figure}
        aria-label={words.addsShow(name, addsNew)}
        onClick={() => onShow({ kind: 'adds', of: id })}
      >
        {words.adds(addsNew)}
      </UnstyledButton>
      <UnstyledButton
        className={classes.quietFigure}
        aria-label={words.onlyShow(name, exclusiveNew)}
        onClick={() => onShow({ kind: 'exclusive', of: id })}
      >
        {words.only(exclusiveNew)}
      </UnstyledButton>
      {reported.map(({ platform, size, sharedWithMe, seenOn }) => (
        <span key={platform} className={classes.reportedWords}>
          {words.reported(platformName(platform), size, sharedWithMe, seenOn)}
        </span>
      ))}
    </div>
  );
}

interface MoveButtonsProps {
  person: PersonRef;
  at: number;
  last: number;
  onMove: (from: number, to: number) => void;
}

function MoveButtons({ person, at, last, onMove }: MoveButtonsProps) {
  const steps = [
    { to: at - 1, label: words.up(person.name), Icon: IconChevronUp },
    { to: at + 1, label: words.down(person.name), Icon: IconChevronDown },
  ];
  return steps.map(({ to, label, Icon }) => (
    <ActionIcon
      key={label}
      aria-label={label}
      title={label}
      disabled={to < 0 || to > last}
      onClick={() => onMove(at, to)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  ));
}

function Legend({ hasReported }: { hasReported: boolean }) {
  const entries = [
    { swatch: classes.only, word: words.legend.only },
    { swatch: classes.shared, word: words.legend.shared },
    ...(hasReported ? [{ swatch: classes.reported, word: words.legend.reported }] : []),
  ];
  return (
    <ul className={classes.legend}>
      {entries.map(({ swatch, word }) => (
        <li key={word}>
          <span className={`${classes.swatch} ${swatch}`} aria-hidden="true" /> {word}
        </li>
      ))}
    </ul>
  );
}
