import { AppError } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { InputOf, OutputOf, StoreContract } from '../contract/index.ts';
import * as cast from './cast.ts';
import * as closeness from './closeness.ts';
import * as files from './files.ts';
import type { SampleFile } from './files.ts';
import * as rewards from './rewards.ts';
import * as story from './story.ts';
import type { SampleOutcome } from './rewards.ts';
import type { SampleIntroduction } from './story.ts';

/** Calls a method of the contract on the book that becomes the sample. */
export type Dispatch = (path: string, input: unknown) => Promise<Result<unknown>>;

type Families = {
  [Family in keyof StoreContract]: {
    [Method in keyof StoreContract[Family] & string]: `${Family}.${Method}`;
  }[keyof StoreContract[Family] & string];
};
type Path = Families[keyof Families];
type MethodAt<P extends Path> =
  P extends `${infer Family extends keyof StoreContract}.${infer Name}`
    ? Name extends keyof StoreContract[Family]
      ? StoreContract[Family][Name]
      : never
    : never;

/** The same, typed by the contract; an error becomes an exception. */
interface Writer {
  readonly call: <P extends Path>(
    path: P,
    input: InputOf<MethodAt<P>>,
  ) => Promise<OutputOf<MethodAt<P>>>;
  /** The id of the one person of this exact name. */
  readonly person: (name: string) => Promise<number>;
  /** The day so many days before today. */
  readonly ago: (days: number) => string;
  readonly today: string;
}

function makeWriter(dispatch: Dispatch, today: string): Writer {
  const known = new Map<string, number>();
  const call: Writer['call'] = async (path, input) => {
    const result = await dispatch(path, input);
    if (result.ok) return result.value as never;
    throw new AppError(result.error.code, `The sample book: ${result.error.message}`);
  };
  return {
    call,
    today,
    ago: (days) => files.daysBefore(today, days),
    async person(name) {
      const id = known.get(name) ?? (await call('people.resolve', { name })).id;
      known.set(name, id);
      return id;
    },
  };
}

/**
 * Fills an empty book with Mara Lindqvist's: about 130 people with two partners' circles, six events, and
 * introductions in every state. Goes through the commands of the contract only, as a user would, so that the
 * sample is true to the program; the same on every machine, with all days counted from today.
 */
export async function makeSample(dispatch: Dispatch): Promise<void> {
  const status = await dispatch('book.status', {});
  if (!status.ok) throw new AppError(status.error.code, status.error.message);
  const { today } = status.value as OutputOf<StoreContract['book']['status']>;
  const writer = makeWriter(dispatch, today);
  await writeMe(writer);
  await importFiles(writer);
  await writeEvents(writer);
  await writeAccountant(writer);
  const introductions = await writeIntroductions(writer);
  await writeRewards(writer, introductions);
  await writeRest(writer);
  await writeViews(writer);
}

async function writeMe({ call }: Writer): Promise<void> {
  const { me } = await call('book.setMe', { name: 'Mara Lindqvist' });
  await call('people.addRole', {
    id: me.id,
    organisation: 'Lindqvist Design',
    title: 'Graphic designer',
  });
  await call('people.addContactPoint', { id: me.id, kind: 'email', value: 'mara@example.org' });
  await call('people.addContactPoint', { id: me.id, kind: 'phone', value: '+44 7700 900142' });
}

async function writeViews({ call }: Writer): Promise<void> {
  await call('views.save', {
    name: 'Not heard of for half a year',
    question: {
      filter: { tiedToMe: true, contactTo: '-6m' },
      sort: { by: 'strength', direction: 'descending' },
    },
  });
  await call('views.save', {
    name: 'Could be asked for work',
    question: {
      filter: { tiedToMe: true, strengthFrom: 0.4, doNotAsk: false },
      sort: { by: 'lastContact', direction: 'descending' },
    },
  });
}

async function importFiles(writer: Writer): Promise<void> {
  const { call, today, person } = writer;
  const load = async (
    list: SampleFile[],
    owner: InputOf<StoreContract['transfer']['plan']>['owner'],
  ): Promise<void> => {
    const { planId } = await call('transfer.plan', { files: list, owner });
    await call('transfer.apply', { planId });
  };
  const mine = [
    files.linkedInFile(today, 'Mara', cast.myProfessionals),
    files.facebookFile(today, 'Mara', cast.myFriends),
    files.phoneFile(today),
  ];
  await load(mine, { kind: 'me' });
  const friends = files.facebookFile(today, 'Jonas', cast.jonasFriends);
  await load([friends], { kind: 'person', id: await person('Jonas Weber') });
  const contacts = files.linkedInFile(today, 'Priya', cast.priyasProfessionals);
  await load([contacts], { kind: 'person', id: await person('Priya Nair') });
  const colleagues = files.pairColleagues(cast.myProfessionals);
  await load([files.tiesFile(today, colleagues)], { kind: 'me' });
}

async function writeEvents({ call, ago }: Writer): Promise<void> {
  for (const { lines, ago: days, ...event } of story.sampleEvents) {
    const made = await call('events.create', { ...event, heldOn: ago(days) });
    for (const text of lines) await call('events.logLine', { id: made.event.id, text });
  }
}

