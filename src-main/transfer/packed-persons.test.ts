import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedPersons } from './packed-persons.ts';
import { emptyPerson, type ParsedPerson } from './parsed-file.ts';

/** Any text that a program may hold, halves of characters included. */
const text = fc.string({ unit: 'binary', maxLength: 12 });
const half = fc.string({
  unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)),
  maxLength: 4,
});
const said = fc.option(fc.oneof(text, half), { nil: null });
const contact = fc.record({ value: text, normalised: said, label: said, preferred: fc.boolean() });

const person: fc.Arbitrary<ParsedPerson> = fc
  .record({
    line: fc.nat(),
    uid: said,
    name: said,
    note: said,
    emails: fc.array(contact, { maxLength: 2 }),
    accounts: fc.array(
      fc.record({
        platform: text,
        url: said,
        handle: said,
        externalId: said,
        displayName: said,
        weak: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    tags: fc.array(fc.oneof(text, half), { maxLength: 2 }),
    photo: fc.option(
      fc.record({
        bytes: fc.uint8Array({ maxLength: 5 }),
        mediaType: fc.constant('image/png' as const),
      }),
      { nil: null },
    ),
    direction: fc.constantFrom('follows_owner', 'followed_by_owner', null),
    attendance: fc.option(
      fc.record({
        status: fc.constant('going' as const),
        isHost: fc.boolean(),
        guests: fc.nat(3),
        written: text,
      }),
      { nil: null },
    ),
    extra: fc.array(fc.record({ name: fc.constantFrom('__proto__', 'line', 'x'), value: half }), {
      maxLength: 2,
    }),
  })
  // the generated parts have no prototype, as nothing that a format makes
  .map((parts) => structuredClone({ ...emptyPerson(0), ...parts }));

const lists = fc.record({
  people: fc.array(person, { maxLength: 12 }),
  packedFrom: fc.nat(8),
  together: fc.integer({ min: 1, max: 4 }),
});

function listOf({ packedFrom, people, together }: Generated): PackedPersons {
  const list = new PackedPersons(packedFrom, together);
  for (const one of people) list.push(one);
  return list;
}

interface Generated {
  readonly people: readonly ParsedPerson[];
  readonly packedFrom: number;
  readonly together: number;
}

describe('the people of a long file', () => {
  it('are what they were as an array', () => {
    fc.assert(
      fc.property(lists, (generated) => {
        const list = listOf(generated);
        expect(list.length).toBe(generated.people.length);
        expect([...list]).toStrictEqual(generated.people);
        for (const [at, one] of generated.people.entries()) expect(list.at(at)).toStrictEqual(one);
        expect(list.at(generated.people.length)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('stay while any of their piece is still asked for', () => {
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat()), (generated, order) => {
        const list = listOf(generated);
        const left = [...generated.people.keys()];
        while (left.length > 0) {
          const [gone = 0] = left.splice(Number(order.next().value) % left.length, 1);
          list.forget(gone);
          for (const at of left) expect(list.at(at)).toStrictEqual(generated.people[at]);
        }
        for (const at of generated.people.keys()) expect(list.at(at)).toBeUndefined();
      }),
    );
  });

  it('share their photos with nobody and take no room for what is not said', () => {
    const list = new PackedPersons(1, 1);
    const bytes = new Uint8Array([1, 2, 3]);
    list.push({ ...emptyPerson(7), photo: { bytes, mediaType: 'image/png' } });
    list.push(emptyPerson(8));
    expect(list.at(0)?.photo?.bytes).toBe(bytes);
    expect(list.at(1)?.photo).toBeNull();
    expect(list.at(0)).not.toBe(list.at(0));
  });
});
