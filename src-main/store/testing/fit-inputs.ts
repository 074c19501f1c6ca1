import type { TestBook } from '../../book/testing/make-book.ts';

type Input = Record<string, unknown>;
/** Makes fields agree that a schema cannot tie together: a role and the person who has it. */
type Fit = (book: TestBook, input: Input, pick: number) => Promise<Input> | Input;

/**
 * For commands that hardly any random input would pass. `pick` is random too. Given for what must be known of the
 * book; all other commands take their inputs as their schemas draw them.
 */
const fits: Readonly<Record<string, Fit>> = {
  'people.removeContactPoint': (t, _, pick) =>
    rowOf(t, 'SELECT person_id AS id, id AS contactPointId FROM contact_point', pick),
  'people.endRole': (t, { endedOn }, pick) => ({
    ...rowOf(t, 'SELECT person_id AS id, id AS roleId FROM role', pick),
    endedOn,
  }),
  'person.setPhoto': (_, input) => ({ ...input, photo: smallestPng }),
  'person.removePhoto': (t, _, pick) => rowOf(t, 'SELECT person_id AS id FROM person_photo', pick),
  'person.updateField': (t, input, pick) => ({
    ...input,
    ...rowOf(t, 'SELECT person_id AS id, id AS fieldId FROM person_field', pick),
  }),
  'person.removeField': (t, _, pick) =>
    rowOf(t, 'SELECT person_id AS id, id AS fieldId FROM person_field', pick),
  'person.updateRole': (t, input, pick) => ({
    ...input,
    ...rowOf(t, 'SELECT person_id AS id, id AS roleId FROM role', pick),
    title: 'designer',
    endedOn: null,
  }),
  'people.removeRole': (t, _, pick) =>
    rowOf(t, 'SELECT person_id AS id, id AS roleId FROM role', pick),
  'people.untag': (t, { ids }, pick) => {
    const bearer = rowOf(t, 'SELECT person_id AS id, tag_id AS tagId FROM person_tag', pick);
    return { tagId: bearer['tagId'], ids: [...(ids as unknown[]), bearer['id']] };
  },
  'events.removeAttendance': (t, _, pick) =>
    rowOf(t, 'SELECT event_id AS id, person_id AS personId FROM attendance', pick),
  'events.logLine': (_, { id }, pick) => ({ id, text: lines[pick % lines.length] }),
  'ties.rate': (t, input, pick) => ({ ...rowOf(t, tiePairs, pick), rating: input['rating'] }),
  'ties.remove': (t, _, pick) => rowOf(t, tiePairs, pick),
  'topics.addSynonym': (t, input, pick) => {
    const other = t.book.column<string>('SELECT name FROM topic ORDER BY id')[pick];
    return other === undefined ? input : { ...input, name: other };
  },
  'topics.removeSynonym': (t, input, pick) =>
    rowOf(t, 'SELECT topic_id AS id, name FROM topic_synonym', pick, input),
  'introductions.move': (t, input, pick) => {
    const chosen = rowOf(t, 'SELECT id FROM introduction', pick);
    const outcome = input['state'] === 'outcome' ? (input['outcome'] ?? 'value') : null;
    return { ...input, ...chosen, outcome };
  },
  'goals.update': (t, { isOpen }, pick) => ({
    ...rowOf(t, 'SELECT id FROM goal', pick),
    what: `Goal ${pick}`,
    ...(isOpen === undefined ? {} : { isOpen }),
  }),
  'goals.letGo': (t, { thanked }, pick) => {
    const undecided = `SELECT goal_id AS id, introduction.id AS introductionId FROM introduction
      WHERE goal_id IS NOT NULL AND state IN ('idea', 'asked', 'permission_asked', 'accepted')`;
    const { id, introductionId } = rowOf(t, undecided, pick);
    return {
      id,
      asks: [{ introductionId, subject: 'Thanks', body: `Thank you ${pick}` }],
      thanked,
    };
  },
  'suggestions.allow': (t, input, pick) =>
    rowOf(t, 'SELECT low_person_id AS a, high_person_id AS b FROM refused_pair', pick, input),
  'transfer.apply': async (t, _, pick) => {
    const file = files[pick % files.length];
    const bytes = new TextEncoder().encode(file?.text.replaceAll('{n}', String(pick)));
    const plan = await t.call<{ planId: string }>('transfer.plan', {
      files: [{ name: file?.name, bytes }],
      ...(file?.isOfEvent === true ? { event: { title: 'Supper', heldOn: '2026-06-01' } } : {}),
    });
    return { planId: plan.planId };
  },

  'transfer.settleChanges': (t, { isDone }, pick) => {
    const { id } = rowOf(t, 'SELECT id FROM list_change', pick);
    return { changeIds: [id], ...(isDone === undefined ? {} : { isDone }) };
  },
  'transfer.updateMovedRole': (t, _, pick) => {
    const { id } = rowOf(t, "SELECT id FROM list_change WHERE kind = 'moved'", pick);
    return { changeId: id };
  },
  'letters.saveTemplate': (_, input) => ({ ...input, id: null, replacesShipped: false }),
  'letters.removeTemplate': (t, _, pick) => rowOf(t, 'SELECT id FROM letter_template', pick),
  'views.update': (t, input, pick) => ({ ...input, ...rowOf(t, savedViews, pick) }),
  'views.remove': (t, _, pick) => rowOf(t, savedViews, pick),
  'views.reorder': (t, _, pick) => {
    const ids = t.book.column<number>(savedViews);
    const at = pick % Math.max(1, ids.length);
    return { ids: [...ids.slice(at), ...ids.slice(0, at)] };
  },
  'transfer.answer': (t, input, pick) => {
    const question = rowOf(
      t,
      'SELECT id AS questionId, low_person_id AS keep FROM identity_question WHERE answer IS NULL',
      pick,
    );
    return { ...question, answer: input['answer'] };
  },
};

/** One transparent pixel. */
export const smallestPng =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The input as it is sent. */
export async function fitInput(
  book: TestBook,
  path: string,
  input: unknown,
  pick: number,
): Promise<unknown> {
  const fit = fits[path];
  return fit === undefined ? input : fit(book, input as Input, pick);
}

const savedViews = 'SELECT id FROM saved_view';
const tiePairs = 'SELECT low_person_id AS a, high_person_id AS b FROM tie';

const lines = [
  'Jane Doe, Acme Print, designer #brand needs accountant offers logos knows Tom Brown !friday "hello"',
  'Ann Lee via Jane Doe',
  'Zoë Müller, Atelier Nord #print zoe@nord.example !next week',
  'Bo offers bookkeeper knows Ann Lee',
];

const files = [
  {
    name: 'Connections.csv',
    text: 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn{n},Lee,https://www.linkedin.com/in/ann-{n},,Acme,Owner,08 Feb 2026\n',
  },
  {
    name: 'cards.vcf',
    text: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEMAIL:ann{n}@lee.example\r\nEND:VCARD\r\n',
  },
  { name: 'ties.csv', text: 'From,To,Platform,Strength,Since,Note\nAnn {n},Bo {n},,0.4,,\n' },
  {
    name: 'guests.csv',
    text: 'guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at\ng{n},Cy {n},Cy,{n},cy{n}@x.example,,2026-06-01T10:00:00Z,approved,2026-06-01T18:00:00Z\n',
    isOfEvent: true,
  },
];

function rowOf(t: TestBook, sql: string, pick: number, otherwise: Input = {}): Input {
  const rows = t.book.all<Input>(sql);
  return rows[pick % Math.max(1, rows.length)] ?? otherwise;
}
