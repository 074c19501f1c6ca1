import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { importFile, ofPerson, textFile } from './testing/import-files.ts';
import { cards, facebook, linkedin } from './testing/made-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const count = (sql: string): number => test.book.value<number>(sql) ?? 0;
const namesInBook = (): string[] =>
  test.book.column<string>(
    'SELECT display_name FROM person WHERE is_me = 0 AND display_name IS NOT NULL ORDER BY id',
  );
const questions = (): [string, string][] =>
  test.book
    .all<{ a: string; b: string }>(
      `SELECT a.display_name AS a, b.display_name AS b FROM identity_question AS q
       JOIN person AS a ON a.id = q.low_person_id JOIN person AS b ON b.id = q.high_person_id
       WHERE answer IS NULL ORDER BY q.id`,
    )
    .map(({ a, b }) => [a, b]);

describe('a certain match', () => {
  it('is the same account, whatever the name and e-mail say', async () => {
    await importFile(test, linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,08 Feb 2020'));
    const report = await importFile(
      test,
      linkedin('Jane,Smith,https://linkedin.com/in/Jane/,jane@x.example,,,08 Feb 2020'),
    );
    expect(report.people).toMatchObject({ created: 0, matched: 1, unsure: 0 });
    expect(namesInBook()).toEqual(['Jane Doe']);
    expect(test.book.column('SELECT name FROM person_name')).toEqual(['Jane Smith']);
  });

  it('is the same e-mail address in any case, or the same number however it is written', async () => {
    await importFile(
      test,
      cards('FN:Jane Doe\nEMAIL:Jane@X.example', 'FN:Tom Brown\nTEL:+44 7700 900123'),
    );
    const report = await importFile(
      test,
      textFile('people.csv', 'Name,Email,Phone\nJ. Doe,jane@x.EXAMPLE,\nTom Brown,,07700 900123\n'),
    );
    expect(report.people).toMatchObject({ created: 0, matched: 2, unsure: 0 });
  });

  it('is not a number whose bearer has a wholly different name: a household shares a telephone', async () => {
    await importFile(test, cards('FN:Phillip Roberts\nTEL:+44 7700 900123'));
    const report = await importFile(test, cards('FN:Juana Diego\nTEL:+44 7700 900123'));
    expect(report.people).toMatchObject({ created: 0, matched: 0, unsure: 1 });
    expect(questions()).toEqual([['Phillip Roberts', 'Juana Diego']]);
  });

  it('is not a number of two people, of whom neither has a name like this, also if one is in the list', async () => {
    await importFile(
      test,
      textFile(
        'people.csv',
        'Name,Email,Phone\nJosé Lamas,,+447700900123\nAnn Lee,ann@x.example,+447700900123\n',
      ),
    );
    await importFile(test, cards('FN:Ann Lee\nEMAIL:ann@x.example'));
    const report = await importFile(test, cards('FN:Juana Diego\nTEL:+44 7700 900123'));
    expect(report.people).toMatchObject({ created: 0, matched: 0, unsure: 1 });
    expect(namesInBook()).toEqual(['José Lamas', 'Ann Lee', 'Juana Diego']);
  });

  it('of two people at once takes the account first, and asks whether the two are one', async () => {
    await importFile(test, linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,08 Feb 2020'));
    await importFile(test, cards('FN:J Doe\nEMAIL:jane@x.example'));
    const both = linkedin('Jane,Doe,https://www.linkedin.com/in/jane,jane@x.example,,,08 Feb 2020');
    expect((await importFile(test, both)).people).toMatchObject({ matched: 1 });
    expect(questions()).toEqual([['Jane Doe', 'J Doe']]);
    expect((await importFile(test, both)).people).toMatchObject({ unchanged: 1 });
    expect(questions()).toHaveLength(1);
  });

  it('of those who share an address is the one who bears the rest of the row, too', async () => {
    await importFile(test, cards('UID:jane\nFN:jane doe'));
    await importFile(test, cards('FN:Jane Doe'));
    const book = cards(
      'UID:jane\nFN:Jane Doe\nEMAIL:jane@x.example',
      'FN:Jane Doe\nEMAIL:jane@x.example\nTEL:+44 7700 900123',
      'FN:Jane Doe\nTEL:+44 7700 900123\nX-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/jane',
    );
    // The second card is whoever was called so before and is given the number; the third has that number.
    expect((await importFile(test, book)).people).toMatchObject({ matched: 3 });
    expect(count('SELECT count(*) FROM contact_point')).toBe(3);
    expect((await importFile(test, book)).people).toMatchObject({ matched: 0, unchanged: 3 });
    expect(count('SELECT count(*) FROM contact_point')).toBe(3);
    expect((await importFile(test, book)).importId).toBeNull();
  });

  it('keeps two people apart who share an address in one file', async () => {
    const attendees = textFile(
      'eventbrite.csv',
      [
        'Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Attendee Status',
        '1,2026-09-17 18:00:00+01:00,Ann,Lee,ann@x.example,1,Free,GA,1,Attending',
        '1,2026-09-17 18:00:00+01:00,Guest,One,ann@x.example,1,Free,GA,2,Attending',
        '1,2026-09-17 18:00:00+01:00,Ann,Lee,ann@x.example,1,Free,GA,3,Attending',
      ].join('\n'),
    );
    const event = { event: { title: 'Supper', heldOn: '2026-09-20' } };
    const report = await importFile(test, attendees, event);
    expect(report.people).toEqual({ created: 2, matched: 0, unsure: 0, unchanged: 1 });
    expect(questions()).toEqual([]);
    expect(count('SELECT count(*) FROM attendance')).toBe(2);
    expect((await importFile(test, attendees, event)).importId).toBeNull();
  });
});

describe('the same name', () => {
  it('is a question, and the row a person of its own', async () => {
    await importFile(test, facebook('Jane Doe'));
    const report = await importFile(test, linkedin('jane,DOE,https://www.linkedin.com/in/jd,,,,'));
    expect(report.people).toMatchObject({ created: 0, matched: 0, unsure: 1 });
    expect(namesInBook()).toEqual(['Jane Doe', 'jane DOE']);
    expect(questions()).toEqual([['Jane Doe', 'jane DOE']]);
  });

  it('is no question between two accounts of one platform, nor between two rows of one list', async () => {
    await importFile(test, linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,'));
    const report = await importFile(
      test,
      linkedin(
        'Jane,Doe,https://www.linkedin.com/in/jane-2,,,,',
        'Jane,Doe,https://www.linkedin.com/in/jane-3,,,,',
      ),
    );
    expect(report.people).toMatchObject({ created: 2, unsure: 0 });
    await importFile(test, facebook('Tom Brown', 'Tom Brown'));
    expect(questions()).toEqual([]);
  });

  it('within one address book is a question only if one of the two cards says little', async () => {
    await importFile(
      test,
      cards(
        'FN:Jane Doe\nEMAIL:jane@x.example',
        'FN:Jane Doe\nEMAIL:other@x.example',
        'FN:Tom Brown\nEMAIL:tom@x.example',
        'FN:Tom Brown\nNOTE:plays the organ',
      ),
    );
    expect(questions()).toEqual([['Tom Brown', 'Tom Brown']]);
  });

  it('once answered is never asked again', async () => {
    await importFile(test, facebook('Jane Doe'));
    const other = linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,');
    await importFile(test, other);
    const { rows } = await test.call<{ rows: { id: number }[] }>('transfer.questions');
    await test.call('transfer.answer', { questionId: rows[0]?.id, answer: 'different' });
    await importFile(test, other);
    await importFile(test, facebook('Jane Doe'));
    expect(questions()).toEqual([]);
    expect(namesInBook()).toHaveLength(2);
  });

  it('answered on the page of duplicates is not asked by a later import either', async () => {
    const tellApart = async (): Promise<void> => {
      const { rows } = await test.call<{ rows: { a: { id: number }; b: { id: number } }[] }>(
        'duplicates.find',
      );
      for (const { a, b } of rows) {
        await test.call('duplicates.tellApart', { a: a.id, b: b.id });
      }
    };
    // two of whom an import has asked, and two of whom nobody has
    await importFile(test, facebook('Jane Doe'));
    await importFile(test, linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,'));
    for (const email of ['tom@x.example', 'tom@y.example']) {
      await test.call('people.create', { name: 'Tom Brown', email });
    }
    await tellApart();
    expect(namesInBook()).toHaveLength(4);
    await importFile(test, facebook('Jane Doe'));
    await importFile(
      test,
      linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,Acme,Editor,08 Feb 2026'),
    );
    await importFile(
      test,
      cards(
        'FN:Tom Brown\nEMAIL:tom@x.example',
        'FN:Tom Brown\nEMAIL:tom@y.example\nTEL:0161 496 0101',
      ),
    );
    expect(questions()).toEqual([]);
    expect(namesInBook()).toHaveLength(4);
    expect(await test.call('duplicates.find')).toMatchObject({ total: 0 });
  });

  it('answered with "same" makes the two one, who is found again by both lists', async () => {
    await importFile(test, facebook('Jane Doe'));
    const other = linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,');
    await importFile(test, other);
    const { rows } = await test.call<{ rows: { id: number }[] }>('transfer.questions');
    await test.call('transfer.answer', { questionId: rows[0]?.id, answer: 'same' });
    expect(namesInBook()).toEqual(['Jane Doe']);
    for (const file of [other, facebook('Jane Doe')]) {
      expect((await importFile(test, file)).importId).toBeNull();
    }
    await test.call('book.undo');
    expect(namesInBook()).toHaveLength(2);
    expect(questions()).toHaveLength(1);
  });
});

describe('a list of names only', () => {
  it('means the same account in two lists of one platform, as long as there is one of that name', async () => {
    await importFile(test, facebook('Jane Doe', 'José Lamas'));
    const report = await importFile(test, facebook('Jane Doe', 'Jose Lamas'), ofPerson('Kim'));
    expect(report.people).toMatchObject({ created: 0, matched: 1, unsure: 1 });
    expect(questions()).toEqual([['José Lamas', 'Jose Lamas']]);
  });

  it('leaves open which of several of that name is meant', async () => {
    await importFile(test, facebook(['Jane Doe', 1_500_000_000], ['Jane Doe', 1_600_000_000]));
    const kims = facebook('Jane Doe');
    expect((await importFile(test, kims, ofPerson('Kim'))).people).toMatchObject({ unsure: 1 });
    expect(namesInBook()).toEqual(['Jane Doe', 'Jane Doe', 'Kim', 'Jane Doe']);
    expect(questions()).toHaveLength(2);
    expect((await importFile(test, kims, ofPerson('Kim'))).importId).toBeNull();
  });

  it('finds each of two of one name again by date, in any order; a third one is new', async () => {
    const early: [string, number] = ['Jane Doe', 1_500_000_000];
    const late: [string, number] = ['Jane Doe', 1_600_000_000];
    await importFile(test, facebook(early, late));
    expect((await importFile(test, facebook(late, early))).importId).toBeNull();
    const report = await importFile(test, facebook(['Jane Doe', 1_400_000_000], late, early));
    expect(report.people).toMatchObject({ created: 1, unchanged: 2, unsure: 0 });
  });

  it('finds its own card again beside one of that name that is known by an account', async () => {
    const book = cards(
      'FN:Jane Doe\nX-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/jane',
      'FN:Jane Doe\nCATEGORIES:brand',
    );
    await importFile(test, book);
    expect((await importFile(test, book)).importId).toBeNull();
    expect(count('SELECT count(*) FROM person_tag')).toBe(1);
  });

  it('in an address book says nothing beyond that book: your Mum is not my Mum', async () => {
    await importFile(test, cards('FN:Mum'));
    const report = await importFile(test, cards('FN:Mum'), ofPerson('Kim'));
    expect(report.people).toMatchObject({ unsure: 1, matched: 0 });
    expect((await importFile(test, cards('FN:Mum'))).importId).toBeNull();
  });

  it('is asked about however many others go by it as a nickname', async () => {
    const nicknamed = Array.from({ length: 60 }, (_, at) => `FN:Robert N${at}\nNICKNAME:Bob Smith`);
    const profile = 'X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/r';
    const bob = [`FN:Robert Smith\n${profile}`, `FN:Bob Smith\n${profile}`, 'FN:Bob Smith'];
    const report = await importFile(test, cards(...nicknamed, ...bob));
    expect(report.people).toMatchObject({ created: 61, matched: 1, unsure: 1 });
  });

  it('pasted with a platform joins what that platform listed', async () => {
    await importFile(test, facebook('Jane Doe', 'Tom Brown'));
    const pasted = textFile('mutual.txt', 'Jane Doe\nTom Brown\nSue Park\n');
    const options = { ...ofPerson('Kim'), platform: 'facebook', format: 'name-list' };
    const report = await importFile(test, pasted, options);
    expect(report.people).toMatchObject({ created: 1, matched: 2 });
    const plain = { ...ofPerson('Kim'), format: 'name-list' };
    expect((await importFile(test, pasted, plain)).people).toMatchObject({ unsure: 3 });
    expect((await importFile(test, pasted, plain)).importId).toBeNull();
  });
});
