import type { PersonId } from '../src-main/contract/common.ts';
import { addEvidence } from '../src-main/tables/tie-evidence.ts';
import { goals, interactionNotes, jobsWon, pick } from './draw-life.ts';
import type { Furnishing } from './furnish-book.ts';

type State =
  | 'idea'
  | 'asked'
  | 'permission_asked'
  | 'accepted'
  | 'declined'
  | 'made'
  | 'met'
  | 'outcome';

const ways: readonly (readonly State[])[] = [
  ['idea'],
  ['asked'],
  ['asked', 'permission_asked'],
  ['asked', 'accepted'],
  ['asked', 'declined'],
  ['asked', 'accepted', 'made'],
  ['asked', 'accepted', 'made', 'met'],
  ['asked', 'accepted', 'made', 'met', 'outcome'],
  ['asked', 'made', 'met', 'outcome'],
];
const waiting = new Set<State>(['asked', 'permission_asked', 'accepted', 'made']);

interface Made {
  readonly id: number;
  readonly before: number;
  readonly hasValue: boolean;
}

/** Introductions in every state, jobs they brought, messages passed on and thanks. */
export function furnishIntroductions(furnishing: Furnishing): void {
  const made = Array.from({ length: 240 }, (_, number) => writeIntroduction(furnishing, number));
  writeOutcomes(
    furnishing,
    made.flatMap((one) => one ?? []),
  );
  writeFavours(furnishing);
  writeViews(furnishing);
  writeCircles(furnishing);
}

/** Asks go through somebody I know to somebody they know; those I make join two whom I know. */
function writeIntroduction(furnishing: Furnishing, number: number): Made | null {
  const { book, draw, me, mine, ago } = furnishing;
  const kind = pick(['ask', 'ask', 'make', 'received'] as const, draw);
  const known = pick(mine, draw);
  const other =
    kind === 'make'
      ? pick(mine, draw)
      : book.value<number>(
          `SELECT high_person_id FROM tie WHERE low_person_id = @known AND high_person_id NOT IN
             (SELECT high_person_id FROM tie WHERE low_person_id = @me) LIMIT 1`,
          { known, me },
        );
  if (other === undefined || other === known) return null;
  const way = ways[number % ways.length];
  const state = way[way.length - 1];
  const before = 20 + Math.floor(draw() * (state === 'outcome' ? 1200 : 90));
  const outcome =
    state === 'outcome' ? pick(['value', 'value', 'nothing', 'no_answer'], draw) : null;
  const { id } = book.run(
    `INSERT INTO introduction (kind, state, introducer_id, first_person_id, second_person_id, goal, note,
       remind_on, outcome, created_at)
     VALUES (@kind, @state, @introducer, @first, @second, @goal, @note, @remindOn, @outcome, @createdAt)`,
    {
      kind,
      state,
      introducer: kind === 'make' ? me : known,
      first: kind === 'make' ? known : me,
      second: other,
      goal: pick(goals, draw),
      note: draw() < 0.3 ? pick(interactionNotes, draw) : '',
      remindOn: waiting.has(state) ? ago(Math.floor(draw() * 30) - 14) : null,
      outcome,
      createdAt: `${ago(before)}T09:00:00.000Z`,
    },
  );
  way.forEach((step, at) => {
    book.run(
      'INSERT INTO introduction_change (introduction_id, state, changed_on) VALUES (@id, @step, @on)',
      { id, step, on: ago(before - at * 4) },
    );
  });
  if (way.includes('met')) {
    const pair = kind === 'make' ? known : me;
    addEvidence(book, pair as PersonId, other as PersonId, {
      kind: 'introduced',
      introductionId: id,
      onDate: ago(before - 12),
    });
  }
  return { id, before, hasValue: outcome === 'value' };
}

