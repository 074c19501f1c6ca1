import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { refreshCoAttendance } from '../tables/co-attendance.ts';
import { importFile, type Plan, textFile } from './testing/import-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const header =
  'Name\tAttendance\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\tNotes';
const guests = (from: number, to: number) =>
  textFile(
    'attendees.xls',
    [
      header,
      ...Array.from({ length: to - from }, (_, index) => {
        const id = from + index;
        return `Guest ${id}\tYes\tuser ${id}\t\t\tYes\t0\t2026-02-01\t2020-01-01\thttps://www.meetup.com/members/${id}/\t`;
      }),
    ].join('\n'),
  );
const event = { event: { title: 'Brews', heldOn: '2026-02-01' } };
const pairs = () =>
  test.book.all(
    `SELECT low_person_id AS low, high_person_id AS high, on_date AS onDate FROM evidence
     JOIN tie ON tie.id = tie_id WHERE kind = 'co_attendance' ORDER BY low, high`,
  );
/** What typing the same people in would have made. */
function refreshed() {
  refreshCoAttendance(
    test.opened.writer,
    test.book.value<number>("SELECT id FROM event WHERE title = 'Brews'") ?? 0,
  );
  return pairs();
}

it('a list of a small event makes possible ties, counted in the plan as such', async () => {
  const plan = await test.call<Plan>('transfer.plan', { files: [guests(0, 4)], ...event });
  expect(plan.files[0]).toMatchObject({ possibleTies: 6, ties: { created: 0, unchanged: 0 } });
  await importFile(test, guests(0, 4), event);
  expect(pairs()).toHaveLength(6);
  expect(pairs()).toEqual(refreshed());
  expect((await importFile(test, guests(0, 4), event)).importId).toBeNull();
});

it('a second list of the same event ties its people to those of the first', async () => {
  await importFile(test, guests(0, 3), event);
  await importFile(test, guests(3, 5), event);
  expect(pairs()).toHaveLength(10);
  expect(pairs()).toEqual(refreshed());
});

it('who has come to a large event in the end is tied to nobody by it', async () => {
  await importFile(test, guests(0, 10), event);
  expect(pairs()).toHaveLength(45);
  await importFile(test, guests(10, 20), event);
  expect(pairs()).toEqual([]);
  expect(test.book.value('SELECT count(*) FROM tie')).toBe(0);
});
