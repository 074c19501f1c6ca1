import { describe, expect, it } from 'vitest';
import { parseLines, refusalOf } from '../testing/fixture.ts';

describe('X followers and following', () => {
  it('reads ids with the line of each entry, and leaves out what has none', () => {
    const file = parseLines([
      'window.YTD.following.part0 = [',
      ' { "following": { "accountId": "12", "userLink": "https://twitter.com/intent/user?user_id=12" } },',
      ' { "following": { "accountId": "", "userLink": "" } },',
      ' { "following": {',
      '   "accountId": "34" } }',
      ']',
    ]);
    expect(file).toMatchObject({ platform: 'x', direction: 'followed_by_owner', complete: true });
    expect(file.people.map(({ line, name, accounts }) => [line, name, accounts[0]])).toEqual([
      [
        2,
        null,
        {
          platform: 'x',
          url: 'https://twitter.com/intent/user?user_id=12',
          handle: null,
          externalId: '12',
          displayName: null,
          weak: false,
        },
      ],
      [4, null, expect.objectContaining({ externalId: '34', url: null })],
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([3]);
  });

  it('knows that a later part is not the whole circle', () => {
    const file = parseLines(['window.YTD.follower.part1 = [{"follower":{"accountId":"1"}}]']);
    expect(file).toMatchObject({ direction: 'follows_owner', complete: false });
  });

  it('does not run the script it comes in', () => {
    const error = refusalOf(() => parseLines(['window.YTD.follower.part0 = [alert(1)]']));
    expect(error.code).toBe('UNREADABLE_FILE');
  });
});
