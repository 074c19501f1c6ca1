import { ActionIcon, Tooltip } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './contact-points.module.css';
import { chiefContacts } from './person-facts.ts';

type Point = PersonDetail['contactPoints'][number];

const icons: Record<Point['kind'], TablerIcon> = {
  email: IconMail,
  phone: IconPhone,
  url: IconLink,
  address: IconMapPin,
};

/** The address that the system opens for a way to reach somebody, or null where there is none. */
function urlOf({ kind, value }: Point): string | null {
  if (kind === 'email') return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  if (kind === 'phone') return `tel:${value.replace(/[^+\d]/gu, '')}`;
  if (kind === 'url') return /^https?:\/\//u.test(value) ? value : `https://${value}`;
  return null;
}

/** Writes, calls or opens, by the program that the system has for it. */
export async function openPoint(point: Point): Promise<void> {
  const url = urlOf(point);
  if (url !== null) await api.shell.openExternal({ url }).catch(notifyError);
}

export async function copyPoint({ value }: Point): Promise<void> {
  try {
    await api.shell.copyText({ text: value });
    notifyDone(text.common.copied(value));
  } catch (error) {
    notifyError(error);
  }
}

interface ContactPointsProps {
  person: Pick<PersonDetail, 'contactPoints'>;
  /** Adds something at the end of each line, such as a button to remove it. */
  renderEnd?: (point: Point) => React.ReactNode;
}

/** Ways to reach somebody: click to write, call or open; copy with the button beside. */
export function ContactPoints({ person, renderEnd }: ContactPointsProps) {
  if (person.contactPoints.length === 0) return null;
  return (
    <ul className={classes.list}>
      {person.contactPoints.map((point) => (
        <li key={point.id} className={classes.item} title={text.common.cameFrom(point.source)}>
          <PointLine point={point} />
          {renderEnd?.(point)}
        </li>
      ))}
    </ul>
  );
}

/** The address and the number used first, in one line: for the head of the page. */
export function ChiefContacts({ person }: Pick<ContactPointsProps, 'person'>) {
  const points = chiefContacts(person);
  if (points.length === 0) return null;
  return (
    <ul className={classes.row} aria-label={text.person.contact.title}>
      {points.map((point) => (
        <li key={point.id} className={classes.item}>
          <PointLine point={point} />
        </li>
      ))}
    </ul>
  );
}

function PointLine({ point }: { point: Point }) {
  const Icon = icons[point.kind];
  const url = urlOf(point);
  const label = `${text.common.copy} ${point.value}`;
  return (
    <>
      <Icon size={16} stroke={1.7} className={classes.icon} aria-hidden />
      {url === null ? (
        <span className={classes.value}>{point.value}</span>
      ) : (
        <button
          type="button"
          className={classes.value}
          title={text.person.contact.openHint(point.kind, point.value)}
          onClick={() => void openPoint(point)}
        >
          {point.value}
        </button>
      )}
      {point.label !== null && <span className={classes.label}>{point.label}</span>}
      <Tooltip label={label}>
        <ActionIcon
          size="sm"
          className={classes.copy}
          aria-label={label}
          onClick={() => void copyPoint(point)}
        >
          <IconCopy size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
