import { describe, expect, it } from 'vitest';
import { onlyPerson, parseLines, refusalOf } from '../testing/fixture.ts';

const DID = 'did:plc:abcdefghijklmnopqrstuvwx';

describe('Mastodon follows', () => {
  it('reads addresses, and leaves out what is none', () => {
    const file = parseLines([
      'Account address,Show boosts,Notify on new posts,Languages',
      'Jane@Mastodon.example,true,false,"en, de"',
      'jane,true,false,',
    ]);
    expect(file).toMatchObject({
      format: 'mastodon-follows',
      platform: 'mastodon',
      direction: 'followed_by_owner',
      complete: true,
    });
    expect(onlyPerson(file)).toMatchObject({
      name: null,
      accounts: [
        { handle: 'jane@mastodon.example', url: 'https://Mastodon.example/@Jane', weak: false },
      ],
      extra: [],
    });
    expect(file.leftOut.map(({ line }) => line)).toEqual([3]);
  });
});

describe('Bluesky follows', () => {
  const record = {
    $type: 'app.bsky.graph.follow',
    subject: DID,
    createdAt: '2024-11-12T08:00:00Z',
  };

  it.each([
    ['bare records', JSON.stringify([record])],
    ['the answer of listRecords', JSON.stringify({ records: [{ uri: 'at://x', value: record }] })],
    ['one record', JSON.stringify(record)],
    ['getFollows', JSON.stringify({ follows: [{ did: DID, createdAt: '2024-11-12T08:00:00Z' }] })],
  ])('reads %s', (_, text) => {
    expect(onlyPerson(parseLines([text]))).toMatchObject({
      accounts: [{ platform: 'bluesky', externalId: DID }],
      since: '2024-11-12',
      direction: 'followed_by_owner',
    });
  });

  it('reads one record a line, with lines, and leaves out other records', () => {
    const file = parseLines([
      JSON.stringify(record),
      '',
      JSON.stringify({ $type: 'app.bsky.feed.like', subject: { uri: 'at://x' } }),
      JSON.stringify({ ...record, subject: 'javascript:alert(1)' }),
      JSON.stringify(record),
    ]);
    expect(file.people.map(({ line }) => line)).toEqual([1, 5]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('names the line that is damaged', () => {
    const error = refusalOf(() =>
      parseLines([JSON.stringify(record), '{"subject": "did:plc:a'], {
        format: 'bluesky',
      }),
    );
    expect(error.message).toMatch(/line 2/);
  });
});