/** What Mara does not know yet: somebody two introductions away does just what she needs. */
async function writeAccountant({ call, person, ago }: Writer): Promise<void> {
  const id = await person('Harriet Osei');
  await call('people.addRole', { id, organisation: 'Northgate Accounts', title: 'Accountant' });
  const offer = { personId: id, kind: 'offers', topic: 'accountant', saidOn: ago(16) } as const;
  const { topic } = await call('topics.addStatement', { ...offer, note: 'Tom mentioned her.' });
  for (const name of ['bookkeeper', 'tax adviser'])
    await call('topics.addSynonym', { id: topic.id, name });
  await call('people.tag', { ids: [await person('Priya Nair')], tag: 'mentor' });
}

async function writeIntroduction(
  writer: Writer,
  introduction: SampleIntroduction,
  topicId: number | null,
  cameFromId: number | null,
): Promise<number> {
  const { call, person, ago } = writer;
  const { kind, introducer, first, second, goal, way, outcome } = introduction;
  const [start, ...steps] = way;
  if (start === undefined) throw new Error(`The introduction “${goal}” has no way.`);
  const made = await call('introductions.create', {
    kind,
    introducerId: introducer === undefined ? null : await person(introducer),
    firstId: first === undefined ? null : await person(first),
    secondId: await person(second),
    state: start[0] as 'idea',
    goal,
    topicId,
    cameFromId,
    eventId: introduction.event === undefined ? null : await eventId(writer, introduction.event),
    note: introduction.note ?? '',
    onDate: ago(start[1]),
  });
  for (const [state, days] of steps) {
    const result = state === 'outcome' ? (outcome ?? null) : null;
    await call('introductions.move', { id: made.id, state, outcome: result, onDate: ago(days) });
  }
  return made.id;
}

async function writeIntroductions(writer: Writer): Promise<number[]> {
  const topics = await writer.call('topics.list', {});
  const topicIds = new Map(topics.map(({ id, name }) => [name, id]));
  const made: number[] = [];
  for (const introduction of story.sampleIntroductions) {
    const { topic, cameFrom } = introduction;
    const topicId = topic === undefined ? null : (topicIds.get(topic) ?? null);
    const cameFromId = cameFrom === undefined ? null : (made[cameFrom] ?? null);
    made.push(await writeIntroduction(writer, introduction, topicId, cameFromId));
  }
  return made;
}

/** The id of the one event of this exact title. */
async function eventId({ call }: Writer, title: string): Promise<number> {
  const { rows } = await call('events.list', { text: title, limit: 500 });
  const found = rows.find((event) => event.title === title);
  if (found === undefined) throw new Error(`The sample has no event “${title}”.`);
  return found.id;
}

/** What came of it, as made: introductions by their place in the list. */
async function writeRewards(writer: Writer, introductions: readonly number[]): Promise<void> {
  const { call, person, ago } = writer;
  const shares: number[] = [];
  for (const { person: name, ago: days, ...share } of rewards.sampleShares) {
    const personId = await person(name);
    shares.push((await call('favours.logShare', { ...share, personId, onDate: ago(days) })).id);
  }
  for (const outcome of rewards.sampleOutcomes) {
    const { kind, title, client, value, note = '', platform = null, from } = outcome;
    await call('outcomes.create', {
      kind,
      title,
      note,
      platform,
      onDate: ago(outcome.ago),
      client:
        client === undefined
          ? null
          : 'person' in client
            ? { kind: 'person', id: await person(client.person) }
            : { kind: 'organisation', name: client.organisation },
      value: value === undefined ? null : { amount: value[0], currency: value[1] },
      origin: from === undefined ? null : await originOf(writer, from, { introductions, shares }),
    });
  }
  for (const [name, days, note] of rewards.sampleThanks)
    await call('favours.thank', { personId: await person(name), onDate: ago(days), note });
  for (const [a, b] of rewards.sampleRefusedPairs)
    await call('suggestions.refuse', { a: await person(a), b: await person(b) });
  for (const [a, b, days, note] of rewards.sampleTookHold)
    await call('ties.tell', { a: await person(a), b: await person(b), onDate: ago(days), note });
}

async function originOf(
  writer: Writer,
  from: NonNullable<SampleOutcome['from']>,
  made: { readonly introductions: readonly number[]; readonly shares: readonly number[] },
): Promise<InputOf<StoreContract['outcomes']['create']>['origin']> {
  if ('person' in from) return { kind: 'person', id: await writer.person(from.person) };
  if ('event' in from) return { kind: 'event', id: await eventId(writer, from.event) };
  if ('share' in from) return { kind: 'share', id: made.shares[from.share] ?? 0 };
  return { kind: 'introduction', id: made.introductions[from.introduction] ?? 0 };
}

async function writeRest({ call, person, ago }: Writer): Promise<void> {
  for (const [name, days, what] of story.sampleFollowUps)
    await call('people.addFollowUp', { id: await person(name), dueOn: ago(-days), what });
  for (const [name, days, kind, note] of [
    ...story.sampleInteractions,
    ...closeness.sampleOldContacts,
  ])
    await call('people.logInteraction', { id: await person(name), onDate: ago(days), kind, note });
  for (const [name, platform, size, sharedWithMe] of story.sampleSizes) {
    const seen = { size, sharedWithMe, seenOn: ago(30) };
    await call('ties.reportSize', { id: await person(name), platform, ...seen });
  }
  for (const [name, every, unit] of closeness.sampleRhythms)
    await call('today.setRhythm', { ids: [await person(name)], rhythm: { every, unit } });
  const me = await person('Mara Lindqvist');
  for (const [name, rating] of story.sampleRatings)
    await call('ties.rate', { a: me, b: await person(name), rating });
  await call('people.update', { id: await person("Liam O'Connor"), doNotAsk: true });
}
