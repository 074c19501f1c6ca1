import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';

/**
 * Hands the accounts of `gone`, the circles they stand in and the circles `gone` owns to `keep`. Accounts with
 * one key (the same display name on one platform) become one, and so do their places in circles.
 */
export function mergeCircles(book: WritableBook, keep: PersonId, gone: PersonId): void {
  mergeAccounts(book, keep, gone);
  mergeOwnedCircles(book, keep, gone);
  // Nobody is a member of their own circle.
  book.run(
    `DELETE FROM circle_member
     WHERE circle_id IN (SELECT id FROM circle WHERE owner_id = @keep)
       AND account_id IN (SELECT id FROM account WHERE person_id = @keep)`,
    { keep },
  );
}

function mergeAccounts(book: WritableBook, keep: PersonId, gone: PersonId): void {
  const accounts = book.all<{ id: number; twin: number | null }>(
    `SELECT account.id, twin.id AS twin FROM account
     LEFT JOIN account AS twin ON twin.person_id = @keep
       AND twin.platform_id = account.platform_id AND twin.key = account.key
     WHERE account.person_id = @gone`,
    { keep, gone },
  );
  for (const { id, twin } of accounts) {
    if (twin === null) {
      book.run('UPDATE account SET person_id = @keep WHERE id = @id', { keep, id });
      continue;
    }
    moveMembers(book, 'account_id', id, twin);
    book.run('DELETE FROM account WHERE id = @id', { id });
  }
}

function mergeOwnedCircles(book: WritableBook, keep: PersonId, gone: PersonId): void {
  const circles = book.all<{ id: number; twin: number | null }>(
    `SELECT circle.id, twin.id AS twin FROM circle
     LEFT JOIN circle AS twin ON twin.owner_id = @keep AND twin.platform_id = circle.platform_id
     WHERE circle.owner_id = @gone`,
    { keep, gone },
  );
  for (const { id, twin } of circles) {
    if (twin === null) {
      book.run('UPDATE circle SET owner_id = @keep WHERE id = @id', { keep, id });
      continue;
    }
    moveMembers(book, 'circle_id', id, twin);
    book.run(
      `UPDATE circle SET as_of = max(coalesce(circle.as_of, gone.as_of), coalesce(gone.as_of, circle.as_of))
       FROM circle AS gone WHERE circle.id = @twin AND gone.id = @id`,
      { twin, id },
    );
    book.run('DELETE FROM circle WHERE id = @id', { id });
  }
}

interface MemberRow {
  readonly id: number;
  readonly twin: number | null;
}

/** Hands places in circles from one account (or circle) to another; two that become one keep the earlier start. */
function moveMembers(
  book: WritableBook,
  column: 'account_id' | 'circle_id',
  from: number,
  to: number,
): void {
  const otherColumn = column === 'account_id' ? 'circle_id' : 'account_id';
  const members = book.all<MemberRow>(
    `SELECT member.id, twin.id AS twin FROM circle_member AS member
     LEFT JOIN circle_member AS twin ON twin.${column} = @to
       AND twin.${otherColumn} = member.${otherColumn} AND twin.relation = member.relation
     WHERE member.${column} = @from`,
    { from, to },
  );
  for (const { id, twin } of members) {
    if (twin === null) {
      book.run(`UPDATE circle_member SET ${column} = @to WHERE id = @id`, { to, id });
      continue;
    }
    // Gone only if gone from both: a member still listed somewhere is still a member.
    book.run(
      `UPDATE circle_member SET
         since = min(coalesce(circle_member.since, old.since), coalesce(old.since, circle_member.since)),
         gone_on = max(circle_member.gone_on, old.gone_on)
       FROM circle_member AS old WHERE circle_member.id = @twin AND old.id = @id`,
      { twin, id },
    );
    book.run('DELETE FROM circle_member WHERE id = @id', { id });
  }
}
