import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './contact-points.module.css';

/** Where somebody is present; opens their profile where the platform gives an address. */
export function Accounts({ person }: { person: PersonDetail }) {
  if (person.accounts.length === 0) return null;
  const words = text.person.accounts;
  return (
    <ul className={classes.list} aria-label={words.title}>
      {person.accounts.map((account) => {
        const name = account.handle ?? account.displayName ?? account.platformName;
        const { url } = account;
        return (
          <li
            key={`${account.platform}-${url ?? name}`}
            className={classes.item}
            title={text.common.cameFrom(account.source)}
          >
            <IconWorld size={16} stroke={1.7} className={classes.icon} aria-hidden />
            {url === null ? (
              <span className={classes.value}>{name}</span>
            ) : (
              <button
                type="button"
                className={classes.value}
                title={text.person.contact.openHint('url', url)}
                onClick={() => void api.shell.openExternal({ url }).catch(notifyError)}
              >
                {name}
              </button>
            )}
            <span className={classes.label} title={account.isWeak ? words.weakHint : undefined}>
              {account.platformName}
              {account.isWeak && `, ${words.weak}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