/** A job of each introduction that was worth something, and some from events, people and nowhere known. */
function writeOutcomes({ book, draw, mine, ago }: Furnishing, made: readonly Made[]): void {
  const insert = (
    before: number,
    source: { introduction?: number; event?: number; person?: number },
  ) => {
    book.run(
      `INSERT INTO outcome (kind, title, client_person_id, amount, currency, on_date, platform_id,
         introduction_id, event_id, person_id)
       VALUES (@kind, @title, @client, @amount, @currency, @onDate, @platform, @introduction, @event, @person)`,
      {
        kind: draw() < 0.85 ? 'job' : 'gain',
        title: pick(jobsWon, draw),
        client: pick(mine, draw),
        amount: 10_000 * (2 + Math.floor(draw() ** 2 * 90)),
        currency: 'GBP',
        onDate: ago(Math.max(0, before)),
        platform: draw() < 0.4 ? 1 : null,
        introduction: source.introduction ?? null,
        event: source.event ?? null,
        person: source.person ?? null,
      },
    );
  };
  for (const { before, hasValue, id } of made)
    if (hasValue) insert(before - 20, { introduction: id });
  for (let at = 0; at < 30; at++) {
    const before = Math.floor(draw() * 1000);
    insert(
      before,
      at % 3 === 0 ? {} : at % 3 === 1 ? { event: 280 + at * 4 } : { person: pick(mine, draw) },
    );
  }
}

function writeFavours({ book, draw, mine, ago }: Furnishing): void {
  for (let at = 0; at < 90; at++) {
    const reached = 20 + Math.floor(draw() * 900);
    const low = Math.floor(reached * draw() * 0.6);
    book.run(
      `INSERT INTO share (direction, person_id, platform_id, on_date, what, reached, new_low, new_high)
       VALUES (@direction, @personId, 1, @onDate, @what, @reached, @low, @high)`,
      {
        direction: draw() < 0.5 ? 'given' : 'received',
        personId: pick(mine, draw),
        onDate: ago(Math.floor(draw() * 400)),
        what: pick(goals, draw),
        reached,
        low,
        high: low + Math.floor(draw() * 40),
      },
    );
  }
  for (let at = 0; at < 60; at++) {
    book.run('INSERT INTO thanks (person_id, on_date) VALUES (@personId, @onDate)', {
      personId: pick(mine, draw),
      onDate: ago(Math.floor(draw() * 600)),
    });
  }
}

function writeViews({ book }: Furnishing): void {
  const views = [
    { name: 'Clients not heard of', question: { filter: { tagIds: [1], contactTo: '-6m' } } },
    { name: 'Could be asked', question: { filter: { tiedToMe: true, strengthFrom: 0.4 } } },
    { name: 'No e-mail yet', question: { filter: { tiedToMe: true, hasEmail: false } } },
  ];
  views.forEach(({ name, question }, position) => {
    const sorted = { ...question, sort: { by: 'name', direction: 'ascending' } };
    book.run(
      `INSERT INTO saved_view (name, folded_name, position, question) VALUES (@name, @folded, @position, @question)`,
      { name, folded: name.toLowerCase(), position, question: JSON.stringify(sorted) },
    );
  });
}

/** LinkedIn lists of three people whom I know, as if they had handed me theirs. */
function writeCircles({ book, mine, ago }: Furnishing): void {
  for (const owner of mine.slice(0, 3)) {
    const circle = book.run(
      'INSERT INTO circle (owner_id, platform_id, as_of) VALUES (@owner, 1, @asOf)',
      { owner, asOf: ago(60) },
    ).id;
    book.run(
      `INSERT INTO circle_member (circle_id, account_id, relation)
       SELECT @circle, account.id, 'linked' FROM tie JOIN account
         ON account.person_id = iif(low_person_id = @owner, high_person_id, low_person_id) AND account.platform_id = 1
       WHERE (low_person_id = @owner OR high_person_id = @owner) AND EXISTS
         (SELECT 1 FROM evidence WHERE tie_id = tie.id AND kind = 'platform_link' AND platform_id = 1)`,
      { circle, owner },
    );
  }
}
