import { tagColours } from '../src-main/contract/common.ts';
import { foldName } from '../src-main/tables/fold-name.ts';
import {
  drawNote,
  interactionNotes,
  jobTitles,
  pick,
  promises,
  tagNames,
  waysOfMeeting,
} from './draw-life.ts';
import { drawName, organisationName, topicName } from './draw-names.ts';
import type { Furnishing } from './furnish-book.ts';

interface Person {
  readonly id: number;
  readonly given: string;
  readonly family: string;
  readonly organisationId: number;
}

/** Everything that hangs on one person alone. People whom I know have more of it. */
export function furnishPeople(furnishing: Furnishing): void {
  const { book, me, mine } = furnishing;
  writeTags(furnishing);
  writeSynonyms(furnishing);
  renamePeople(furnishing);
  const known = new Set(mine);
  const everybody = book.all<Person>(
    `SELECT person.id, given_name AS given, family_name AS family, organisation_id AS organisationId
     FROM person JOIN role ON role.person_id = person.id ORDER BY person.id`,
  );
  for (const person of everybody) {
    const isMine = known.has(person.id);
    writePerson(furnishing, person, isMine || person.id === me);
    writeReach(furnishing, person, isMine || person.id === me);
    writeWork(furnishing, person);
    tagPerson(furnishing, person.id, isMine);
    if (isMine) writeHistory(furnishing, person.id);
  }
  for (const id of mine.filter((_, at) => at % 7 === 0)) writeRhythm(furnishing, id);
  writeNamesakes(furnishing, everybody);
}

/**
 * The generator gives a few names to very many, which is hard on a search and dull to look at: four in five people
 * get another, drawn evenly.
 */
function renamePeople({ book, draw, me, people }: Furnishing): void {
  // a name's parts are found by the product of two numbers: with the second near 1 all are equally likely
  let isFirst = false;
  const evenly = (): number => {
    isFirst = !isFirst;
    return isFirst ? draw() : 1 - Number.EPSILON;
  };
  for (let id = 1; id <= people; id++) {
    if (id === me || draw() < 0.2) continue;
    const { family, given } = drawName(evenly);
    const name = `${given} ${family}`;
    const handle = `${foldName(family)}${id}`;
    book.run(
      `UPDATE person SET display_name = @name, given_name = @given, family_name = @family,
         folded_name = @folded WHERE id = @id`,
      { id, name, given, family, folded: foldName(name) },
    );
    // without the plus SQLite walks all accounts of the platform for each person
    book.run(
      'UPDATE account SET handle = @handle, key = @key WHERE person_id = @id AND +platform_id = 1',
      { id, handle, key: `handle:${handle}` },
    );
  }
}

function writeTags({ book }: Furnishing): void {
  tagNames.forEach((name, at) => {
    const colour = tagColours[1 + (at % (tagColours.length - 1))];
    book.run('INSERT INTO tag (name, folded_name, colour) VALUES (@name, @folded, @colour)', {
      name,
      folded: foldName(name),
      colour,
    });
  });
}

function writeSynonyms({ book }: Furnishing): void {
  for (let topicId = 1; topicId <= 60; topicId++) {
    const name = `all about ${topicName(topicId - 1)}`;
    book.run(
      'INSERT INTO topic_synonym (topic_id, name, folded_name) VALUES (@topicId, @name, @folded)',
      { topicId, name, folded: foldName(name) },
    );
  }
}

function writePerson({ book, draw, ago }: Furnishing, { id }: Person, isMine: boolean): void {
  const born = ago(Math.floor(20 * 365 + draw() * 50 * 365));
  book.run(
    `UPDATE person SET note = @note, how_met = @howMet, met_on = @metOn, birthday = @birthday,
       is_archived = @isArchived WHERE id = @id`,
    {
      id,
      note: draw() < (isMine ? 0.8 : 0.25) ? drawNote(draw) : '',
      howMet: draw() < (isMine ? 0.7 : 0.1) ? pick(waysOfMeeting, draw) : '',
      metOn: isMine && draw() < 0.7 ? ago(200 + Math.floor(draw() * 3000)) : null,
      birthday: draw() < 0.3 ? (draw() < 0.3 ? `-${born.slice(4)}` : born) : null,
      isArchived: !isMine && draw() < 0.01 ? 1 : 0,
    },
  );
}

/** Addresses of the domain that is reserved for examples, numbers of the block that is reserved for films. */
function writeReach({ book, draw }: Furnishing, person: Person, isMine: boolean): void {
  const { family, given, id, organisationId } = person;
  const plain = (text: string): string => foldName(text).replaceAll(/[^a-z0-9]/g, '');
  const insert = (kind: string, value: string, key: string | null, label: string): void => {
    book.run(
      `INSERT INTO contact_point (person_id, kind, value, match_key, label, is_primary)
       VALUES (@id, @kind, @value, @key, @label, @isPrimary)`,
      { id, kind, value, key, label, isPrimary: kind === 'email' ? 1 : 0 },
    );
  };
  if (draw() < (isMine ? 0.95 : 0.7)) {
    const firm = plain(organisationName(organisationId - 1));
    const email = `${plain(given)}.${plain(family)}${id % 97}@${firm}.example`;
    insert('email', email, email, 'work');
  }
  if (draw() < (isMine ? 0.7 : 0.3)) {
    const [area, last] = [201 + (Math.floor(id / 100) % 700), String(id % 100).padStart(2, '0')];
    insert('phone', `+1 ${area} 555 01${last}`, `+1${area}55501${last}`, 'mobile');
  }
  if (draw() < 0.05) insert('url', `https://${plain(family)}.example`, null, 'web site');
  if (draw() < 0.03) insert('address', `${1 + (id % 90)} Harbour Street, Northgate`, null, 'home');
  writeAccounts({ book, draw }, person);
}

