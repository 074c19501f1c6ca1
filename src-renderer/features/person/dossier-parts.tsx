import { type Answer } from '../../api.ts';
import { Markdown } from '../../components/markdown.tsx';
import { usePlatformNames } from '../../components/use-platform-names.ts';
import { birthday, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './dossier-page.module.css';
import { Facts, joined, Lines, Part } from './paper-parts.tsx';

const words = text.person.dossier;
type Dossier = Answer<'person', 'dossier'>;

/** The parts of the document in order; one that has nothing is left out. */
export function DossierParts({ dossier }: { dossier: Dossier }) {
  const { person } = dossier;
  return (
    <>
      <Basics dossier={dossier} />
      {person.note.trim() !== '' && (
        <Part title={text.person.notes.title}>
          <Markdown>{person.note}</Markdown>
        </Part>
      )}
      <Lines
        title={text.person.statements.title}
        lines={person.statements.map(({ endedOn, kind, note, saidOn, topic }) =>
          joined([
            `${kind === 'offers' ? text.person.statements.offers : text.person.statements.needs}: ${topic.name}`,
            saidOn === null ? null : text.person.statements.said(saidOn),
            endedOn === null ? null : text.person.statements.ended(endedOn),
            note,
          ]),
        )}
      />
      <Lines
        title={text.person.followUps.title}
        lines={person.followUps.map(({ doneOn, dueOn, what }) =>
          joined([
            what === '' ? text.person.followUps.nameless : what,
            text.person.followUps.due(day(dueOn)),
            doneOn === null ? null : words.done(day(doneOn)),
          ]),
        )}
      />
      <Lines
        title={text.person.timeline.title}
        lines={person.timeline.map(({ note, onDate, title }) =>
          joined([onDate === null ? text.common.unknownDate : day(onDate), title, note]),
        )}
      />
      <Introductions dossier={dossier} />
      <Lists dossier={dossier} />
      <Ties dossier={dossier} />
      <Rows dossier={dossier} />
    </>
  );
}

function Basics({ dossier: { person } }: { dossier: Dossier }) {
  const facts: (readonly [string, string])[] = [
    [text.person.details.name, person.name],
    ...person.otherNames.map((name) => [words.otherName, name] as const),
    ...(person.birthday === null
      ? []
      : [[text.person.details.birthday, birthday(person.birthday)] as const]),
    ...(person.howMet === '' ? [] : [[text.person.details.howMet, person.howMet] as const]),
    ...(person.metOn === null ? [] : [[text.person.details.metOn, day(person.metOn)] as const]),
    ...person.contactPoints.map(
      ({ kind, label, value }) =>
        [text.person.contact.kinds[kind], joined([value, label])] as const,
    ),
    ...person.accounts.map(
      ({ displayName, handle, platformName, url }) =>
        [platformName, joined([handle ?? displayName, url])] as const,
    ),
    ...person.roles.map(
      (role) =>
        [
          text.person.roles.title(person.isMe),
          joined([
            text.people.roleAt(role.title, role.organisation?.name ?? null),
            text.person.roles.period(role),
          ]),
        ] as const,
    ),
    ...(person.tags.length === 0
      ? []
      : [[text.person.tags.title, person.tags.map(({ name }) => name).join(', ')] as const]),
    ...(person.doNotAsk ? [[text.person.head.doNotAsk, words.yes] as const] : []),
    ...(person.isArchived ? [[text.person.head.archived, words.yes] as const] : []),
    ...person.fields.map(({ name, value }) => [name, value] as const),
  ];
  return (
    <>
      {person.photo !== null && (
        <img className={classes.photo} src={person.photo} alt={words.photoOf(person.name)} />
      )}
      <Facts facts={facts} />
    </>
  );
}

function Introductions({ dossier }: { dossier: Dossier }) {
  return (
    <Lines
      title={words.introductions}
      lines={dossier.introductions.map((row) =>
        joined([
          words.introduction(row.introducer.name, row.first.name, row.second.name),
          row.goal,
          `${text.introductions.state(row.state)} ${day(row.since)}`,
          row.note,
        ]),
      )}
    />
  );
}

function Lists({ dossier }: { dossier: Dossier }) {
  return (
    <Lines
      title={words.lists}
      lines={dossier.listedBy.map(({ owner, platform, since }) =>
        joined([
          words.listedBy(owner.name, platform),
          since === null ? null : text.person.statements.said(since),
        ]),
      )}
    />
  );
}

function Ties({ dossier: { person, ties } }: { dossier: Dossier }) {
  const platformName = usePlatformNames();
  return (
    <Lines
      title={words.ties(ties.length)}
      lines={ties.map((tie) => {
        const reasons = tie.evidence.map((piece) =>
          joined(
            [
              text.common.evidence.kind(
                piece,
                piece.platform === null ? null : platformName(piece.platform),
              ),
              piece.onDate === null ? null : day(piece.onDate),
              piece.note,
            ],
            ', ',
          ),
        );
        const other = tie.from.id === person.id ? tie.to : tie.from;
        return joined([`${other.name} (${tie.strength.toFixed(2)})`, reasons.join('; ')], ': ');
      })}
    />
  );
}

function Rows({ dossier }: { dossier: Dossier }) {
  return (
    <Part title={words.rows}>
      <p className={classes.hint}>{words.rowsHint}</p>
      <p>
        {Object.entries(dossier.rows)
          .map(([table, rows]) => words.rowCount(table, rows.length))
          .join(', ')}
      </p>
    </Part>
  );
}
