import { describe, expect, it } from 'vitest';
import { onlyPerson, parseLines } from '../testing/fixture.ts';

const URL = 'https://www.instagram.com/jane.doe';

describe('Instagram followers and following', () => {
  it.each([
    [
      'old',
      [{ title: '', string_list_data: [{ href: URL, value: 'Jane.Doe', timestamp: 1474496513 }] }],
    ],
    ['newer', [{ title: 'jane.doe', string_list_data: [{ href: URL, timestamp: 1474496513 }] }]],
    [
      '2026',
      [
        {
          timestamp: 1474496513,
          media: [],
          label_values: [
            { label: 'URL', value: URL, href: URL },
            { label: 'Username', value: 'jane.doe' },
          ],
          fbid: '1',
        },
      ],
    ],
    [
      '2026, nested and in another language',
      [
        {
          timestamp: 1474496513,
          label_values: [
            { title: 'Besitzer', dict: [{ dict: [{ label: 'Konto-URL', value: URL }] }] },
          ],
        },
      ],
    ],
  ])('reads the %s form of both lists', (_, entries) => {
    const followers = parseLines([JSON.stringify(entries)]);
    const following = parseLines([JSON.stringify({ relationships_following: entries })]);
    expect([followers.format, followers.direction]).toEqual([
      'instagram-followers',
      'follows_owner',
    ]);
    expect([following.format, following.direction]).toEqual([
      'instagram-following',
      'followed_by_owner',
    ]);
    for (const file of [followers, following]) {
      expect(onlyPerson(file)).toMatchObject({
        since: '2016-09-21',
        accounts: [{ platform: 'instagram', handle: 'jane.doe', weak: false }],
      });
    }
  });

  it('leaves out deleted accounts, with their line', () => {
    const file = parseLines([
      '{"relationships_following": [',
      '{"title": "", "string_list_data": []},',
      `{"title": "", "string_list_data": [{"href": "${URL}", "value": "jane"}]}`,
      ']}',
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([2]);
    expect(file.people.map(({ line }) => line)).toEqual([3]);
  });

  it('does not take other lists of Meta for followers', () => {
    const liked = [{ title: 'x', string_list_data: [{ href: 'https://www.instagram.com/p/1' }] }];
    expect(parseLines([JSON.stringify(liked)], { format: 'instagram' }).people).toEqual([]);
  });
});
