import { type App, expect, test } from './app-fixture.ts';

/** Ten people of an evening: three known before, seven new. */
const lines = [
  'Jane Doe, Acme Print, designer #brand needs accountant offers logos jane@acme.example knows Tom Brown !friday "talked about the museum"',
  'Tom Brown, Brown & Sons #print',
  'Ann Lee needs web shop',
  'Omar Haddad, Haddad Tax, accountant offers accountant',
  'Zoë Müller, Atelier Nord, photographer offers portraits #brand',
  'Li Wei, Canal Books knows Ann Lee',
  'Nina Petrova via Jane Doe #print !next week',
  'Sam O’Brien, Brown & Sons, printer',
  'Ada Okafor offers copywriting "wants to see my portfolio"',
  'Ben Hart ben@hart.example +44 7700 900321',
];

interface Person {
  readonly id: number;
  readonly roles: { organisation: { name: string } | null; title: string | null }[];
  readonly tags: { name: string }[];
  readonly statements: { kind: string; topic: { name: string } }[];
  readonly contactPoints: { kind: string; value: string }[];
  readonly followUps: { what: string }[];
  readonly events: { title: string; haveMet: boolean; note: string }[];
  readonly strengthWithMe: number | null;
}

/** What each line must have made, beside the meeting: role, tags, offers and needs, addresses, follow-ups, note. */
const expected: readonly (readonly [name: string, made: readonly string[]])[] = [
  [
    'Jane Doe',
    [
      'Acme Print, designer',
      '#brand',
      'needs accountant',
      'offers logos',
      'email jane@acme.example',
      'follow up: talked about the museum',
      'talked about the museum',
    ],
  ],
  ['Tom Brown', ['Brown & Sons', '#print']],
  ['Ann Lee', ['needs web shop']],
  ['Omar Haddad', ['Haddad Tax, accountant', 'offers accountant']],
  ['Zoë Müller', ['Atelier Nord, photographer', '#brand', 'offers portraits']],
  ['Li Wei', ['Canal Books']],
  ['Nina Petrova', ['#print', 'follow up: ']],
  ['Sam O’Brien', ['Brown & Sons, printer']],
  ['Ada Okafor', ['offers copywriting', 'wants to see my portfolio']],
  ['Ben Hart', ['email ben@hart.example', 'phone +44 7700 900321']],
];

/** Reads the whole book back and holds it against the lines. */
async function checkBook(app: App): Promise<void> {
  const all = await app.call<{ total: number }>('people.list', {});
  // the ten, and nobody made twice; I am not in my own list, or with it
  expect([10, 11]).toContain(all.total);
  for (const [name, made] of expected) {
    const { id } = await app.call<{ id: number }>('people.resolve', { name });
    const person = await app.call<Person>('people.get', { id });
    const found = [
      ...person.roles.map(({ organisation, title }) =>
        [organisation?.name, title]
          .filter((part) => part !== undefined && part !== null)
          .join(', '),
      ),
      ...person.tags.map((tag) => `#${tag.name}`).toSorted(),
      ...person.statements.map(({ kind, topic }) => `${kind} ${topic.name}`).toSorted(),
      ...person.contactPoints.map(({ kind, value }) => `${kind} ${value}`),
      ...person.followUps.map(({ what }) => `follow up: ${what}`),
      ...person.events.map(({ note }) => note).filter((note) => note !== ''),
    ];
    expect(found.toSorted(), name).toEqual(made.toSorted());
    expect(person.events, name).toMatchObject([{ title: 'Brews & Books', haveMet: true }]);
    expect(person.strengthWithMe, name).toBeGreaterThan(0);
  }
  for (const [a, b] of [
    ['Jane Doe', 'Tom Brown'],
    ['Li Wei', 'Ann Lee'],
    ['Jane Doe', 'Nina Petrova'],
  ] as const) {
    expect(await tieOf(app, a, b), `${a} and ${b}`).not.toBeNull();
  }
  const introductions = await app.call('introductions.list', {});
  expect(introductions).toMatchObject([
    { kind: 'received', introducer: { name: 'Jane Doe' }, second: { name: 'Nina Petrova' } },
  ]);
}

async function tieOf(app: App, a: string, b: string): Promise<unknown> {
  const [first, second] = await Promise.all(
    [a, b].map((name) => app.call<{ id: number }>('people.resolve', { name })),
  );
  return app.call('ties.explain', { a: first?.id, b: second?.id });
}

test('ten people are logged after an event by keyboard alone, and each row is made', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.startOwnBook('Robin Me');

  await test.step('three people are known already', async () => {
    for (const name of ['Jane Doe', 'Tom Brown', 'Ann Lee']) {
      await app.call('people.create', { name });
    }
  });

  await keyboard.press('g');
  await keyboard.press('e');
  await expect(window.getByLabel('What was it?')).toBeFocused();
  await keyboard.type('Brews & Books');
  await keyboard.press('Enter');
  const field = window.getByLabel('Whom did you meet?');
  await expect(field).toBeFocused();

  const justLogged = window.getByRole('list', { name: 'Just logged' });
  for (const [index, line] of lines.entries()) {
    await keyboard.type(line);
    await keyboard.press('Enter');
    await expect(justLogged.getByRole('listitem')).toHaveCount(index + 1);
    await expect(field).toHaveValue('');
  }

  await test.step('the event knows all of them, with what was promised', async () => {
    await expect(window.getByText('10 people met, 10 there')).toBeVisible();
    const promises = window.getByRole('heading', { name: 'To follow up' }).locator('..');
    await expect(promises.getByRole('listitem')).toHaveCount(2);
    await expect(justLogged).toContainText('Jane Doe was in your book already.');
    await expect(justLogged).toContainText('Omar Haddad is new in your book.');
  });

  await test.step('each row of each line is in the book', () => checkBook(app));

  await test.step('Jane’s page shows every piece of her line', async () => {
    await window.getByRole('table').getByRole('link', { name: 'Jane Doe' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Jane Doe' })).toBeVisible();
    const page = window.getByRole('main');
    for (const piece of [
      'Acme Print',
      'designer',
      'brand',
      'accountant',
      'logos',
      'jane@acme.example',
    ]) {
      await expect(page.getByText(piece).first()).toBeVisible();
    }
  });

  await test.step('an accountant can be found at once', async () => {
    await app.goTo('Who to ask');
    await keyboard.type('accountant');
    await expect(window.getByRole('option', { name: /Offers accountant/ })).toContainText(
      '1 person',
    );
    await keyboard.press('Enter');
    await expect(window.getByText('You know Omar Haddad yourself')).toBeVisible();
  });
});

test('a line is shown back as chips before it is kept, and the last one can be taken back', async ({
  app,
}) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  await app.goTo('Events');
  await window.getByLabel('What was it?').fill('Brews & Books');
  await window.keyboard.press('Enter');
  await window.getByLabel('Whom did you meet?').fill('Jane Doe, Acme Print #brand !2030-01-31');
  const chips = window.getByRole('status', { name: 'How the line is understood' });
  for (const chip of [
    'Person Jane Doe new',
    'Organisation Acme Print new',
    'Tag brand new',
    '31 Jan 2030',
  ]) {
    await expect(chips).toContainText(chip.replaceAll(' new', ''));
  }
  await window.keyboard.press('Enter');
  await expect(window.getByText('1 person met, 1 there')).toBeVisible();
  await expect(window.getByLabel('Whom did you meet?')).toHaveValue('');
  await window.keyboard.press('Control+z');
  await expect(window.getByText('0 people met, 0 there')).toBeVisible();
});
