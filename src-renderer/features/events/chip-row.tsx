import { Button } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs';
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import IconGift from '@tabler/icons-react/dist/esm/icons/IconGift.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserShare from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { Chip } from '../../../src-main/contract/events.ts';
import { text } from '../../text/index.ts';
import classes from './chip-row.module.css';
import type { Picks } from './use-line-log.ts';

const words = text.events.log;

const icons: Record<Chip['kind'], TablerIcon> = {
  person: IconUser,
  organisation: IconBuilding,
  title: IconBriefcase,
  tag: IconTag,
  needs: IconHelpCircle,
  offers: IconGift,
  email: IconMail,
  phone: IconPhone,
  url: IconLink,
  knows: IconUsers,
  via: IconUserShare,
  follow_up: IconBell,
  note: IconNote,
};
const noPicks: Picks = new Map();

/** Kinds that are looked up in the book, so that "known" or "new" means something. */
const lookedUp: readonly Chip['kind'][] = [
  'person',
  'organisation',
  'tag',
  'needs',
  'offers',
  'knows',
  'via',
];

interface ChipRowProps {
  chips: readonly Chip[];
  picks?: Picks;
  /** Answers what the line leaves open; left out, the problems are only said. */
  onPick?: (chip: number, person: PersonId | null) => void;
  /** Names the row when it is not the one being typed. */
  label?: string;
}

/** The line shown back as it is understood, with what has to be asked. */
export function ChipRow({ chips, picks = noPicks, onPick, label }: ChipRowProps) {
  // only the line being typed is read out as it changes
  const role = label === undefined ? 'status' : 'group';
  return (
    <div className={classes.root} role={role} aria-label={label ?? words.chips}>
      {chips.map((chip, index) => (
        <ChipView key={`${index} ${chip.kind}`} chip={chip} />
      ))}
      {chips.map((chip, index) =>
        chip.problem === null || picks.has(index) ? null : (
          <Question
            key={`question ${index}`}
            chip={chip}
            onPick={onPick === undefined ? undefined : (person) => onPick(index, person)}
          />
        ),
      )}
    </div>
  );
}

function ChipView({ chip }: { chip: Chip }) {
  const Icon = icons[chip.kind];
  return (
    <span
      className={classes.chip}
      data-kind={chip.kind}
      data-problem={chip.problem !== null || undefined}
    >
      <Icon size={14} stroke={1.7} aria-hidden />
      <span className={classes.kind}>{words.chip(chip.kind)}</span>{' '}
      <span className={classes.text}>
        {chip.kind === 'follow_up' && chip.dueOn !== null ? words.due(chip.dueOn) : chip.text}
      </span>{' '}
      {lookedUp.includes(chip.kind) && (
        <span className={classes.status}>{chip.isNew ? words.isNew : words.known}</span>
      )}
    </span>
  );
}

interface QuestionProps {
  chip: Chip;
  onPick: ((person: PersonId | null) => void) | undefined;
}

/** Something the line leaves open: a name that several people bear, a date that can be read two ways. */
function Question({ chip, onPick }: QuestionProps) {
  return (
    <div className={classes.question}>
      <span className={classes.problem}>{chip.problem}</span>
      {chip.candidates.length > 0 && onPick !== undefined && (
        <span role="group" aria-label={words.pick(chip.text)} className={classes.candidates}>
          {chip.candidates.map((candidate) => (
            <Button
              key={candidate.id}
              size="compact-sm"
              variant="default"
              onClick={() => onPick(candidate.id)}
            >
              {candidate.hint === ''
                ? `${candidate.name} #${candidate.id}`
                : `${candidate.name}, ${candidate.hint}`}
            </Button>
          ))}
          <Button size="compact-sm" variant="light" onClick={() => onPick(null)}>
            {words.pickNew}
          </Button>
        </span>
      )}
    </div>
  );
}
