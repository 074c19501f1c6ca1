import { Switch } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Chain } from '../../../src-main/contract/networks.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { read } from '../../api.ts';
import { ChainView } from '../../components/chain-view.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import classes from './chains-section.module.css';

const words = text.person.chains;

/** The best ways to this person, each tie open to its evidence, each with the one to ask. */
export function ChainsSection({ person }: { person: PersonDetail }) {
  const [withPossible, setWithPossible] = useState(false);
  const { data, error } = useQuery({
    ...read('chains', 'find', { to: person.id, paths: 3, filter: { withPossible } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={words.title(person.name)}
      action={
        <Switch
          size="xs"
          label={words.possible}
          checked={withPossible}
          onChange={(event) => setWithPossible(event.currentTarget.checked)}
        />
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && data === undefined && <SkeletonRows rows={2} height={40} />}
      {data !== undefined && data.paths.length === 0 && (
        <NothingYet>{words.none(person.name)}</NothingYet>
      )}
      {data !== undefined && data.paths.length > 0 && (
        <>
          <ol className={classes.list}>
            {data.paths.map((chain) => (
              <ChainLine
                key={chain.people.map(({ id }) => id).join('-')}
                chain={chain}
                person={person}
              />
            ))}
          </ol>
          {data.usedPossible && <NothingYet>{words.usedPossible}</NothingYet>}
        </>
      )}
    </Section>
  );
}

function ChainLine({ chain, person }: { chain: Chain; person: PersonDetail }) {
  const introducers = chain.people.length - 2;
  const first = chain.people[1];
  return (
    <li className={classes.line}>
      <ChainView people={chain.people} ties={chain.ties} />
      <div className={classes.end}>
        <span className={`${classes.strength} numbers`} title={text.common.chain.strengthHint}>
          {text.common.chain.strength(chain.strength)}
        </span>
        {introducers > 0 && first !== undefined ? (
          <LinkButton to="/ask" search={{ person: person.id }} size="compact-sm" variant="light">
            {words.ask(first.name)}
          </LinkButton>
        ) : (
          <span className={classes.strength}>{words.direct}</span>
        )}
      </div>
    </li>
  );
}