const otherPlatforms = [
  { id: 3, share: 0.15 },
  { id: 4, share: 0.2 },
  { id: 5, share: 0.07 },
  { id: 6, share: 0.06 },
];

function writeAccounts(
  { book, draw }: Pick<Furnishing, 'book' | 'draw'>,
  { family, given, id }: Person,
): void {
  const insert = (platformId: number, key: string, handle: string | null, name: string | null) => {
    book.run(
      `INSERT INTO account (person_id, platform_id, key, is_weak, handle, display_name)
       VALUES (@id, @platformId, @key, @isWeak, @handle, @name)`,
      { id, platformId, key, isWeak: handle === null ? 1 : 0, handle, name },
    );
  };
  const name = `${given} ${family}`;
  if (draw() < 0.35) insert(2, `name:${foldName(name)}`, null, name);
  for (const platform of otherPlatforms) {
    if (draw() >= platform.share) continue;
    const handle = `${foldName(given)}${id}`;
    insert(platform.id, `handle:${handle}`, handle, null);
  }
}

function writeWork({ book, draw, ago }: Furnishing, { id, organisationId }: Person): void {
  const begun = 200 + Math.floor(draw() * 3000);
  book.run('UPDATE role SET title = @title, started_on = @startedOn WHERE person_id = @id', {
    id,
    title: pick(jobTitles, draw),
    startedOn: draw() < 0.6 ? ago(begun) : null,
  });
  if (draw() < 0.3) {
    book.run(
      `INSERT INTO role (person_id, organisation_id, title, started_on, ended_on, is_current)
       VALUES (@id, @organisationId, @title, @startedOn, @endedOn, 0)`,
      {
        id,
        organisationId: 1 + ((organisationId * 31 + id) % 2000),
        title: pick(jobTitles, draw),
        startedOn: ago(begun + 400 + Math.floor(draw() * 2000)),
        endedOn: ago(begun + 10),
      },
    );
  }
}

/** Tags are used unevenly, as they are in life: the first ones most. */
function tagPerson({ book, draw }: Furnishing, id: number, isMine: boolean): void {
  const many = isMine ? 1 + Math.floor(draw() * 3) : draw() < 0.35 ? 1 : 0;
  for (let at = 0; at < many; at++) {
    book.run(
      `INSERT INTO person_tag (person_id, tag_id) VALUES (@id, @tagId)
       ON CONFLICT (person_id, tag_id) DO NOTHING`,
      { id, tagId: 1 + Math.floor(draw() ** 1.6 * tagNames.length) },
    );
  }
}

/** Contacts logged, things to do, fields of one's own, a size seen: of people whom I know. */
function writeHistory({ book, draw, ago }: Furnishing, id: number): void {
  const kinds = ['conversation', 'message', 'call', 'meeting'] as const;
  for (let left = Math.floor(draw() ** 2 * 14); left > 0; left--) {
    book.run(
      `INSERT INTO interaction (person_id, kind, on_date, note) VALUES (@id, @kind, @onDate, @note)`,
      {
        id,
        kind: pick(kinds, draw),
        onDate: ago(Math.floor(draw() ** 2 * 1500)),
        note: draw() < 0.5 ? pick(interactionNotes, draw) : '',
      },
    );
  }
  if (draw() < 0.35) {
    const dueOn = ago(Math.floor(draw() * 130) - 100);
    const isDone = draw() < 0.3;
    book.run(
      `INSERT INTO follow_up (person_id, due_on, what, done_on) VALUES (@id, @dueOn, @what, @doneOn)`,
      { id, dueOn, what: pick(promises, draw), doneOn: isDone ? ago(1) : null },
    );
  }
  if (draw() < 0.1) {
    book.run(
      `INSERT INTO person_field (person_id, source, name, value) VALUES (@id, 'custom', @name, @value)`,
      {
        id,
        name: pick(['Pronouns', 'Coffee', 'Shirt'], draw),
        value: pick(['they', 'black', 'M'], draw),
      },
    );
  }
  if (draw() < 0.12) {
    const size = 80 + Math.floor(draw() ** 3 * 6000);
    book.run(
      `INSERT INTO reported_size (person_id, platform_id, size, shared_with_me, seen_on)
       VALUES (@id, @platformId, @size, @shared, @seenOn)`,
      {
        id,
        platformId: pick([1, 3, 4], draw),
        size,
        shared: Math.floor(draw() * Math.min(60, size)),
        seenOn: ago(Math.floor(draw() * 300)),
      },
    );
  }
}

function writeRhythm({ book, draw, ago }: Furnishing, id: number): void {
  book.run(
    `INSERT INTO keep_in_touch (person_id, every, unit, started_on) VALUES (@id, @every, 'month', @startedOn)`,
    { id, every: pick([1, 2, 3, 6, 12], draw), startedOn: ago(900) },
  );
}

/** Four hundred people who are in the book twice, once misspelt and with the address they have already. */
function writeNamesakes({ book }: Furnishing, everybody: readonly Person[]): void {
  for (let at = 100; at < everybody.length && at <= 40_000; at += 100) {
    const { family, given, id } = everybody[at];
    const name = `${given} ${family.slice(0, 2)}${family.slice(1)}`;
    const copy = everybody[at - 1].id;
    book.run(
      `UPDATE person SET display_name = @name, given_name = @given, family_name = NULL,
         folded_name = @folded WHERE id = @copy`,
      { name, given, folded: foldName(name), copy },
    );
    book.run(
      `INSERT INTO contact_point (person_id, kind, value, match_key, label)
       SELECT @copy, kind, value, match_key, 'home' FROM contact_point WHERE person_id = @id AND kind = 'email'`,
      { copy, id },
    );
  }
}
