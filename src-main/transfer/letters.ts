/**
 * Letters and meetings, as mailboxes and calendars hold them: who, with whom, when, and no text. Who of them is the
 * owner only the book knows (or the user), so people are made of them when the plan is.
 */

export interface Mailbox {
  /** Compared form: lower case. */
  readonly address: string;
  readonly name: string | null;
}

export interface Letter {
  /** Its place in the file, from 1. */
  readonly line: number;
  readonly kind: 'message' | 'meeting';
  /** Twelve hexadecimal digits that tell it from all others. */
  readonly mark: string;
  readonly day: string;
  /** Null: nobody in particular (a meeting without organiser). */
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
}

/** Counts what is left out, by reason: a mailbox has thousands of newsletters. */
export class LeftOutCounter {
  readonly #counts = new Map<string, { line: number; count: number }>();

  /** `reason`: a sentence about one or more of them. */
  add(line: number, reason: string): void {
    const seen = this.#counts.get(reason);
    if (seen === undefined) this.#counts.set(reason, { line, count: 1 });
    else seen.count++;
  }

  /** One row for each reason, with the place of the first. `what`: "message", "meeting". */
  rows(what: string): { line: number; reason: string }[] {
    return [...this.#counts].map(([reason, { line, count }]) => ({
      line,
      reason: `${count === 1 ? `1 ${what}` : `${count} ${what}s`}: ${reason}`,
    }));
  }
}

const automaticNames =
  /^(no-?reply|do-?not-?reply|donotreply|noreply|mailer-daemon|postmaster|bounces?|notifications?|notify|newsletters?|news|alerts?|updates|automailer|auto-?confirm|system|robot|bot|billing-noreply|calendar-notification)([+._-].*)?$/;

/** Why an address is nobody's: a machine writes there. Null: it may well be a person's. */
export function machineReason(address: string): string | null {
  const [local = '', domain = ''] = address.split('@');
  if (automaticNames.test(local) || /(^|[._+-])no-?reply([._+-]|$)/.test(local)) {
    return `${address} takes no answers.`;
  }
  if (/(^|\.)(bounces?|mailer|noreply|notifications?)\./.test(`${domain}.`)) {
    return `${address} is a machine.`;
  }
  if (/(^|\.)(resource|group)\.calendar\.google\.com$/.test(domain)) return 'A room or a calendar.';
  return null;
}
