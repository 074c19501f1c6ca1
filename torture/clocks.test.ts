import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from '../src-main/book/backup.ts';
import { keptInAll } from '../src-main/book/backup-rotation.ts';
import { readSystemClock } from '../src-main/book/clock.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { checkBook } from '../src-main/store/check-book.ts';
import { Store } from '../src-main/store/store.ts';
import { hashBook } from './history.ts';
import { pick, seededRandom, trials } from './trials.ts';

/*
 * Clocks that are set back, computers that travel, days of 23 and 25 hours, and the day that comes every four years: dates
 * stay right, and what happened later stays later. Twenty trials, five of each kind.
 */

const usualZone = process.env['TZ'];
let folder: string;
let store: Store;
let moment: Date;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-clocks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(join(folder, 'book.acquaint'), { force: true });
  rmSync(join(folder, 'book.acquaint.seal'), { force: true });
  rmSync(join(folder, 'backups'), { recursive: true, force: true });
  moment = new Date('2026-06-15T12:00:00Z');
  store = new Store({
    path: join(folder, 'book.acquaint'),
    migrations: repositoryMigrations(),
    backupFolder: join(folder, 'backups'),
    // the very clock of the program, at a moment of ours
    readClock: () => readSystemClock(moment),
    checksOutput: true,
  });
});
afterEach(() => {
  store.close();
  if (usualZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = usualZone;
});

/** Moves this process to another time zone: Node reads the variable anew when it is set. */
function travel(zone: string): void {
  process.env['TZ'] = zone;
}

async function call<Value>(path: string, input: unknown): Promise<Value> {
  const result = await store.dispatch(path, input);
  if (!result.ok) throw new Error(`${path}: ${result.error.code}: ${result.error.message}`);
  return result.value as Value;
}
async function addPerson(name: string, birthday?: string): Promise<number> {
  const { person } = await call<{ person: { id: number } }>('people.create', { name });
  if (birthday !== undefined) await call('people.update', { id: person.id, birthday });
  return person.id;
}
const hash = (): string => hashBook(store.session().book.reader);

/** The day at a place, from the tables of time zones and not from this process's own clock. */
const dayIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

const dayMs = 86_400_000;
/** Days are counted on a calendar without clocks. */
const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

interface Timeline {
  readonly timeline: readonly { readonly onDate: string | null; readonly kind: string }[];
}
interface Status {
  readonly undo: string | null;
}

describe('a clock that is set back and forth', () => {
  it.each(Array.from({ length: trials(5) }, (_, trial) => trial))(
    'keeps undo in the order of doing, and every latest backup (trial %d)',
    async (trial) => {
      const random = seededRandom(trial);
      await call('book.setMe', { name: 'Mara Me' });
      const ann = await addPerson('Ann Lee');
      const bo = await addPerson('Bo Ray');
      const draft = { kind: 'make', firstId: ann, secondId: bo, state: 'permission_asked' };
      const made = await call<{ id: number }>('introductions.create', draft);
      const states = [hash()];
      const labels: (string | null)[] = [];
      for (let step = 0; step < 24; step++) {
        moment = new Date(Date.UTC(2026, 5, 15, 12) + (pick(random, 800) - 400) * dayMs);
        const today = readSystemClock(moment).today;
        if (step === 8) await call('introductions.move', { id: made.id, state: 'made' });
        else if (step === 16) await call('introductions.move', { id: made.id, state: 'met' });
        else if (step % 3 === 0) await call('people.logInteraction', { id: ann, kind: 'call' });
        else if (step % 3 === 1) {
          await call('people.addFollowUp', { id: ann, dueOn: addDays(today, 3), what: `${step}` });
        } else await call('people.update', { id: ann, note: `note ${step}` });
        // a call of a day is noted once
        if (hash() === states.at(-1)) continue;
        states.push(hash());
        labels.push((await call<Status>('book.status', {})).undo);
        const { name } = await call<{ name: string }>('backups.make', {});
        const kept = listBackups(join(folder, 'backups')).map((backup) => backup.name);
        expect(kept).toContain(name);
        expect(kept.length).toBeLessThanOrEqual(keptInAll);
      }
      const { timeline } = await call<Timeline>('people.get', { id: ann });
      const dates = timeline.map(({ onDate }) => onDate ?? '');
      expect(dates).toEqual(dates.toSorted().toReversed());
      const { history } = await call<{ history: { state: string; changedOn: string }[] }>(
        'introductions.get',
        { id: made.id },
      );
      expect(history.map(({ state }) => state)).toEqual(['permission_asked', 'made', 'met']);
      const changed = history.map(({ changedOn }) => changedOn);
      expect(changed).toEqual(changed.toSorted());

      for (let step = states.length - 1; step > 0; step--) {
        const undone = await call<{ label: string }>('book.undo', {});
        expect(undone.label).toBe(labels[step - 1]);
      }
      expect(checkBook(store.session().book.reader).problems).toEqual([]);
    },
  );
});

/** Both ends of the world, and zones whose offset is no whole hour. */
const zones = [
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Europe/London',
];

describe('a computer that travels', () => {
  it.each(zones)('is told the day of the place it is in: %s', async (zone) => {
    const id = await addPerson('Ann Lee');
    for (let hour = 0; hour < 48; hour++) {
      moment = new Date(Date.UTC(2026, 10, 30, hour, 30));
      travel(zone);
      const today = dayIn(zone, moment);
      expect(readSystemClock(moment).today).toBe(today);
      if (hour % 12 !== 0) continue;
      await call('people.logInteraction', { id, kind: 'call' });
      await call('people.addFollowUp', { id, dueOn: today, what: `hour ${hour}` });
      const { rows } = await call<{ rows: { dueOn: string }[] }>('today.followUps', {
        promised: false,
      });
      expect(rows.map(({ dueOn }) => dueOn)).toContain(today);
      const { timeline } = await call<Timeline>('people.get', { id });
      expect(timeline.filter(({ kind }) => kind === 'interaction')[0]?.onDate).toBe(today);
      // flying west over the date line it is yesterday again: nothing is lost or done twice by it
      travel('Pacific/Niue');
      expect(await call<{ total: number }>('today.summary', {})).toMatchObject({
        total: expect.any(Number) as number,
      });
    }
    expect(checkBook(store.session().book.reader).problems).toEqual([]);
  });
});

/** Days on which clocks go forward or back; some of them have no midnight, or two. */
const changes: readonly (readonly [zone: string, day: string])[] = [
  ['Europe/London', '2026-03-29'],
  ['America/New_York', '2026-11-01'],
  ['Africa/Cairo', '2026-04-24'],
  ['America/Santiago', '2026-09-06'],
  ['Australia/Lord_Howe', '2026-04-05'],
];

describe('a day of 23 or 25 hours', () => {
  it.each(changes)(
    'is one day, and days are counted over it as on a calendar: %s, %s',
    async (zone, day) => {
      travel(zone);
      moment = new Date(`${addDays(day, -3)}T12:00:00Z`);
      await call('book.setMe', { name: 'Mara Me' });
      const ann = await addPerson('Ann Lee');
      const bo = await addPerson('Bo Ray');
      const today = readSystemClock(moment).today;
      // asked before the change of clocks, to be followed up after it
      const draft = { kind: 'make', firstId: ann, secondId: bo, state: 'permission_asked' };
      const { id, remindOn } = await call<{ id: number; remindOn: string }>(
        'introductions.create',
        draft,
      );
      const waiting = (Date.parse(remindOn) - Date.parse(today)) / dayMs;
      expect(Number.isInteger(waiting) && waiting > 0).toBe(true);
      await call('introductions.remove', { id });
      travel('UTC');
      const inUtc = await call<{ remindOn: string }>('introductions.create', {
        ...draft,
        onDate: today,
      });
      expect(inUtc.remindOn).toBe(remindOn);
      travel(zone);

      await call('people.addFollowUp', { id: ann, dueOn: day, what: 'on that day' });
      await call('people.update', { id: bo, birthday: `1990-${day.slice(5)}` });
      const coming = await call<{ day: string }[]>('today.coming', { days: 7 });
      expect(coming.filter((one) => one.day === day)).toHaveLength(1);
      const days = new Set<string>();
      for (let half = 0; half < 2 * 72; half++) {
        moment = new Date(Date.parse(`${addDays(day, -1)}T00:00:00Z`) + half * 1_800_000);
        const here = readSystemClock(moment).today;
        expect(here).toBe(dayIn(zone, moment));
        days.add(here);
        if (half % 6 !== 0) continue;
        const { rows } = await call<{ rows: unknown[] }>('today.followUps', { promised: false });
        expect(rows).toHaveLength(here >= day ? 1 : 0);
        const birthdays = await call<{ rows: { onDate: string }[] }>('today.birthdays', {});
        expect(birthdays.rows.map(({ onDate }) => onDate)).toEqual(here > day ? [] : [day]);
      }
      const ordered = [...days];
      expect(ordered).toEqual(ordered.map((_, index) => addDays(ordered[0] ?? '', index)));
    },
  );
});

const leapDays: readonly (readonly [today: string, keptOn: string])[] = [
  ['2028-02-27', '2028-02-29'],
  ['2027-02-27', '2027-02-28'],
  ['2027-12-31', ''],
  // divisible by four, and yet none
  ['2100-02-27', '2100-02-28'],
  ['2000-02-29', '2000-02-29'],
];

describe('29 February', () => {
  it.each(leapDays)('is a day in its years and the 28th in others: on %s', async (day, keptOn) => {
    travel('Europe/Berlin');
    moment = new Date(`${day}T12:00:00Z`);
    const ann = await addPerson('Ann Lee', '1988-02-29');
    await addPerson('Bo Ray', '--02-29');
    const { rows } = await call<{ rows: { onDate: string; turns: number | null }[] }>(
      'today.birthdays',
      {},
    );
    const expected = keptOn === '' ? [] : [keptOn, keptOn];
    expect(rows.map(({ onDate }) => onDate)).toEqual(expected);
    const year = Number(day.slice(0, 4));
    const hasLeapDay = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
    expect(rows.some(({ turns }) => turns === year - 1988)).toBe(keptOn !== '' && year > 1988);

    // the last of January and a month: the last of February, whichever that is
    const january = `${day.slice(0, 4)}-01-31`;
    await call('people.logInteraction', { id: ann, kind: 'call', onDate: january });
    await call('today.setRhythm', { ids: [ann], rhythm: { every: 1, unit: 'month' } });
    const { dueOn } = await call<{ dueOn: string }>('today.rhythm', { id: ann });
    expect(dueOn).toBe(`${day.slice(0, 4)}-02-${hasLeapDay ? 29 : 28}`);
    const fair = await call<{ event: { id: number } }>('events.create', { title: 'Fair' });
    await call('events.logLine', { id: fair.event.id, text: 'Cy Fox !29 feb' });
    const due = store.session().book.reader.column<string>('SELECT due_on FROM follow_up');
    const next = Array.from({ length: 9 }, (_, later) => year + later)
      .filter((later) => new Date(Date.UTC(later, 1, 29)).getUTCMonth() === 1)
      .map((later) => `${later}-02-29`)
      .find((later) => later >= day);
    expect(due).toEqual([next]);
  });
});
