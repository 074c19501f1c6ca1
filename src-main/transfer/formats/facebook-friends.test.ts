import { describe, expect, it } from 'vitest';
import { onlyPerson, parseLines, refusalOf } from '../testing/fixture.ts';

describe('Facebook friends', () => {
  it('undoes the Latin-1 escaping and keeps the day of the friendship', () => {
    const file = parseLines([
      '{"friends_v2": [',
      ' {"name": "Jos\\u00c3\\u00a9 \\u00c5\\u0081", "timestamp": 1562654614}',
      ']}',
    ]);
    expect(file).toMatchObject({ format: 'facebook-friends', kind: 'circle', complete: true });
    expect(onlyPerson(file)).toMatchObject({
      line: 2,
      name: 'José Ł',
      since: '2019-07-09',
      accounts: [{ platform: 'facebook', displayName: 'José Ł', weak: true }],
    });
  });

  it('reads the older form', () => {
    const file = parseLines(['{"friends":[{"name":"Ann Lee","timestamp":1300000000}]}']);
    expect(onlyPerson(file)).toMatchObject({ name: 'Ann Lee', since: '2011-03-13' });
  });

  it('leaves out entries without a name, with their line', () => {
    const file = parseLines([
      '{"friends_v2": [',
      '  {"name": "", "timestamp": 1},',
      '  {"timestamp": 2},',
      '  {"name": "Ann \\"[{\\" Lee", "timestamp": 3}',
      ']}',
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([2, 3]);
    expect(file.people.map(({ line }) => line)).toEqual([4]);
  });

  it('says where a file is cut short', () => {
    const error = refusalOf(() => parseLines(['{"friends_v2": [', ' {"name": "Ann"},', ' {"na']));
    expect(error.code).toBe('UNREADABLE_FILE');
    expect(error.message).toContain('cut short');
    expect(error.message).toContain('line 3');
  });
});
