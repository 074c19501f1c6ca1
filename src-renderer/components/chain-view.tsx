import { Popover, UnstyledButton } from '@mantine/core';
import type { PersonRef } from '../../src-main/contract/common.ts';
import type { Chain } from '../../src-main/contract/networks.ts';
import { useStatus } from '../commands/use-book.ts';
import { text } from '../text/index.ts';
import classes from './chain-view.module.css';
import { EvidenceList } from './evidence-list.tsx';
import { PersonAvatar } from './person-avatar.tsx';
import { PersonLink } from './person-link.tsx';
import { StrengthBar, strengthLevel } from './strength-meter.tsx';

interface ChainViewProps {
  /** From me to the target. */
  people: readonly PersonRef[];
  /** The ties between them, one fewer than people. */
  ties: Chain['ties'];
  /** Hides "You" at the start, where the context says it. */
  withoutMe?: boolean;
}

/** A chain of introductions: me → A → B → target. Each tie opens to the evidence it rests on. */
export function ChainView({ people, ties, withoutMe = false }: ChainViewProps) {
  const meId = useStatus()?.me?.id;
  return (
    <ol className={classes.root}>
      {people.map((person, index) => {
        const tie = ties[index - 1];
        const isMe = person.id === meId;
        return (
          <li key={person.id} className={classes.step}>
            {tie !== undefined && <TieButton tie={tie} />}
            {isMe ? (
              !withoutMe && (
                <span className={classes.me}>
                  <PersonAvatar person={person} size={26} />
                  {text.common.you}
                </span>
              )
            ) : (
              <PersonLink person={person} size={26} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function TieButton({ tie }: { tie: Chain['ties'][number] }) {
  const words = text.common;
  const level = words.strength.word(strengthLevel(tie.strength));
  return (
    <Popover width={340} position="bottom" trapFocus returnFocus withArrow>
      <Popover.Target>
        <UnstyledButton
          className={classes.tie}
          data-possible={!tie.isConfirmed || undefined}
          aria-label={`${level}. ${words.chain.openTie(tie.from.name, tie.to.name)}`}
          title={`${level}, ${tie.strength.toFixed(2)}`}
        >
          <StrengthBar strength={tie.strength} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.popTitle}>{words.evidence.title(tie.from.name, tie.to.name)}</div>
        <EvidenceList evidence={tie.evidence} rating={tie.rating} />
      </Popover.Dropdown>
    </Popover>
  );
}
