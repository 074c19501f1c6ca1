import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { countsAsAttended, type ParsedPerson } from './parsed-file.ts';
import { type ListedFile, parseFixture, readFixture } from './testing/fixture.ts';

const network = z.object({ total: z.int(), shared_with_me: z.int() });
const expected = z
  .object({
    facebook: z.object({ partner: network, birmingham: network, university: network }),
    reach: z.object({ mine: z.int() }),
    x: z.object({ followers: z.int(), following: z.int(), mutual: z.int() }),
    instagram: z.object({ followers: z.int(), following: z.int() }),
    linkedin: z.object({
      me: z.object({ people: z.int(), hidden: z.int() }),
      colleague: z.object({ people: z.int(), hidden: z.int(), shared_with_me: z.int() }),
      colleague_only_at: z.record(z.string(), z.array(z.string())),
      me_at: z.record(z.string(), z.array(z.string())),
    }),
    google: z.object({ people: z.int(), certain_matches_by_email: z.int() }),
    outlook: z.object({
      people: z.int(),
      certain_matches_with_google: z.int(),
      referred_by: z.int(),
    }),
    phone: z.object({ cards: z.int(), certain_matches_with_google: z.int() }),
    eventbrite: z.object({ attendees: z.int(), checked_in: z.int() }),
    meetup: z.object({ rows: z.int(), yes: z.int() }),
    luma: z.object({ guests: z.int(), approved: z.int() }),
    mastodon: z.object({ following: z.int() }),
  })
  .parse(JSON.parse(new TextDecoder().decode(readFixture('world/expected.json'))));

const FRIENDS = 'facebook/connections/friends/your_friends.json';
const google = parseFixture('world/me/google/contacts.csv');
const linkedin = parseFixture('world/me/linkedin/Connections.csv');

