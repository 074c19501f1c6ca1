import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MapPerson } from '../../../src-main/contract/map.ts';
import { type Answer, read } from '../../api.ts';
import { ChainView } from '../../components/chain-view.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import classes from './map-card.module.css';
import { communityLabel, type MapGraph } from './map-groups.ts';

const words = text.map.card;
type Chain = Answer<'chains', 'find'>['paths'][number];

interface MapCardProps {
  graph: MapGraph;
  /** Who is pointed at or has the focus, or null. */
  person: MapPerson | null;
  /** Asks for the chain to this person. */
  onChain: (person: MapPerson) => void;
}

/** Quick facts of whoever is looked at. */
export function MapCard({ graph, person, onChain }: MapCardProps) {
  if (person === null) return <p className={classes.quiet}>{words.nobody}</p>;
  const kind = [words.me, words.contact, words.through][person.hops] ?? words.through;
  return (
    <div className={classes.root}>
      <PersonLink person={person} hint={person.organisation} size={34} />
      <dl className={classes.facts}>
        <dt className="hidden-visually">{words.strength}</dt>
        <dd className={classes.kind}>
          {kind}
          {person.strength !== null && <StrengthMeter strength={person.strength} />}
        </dd>
        <dt>{text.map.list.ties}</dt>
        <dd className="numbers">{words.ties(person.ties)}</dd>
        <dt>{words.community}</dt>
        <dd>
          {person.community === 0 ? words.noCommunity : communityLabel(graph, person.community)}
        </dd>
        {person.constraint !== null && (
          <>
            <dt>{words.constraint}</dt>
            <dd className="numbers">{words.constraintValue(person.constraint)}</dd>
          </>
        )}
      </dl>
      {person.hops > 0 && (
        <Group gap="xs">
          <LinkButton
            size="compact-sm"
            variant="default"
            to="/people/$personId"
            params={{ personId: person.id }}
          >
            {words.open}
          </LinkButton>
          <Button size="compact-sm" variant="light" onClick={() => onChain(person)}>
            {words.chain}
          </Button>
        </Group>
      )}
    </div>
  );
}

interface ChainPanelProps {
  chain: Chain | null;
  error: Error | null;
  onClose: () => void;
}

/** The chain that is drawn, in words, with the evidence of each tie. */
export function ChainPanel({ chain, error, onClose }: ChainPanelProps) {
  return (
    <div className={classes.chain}>
      {error !== null && <ErrorNotice error={error} />}
      {chain === null && error === null && <p className={classes.quiet}>{words.noChain}</p>}
      {chain !== null && <ChainView people={chain.people} ties={chain.ties} />}
      <Button size="compact-sm" variant="default" onClick={onClose}>
        {words.endChain}
      </Button>
    </div>
  );
}

/** The best chain from me to somebody, once that is asked. */
export function useChainTo(
  person: MapPerson | null,
  filter: NonNullable<Parameters<typeof read<'chains', 'find'>>[2]['filter']>,
) {
  const { data, error } = useQuery({
    ...read('chains', 'find', { to: person?.id ?? 0, paths: 1, filter }),
    enabled: person !== null,
  });
  return {
    chain: person === null ? null : (data?.paths[0] ?? null),
    isAnswered: person !== null && (data !== undefined || error !== null),
    error,
  };
}
