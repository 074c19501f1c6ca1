import { Button, Checkbox } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconMessageCircle from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs';
import type { AskCard as Card } from '../../../src-main/contract/networks.ts';
import { ChainView } from '../../components/chain-view.tsx';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import classes from './ask-card.module.css';

const words = text.ask.card;

interface AskCardProps {
  card: Card;
  /** 1 for the best. */
  place: number;
  /** To be asked together with others. */
  isChosen: boolean;
  onChoose: () => void;
  onAsk: () => void;
}

/** One contact to ask: who they are to me, the way through them, how asking went before, what speaks against. */
export function AskCard({ card, place, isChosen, onChoose, onAsk }: AskCardProps) {
  const { person, target, record } = card;
  const between = card.people.slice(2, -1).map(({ name }) => name);
  return (
    <article className={classes.root} aria-label={`${words.rank(place)}: ${person.name}`}>
      <span className={`${classes.place} numbers`} aria-hidden="true">
        {place}
      </span>
      <PersonAvatar person={person} size={40} />
      <div className={classes.what}>
        <h3 className={classes.sentence}>
          {between.length === 0
            ? words.sentence(person.name, target.name)
            : words.through(person.name, target.name, between)}
        </h3>
        <ChainView people={card.people} ties={card.ties} />
        <p className={classes.facts} title={words.chanceHint}>
          {words.record(record)} · {words.chance(card.likelihood)}
        </p>
        <Warnings card={card} />
      </div>
      <div className={classes.act}>
        <StrengthMeter strength={card.strength} />
        <Button
          variant={place === 1 ? 'filled' : 'light'}
          leftSection={<IconMessageCircle size={17} stroke={1.7} aria-hidden />}
          onClick={onAsk}
        >
          {words.ask(person.name)}
        </Button>
        <Checkbox
          size="sm"
          label={text.ask.several.chooseShort}
          aria-label={text.ask.several.choose(person.name)}
          checked={isChosen}
          onChange={onChoose}
        />
      </div>
    </article>
  );
}

/** What speaks against asking, or is to be done before. */
function Warnings({ card: { person, record, thanksOwed } }: { card: Card }) {
  const warnings = [
    ...(record.askedLately > 0 ? [words.askedLately(record.askedLately)] : []),
    ...(record.waiting > 0 ? [words.waiting(record.waiting)] : []),
    ...(thanksOwed === null ? [] : [words.thanksOwed(person.name, thanksOwed.since)]),
  ];
  return warnings.map((warning) => (
    <p key={warning} className={classes.warning}>
      <IconAlertCircle size={15} stroke={1.7} aria-hidden />
      {warning}
    </p>
  ));
}