describe('the exports of one person, in the form of each platform', () => {
  it('gives the people of both LinkedIn lists, and leaves out the hidden ones', () => {
    const colleague = parseFixture('world/colleague/linkedin/Connections.csv');
    expect(linkedin.format).toBe('linkedin-connections');
    expect(linkedin.people).toHaveLength(expected.linkedin.me.people);
    expect(linkedin.leftOut).toHaveLength(expected.linkedin.me.hidden);
    expect(colleague.people).toHaveLength(expected.linkedin.colleague.people);
    expect(colleague.leftOut).toHaveLength(expected.linkedin.colleague.hidden);
    const mine = handlesOf(linkedin);
    const theirs = handlesOf(colleague);
    expect(mine.size).toBe(expected.linkedin.me.people);
    expect(sharedBy(mine, theirs)).toBe(expected.linkedin.colleague.shared_with_me);
    expect(employeesOf([linkedin])).toMatchObject(expected.linkedin.me_at);
    const only = colleague.people.filter(({ accounts }) => !mine.has(accounts[0]?.handle ?? ''));
    expect(employeesOf([{ ...colleague, people: only }])).toMatchObject(
      expected.linkedin.colleague_only_at,
    );
  });

  it('gives the friends of all four Facebook lists, with names that overlap as they should', () => {
    const mine = namesOf(parseFixture(`world/me/${FRIENDS}`));
    expect(mine.size).toBe(expected.reach.mine);
    for (const owner of ['partner', 'birmingham', 'university'] as const) {
      const file = parseFixture(`world/${owner}/${FRIENDS}`);
      expect(file.format).toBe('facebook-friends');
      expect(file.people).toHaveLength(expected.facebook[owner].total);
      expect(file.people.every(({ accounts }) => accounts[0]?.weak === true)).toBe(true);
      expect(sharedBy(mine, namesOf(file))).toBe(expected.facebook[owner].shared_with_me);
    }
  });

  it('gives X accounts by id, in both directions', () => {
    const followers = parseFixture('world/me/x/data/follower.js');
    const following = parseFixture('world/me/x/data/following.js');
    expect([followers.direction, following.direction]).toEqual([
      'follows_owner',
      'followed_by_owner',
    ]);
    expect(idsOf(followers).size).toBe(expected.x.followers);
    expect(idsOf(following).size).toBe(expected.x.following);
    expect(sharedBy(idsOf(followers), idsOf(following))).toBe(expected.x.mutual);
    expect(followers.people.every(({ name }) => name === null)).toBe(true);
  });

  it('gives Instagram and Mastodon accounts by handle', () => {
    const folder = 'world/me/instagram/connections/followers_and_following/';
    const followers = parseFixture(`${folder}followers_1.json`);
    const following = parseFixture(`${folder}following.json`);
    expect(followers.format).toBe('instagram-followers');
    expect(following.format).toBe('instagram-following');
    expect(handlesOf(followers).size).toBe(expected.instagram.followers);
    expect(handlesOf(following).size).toBe(expected.instagram.following);
    const mastodon = parseFixture('world/me/mastodon/following_accounts.csv');
    expect(handlesOf(mastodon).size).toBe(expected.mastodon.following);
  });

  it('gives the address books, which share addresses and numbers as they should', () => {
    const outlook = parseFixture('world/me/outlook/contacts.csv');
    const phone = parseFixture('world/me/phone/contacts.vcf');
    expect([google.format, outlook.format, phone.format]).toEqual([
      'google-contacts',
      'outlook-contacts',
      'vcard',
    ]);
    expect(google.people).toHaveLength(expected.google.people);
    expect(outlook.people).toHaveLength(expected.outlook.people);
    expect(phone.people).toHaveLength(expected.phone.cards);
    expect(sharing(linkedin, google)).toBe(expected.google.certain_matches_by_email);
    expect(sharing(outlook, google)).toBe(expected.outlook.certain_matches_with_google);
    expect(sharing(phone, google)).toBe(expected.phone.certain_matches_with_google);
    const referred = outlook.ties.filter(({ kind }) => kind === 'referred');
    expect(referred).toHaveLength(expected.outlook.referred_by);
  });

  it('gives the attendees of the events, and says who came', () => {
    const eventbrite = parseFixture('world/events/eventbrite-attendees.csv');
    const meetup = parseFixture('world/events/meetup-attendees.xls.csv');
    const luma = parseFixture('world/events/luma-guests.csv');
    expect(eventbrite.people).toHaveLength(expected.eventbrite.attendees);
    expect(countStatus(eventbrite, 'attended')).toBe(expected.eventbrite.checked_in);
    expect(meetup.people).toHaveLength(expected.meetup.rows);
    expect(cameTo(meetup)).toBe(expected.meetup.yes);
    expect(luma.people).toHaveLength(expected.luma.guests);
    expect(cameTo(luma)).toBe(expected.luma.approved);
  });

  it('leaves no file with a warning, an unread letter or an unknown charset', () => {
    for (const file of [google, linkedin, parseFixture(`world/university/${FRIENDS}`)]) {
      expect(file.warnings).toEqual([]);
      expect(file.charset).toBe('utf-8');
      expect(file.people.filter(({ name }) => /[\uFFFDÃ]/.test(name ?? ''))).toEqual([]);
    }
  });
});

function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((member) => b.has(member)).length;
}

function namesOf(file: ListedFile): Set<string> {
  return new Set(file.people.flatMap(({ name }) => name ?? []));
}

function handlesOf(file: ListedFile): Set<string> {
  return new Set(file.people.flatMap(({ accounts }) => accounts[0]?.handle ?? []));
}

function idsOf(file: ListedFile): Set<string> {
  return new Set(file.people.flatMap(({ accounts }) => accounts[0]?.externalId ?? []));
}

function employeesOf(files: readonly ListedFile[]): Record<string, string[]> {
  const employees = new Map<string, string[]>();
  for (const { name, roles } of files.flatMap(({ people }) => people)) {
    const organisation = roles[0]?.organisation ?? '';
    employees.set(organisation, [...(employees.get(organisation) ?? []), name ?? ''].sort());
  }
  return Object.fromEntries(employees);
}

/**
 * People of `file` who are in `other` by address, or by number and name: in this world, as in ours,
 * some numbers belong to two people.
 */
function sharing(file: ListedFile, other: ListedFile): number {
  const keys = new Set(other.people.flatMap(keysOf));
  return file.people.filter((person) => keysOf(person).some((key) => keys.has(key))).length;
}

function keysOf(person: ParsedPerson): string[] {
  return [
    ...person.emails.map(({ normalised }) => `${normalised}`),
    ...person.phones.map(({ normalised }) => `${normalised} ${person.name}`),
  ];
}

function countStatus(file: ListedFile, status: string): number {
  return file.people.filter(({ attendance }) => attendance?.status === status).length;
}

function cameTo(file: ListedFile): number {
  return file.people.filter(({ attendance }) => attendance !== null && countsAsAttended(attendance))
    .length;
}
