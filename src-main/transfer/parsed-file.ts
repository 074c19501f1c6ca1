/**
 * The common shape that every format parses to: bytes in, this out. It says what a file states,
 * nothing about what the book already knows; matching and writing are the plan's and apply's.
 * Anything with no place of its own is kept word for word in `extra`; what could not be taken is
 * in `leftOut` with its line; so the sum of people, ties and left-out rows is the whole file.
 */

import type { Letter } from './letters.ts';
import type { PersonList } from './person-list.ts';
import { none } from './small-lists.ts';

/** Keys of the formats, as given to `import --as`. */
export type FormatKey =
  | 'linkedin-connections'
  | 'linkedin-messages'
  | 'linkedin-invitations'
  | 'linkedin-recommendations'
  | 'linkedin-notes'
  | 'facebook-friends'
  | 'x-follows'
  | 'instagram-followers'
  | 'instagram-following'
  | 'mastodon-follows'
  | 'bluesky-follows'
  | 'google-contacts'
  | 'outlook-contacts'
  | 'vcard'
  | 'eventbrite-attendees'
  | 'meetup-attendees'
  | 'luma-guests'
  | 'whatsapp-chat'
  | 'mbox'
  | 'calendar'
  | 'ties'
  | 'name-list'
  | 'table';

/**
 * What the people of a file have in common.
 * - `circle`: they are one person's contacts on one platform (me, or whoever's export it is);
 * - `contacts`: an address book: known to its owner, on no platform in particular;
 * - `attendees`: sign-ups of one event, see `ParsedPerson.attendance`;
 * - `interactions`: people the owner wrote to, invited, recommended or chatted with;
 * - `ties`: pairs of people, in `ParsedFile.ties`; its `people` is empty.
 */
export type ListKind = 'circle' | 'contacts' | 'attendees' | 'interactions' | 'ties';

/** Seen from the owner of the list. A mutual platform (LinkedIn, Facebook) has no direction. */
export type FollowDirection = 'follows_owner' | 'followed_by_owner';

/** A row that was not taken. `line` is a physical line of the decoded text, from 1. */
export interface LeftOut {
  readonly line: number;
  /** A sentence for the user. */
  readonly reason: string;
}

/** A column or property we have no place for, word for word, in the order of the file. */
export interface ExtraField {
  /** The column's header; for a vCard group, name and parameters: `item2.X-ABDATE;VALUE=date`. */
  readonly name: string;
  readonly value: string;
}

/** A person's presence on a platform. At least one of url, handle, externalId, displayName. */
export interface ParsedAccount {
  /** A key of `readers/platforms.ts` ('linkedin'), or the file's own word for another platform. */
  readonly platform: string;
  /** As written in the file. */
  readonly url: string | null;
  /**
   * The name within the platform, comparable: LinkedIn's slug percent-decoded in lower case,
   * others without `@`, in lower case; Mastodon as `user@host`.
   */
  readonly handle: string | null;
  /** An id that never changes, if the platform gives one (X, Meetup, a Bluesky DID, Luma). */
  readonly externalId: string | null;
  readonly displayName: string | null;
  /** True if nothing but the display name is known: equal names may be different people. */
  readonly weak: boolean;
}

/** An e-mail address or phone number. */
export interface ParsedContactValue {
  /** As written. */
  readonly value: string;
  /** Comparable: address in lower case, number as E.164 (+ `;ext=`). Null if it is neither. */
  readonly normalised: string | null;
  /** 'home', 'work', 'mobile', 'fax', ... in lower case, or the user's own label as written. */
  readonly label: string | null;
  /** The one to use first, if the file says so. */
  readonly preferred: boolean;
}

/** A postal address; `street` may hold several lines. All parts null but one at least. */
export interface ParsedAddress {
  readonly label: string | null;
  readonly poBox: string | null;
  readonly extended: string | null;
  readonly street: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
}

export interface ParsedUrl {
  readonly url: string;
  readonly label: string | null;
}

/** A job or function. `organisation` or `title` is known. Dates are 'YYYY-MM-DD'. */
export interface ParsedRole {
  readonly organisation: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ParsedPhoto {
  readonly bytes: Uint8Array;
  /** Told from the bytes, not from what the file claims. */
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';
}

/**
 * - `attended`: checked in, or marked as having been there;
 * - `going`: signed up or approved, and nobody took attendance of this person;
 * - `maybe`, `waitlisted`, `pending`: never became a yes; `no_show`: marked as not there;
 * - `declined`, `cancelled`: said no.
 */
export type AttendanceStatus =
  | 'attended'
  | 'going'
  | 'maybe'
  | 'pending'
  | 'waitlisted'
  | 'no_show'
  | 'declined'
  | 'cancelled';

export interface ParsedAttendance {
  readonly status: AttendanceStatus;
  readonly isHost: boolean;
  /** Further people this one brings, who are not named. */
  readonly guests: number;
  /** The file's own word for the status. */
  readonly written: string;
}

export type InteractionKind = 'message' | 'invitation' | 'recommendation' | 'chat' | 'meeting';

/** Contact between the owner and the person. No text is kept, only when and how often. */
export interface ParsedInteraction {
  readonly kind: InteractionKind;
  /** 'in': from the person to the owner; 'out': the other way; null: both took part. */
  readonly direction: 'in' | 'out' | null;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface ParsedPerson {
  /** Physical line of the decoded text where the record begins, from 1. */
  readonly line: number;
  /** The file's own stable key of the record (vCard UID), for finding it again later. */
  readonly uid: string | null;
  /** Display name; null when the file gives none (X has ids only, some cards only an e-mail). */
  readonly name: string | null;
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly nickname: string | null;
  readonly accounts: readonly ParsedAccount[];
  readonly emails: readonly ParsedContactValue[];
  readonly phones: readonly ParsedContactValue[];
  readonly addresses: readonly ParsedAddress[];
  readonly urls: readonly ParsedUrl[];
  readonly roles: readonly ParsedRole[];
  /** 'YYYY-MM-DD', or '--MM-DD' when the year is not known. */
  readonly birthday: string | null;
  /** Plain text, lines parted by \n. */
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly photo: ParsedPhoto | null;
  /** Connected, befriended or followed on: 'YYYY-MM-DD'. */
  readonly since: string | null;
  readonly direction: FollowDirection | null;
  readonly attendance: ParsedAttendance | null;
  readonly interactions: readonly ParsedInteraction[];
  readonly extra: readonly ExtraField[];
}

/** Who a tie's end is: somebody in the book by id, by name, or a person of this same file. */
export type PersonRef =
  | { readonly by: 'id'; readonly id: number }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'index'; readonly index: number };

/**
 * - `knows`: undirected;
 * - `referred`: `from` was referred by `to` (Outlook's "Referred By");
 * - `related`: `to` is `from`'s `relation` ("spouse", "assistant");
 * - `together`: both had a part in one letter or meeting, so perhaps they know each other.
 */
export type TieKind = 'knows' | 'referred' | 'related' | 'together';

export interface ParsedTie {
  readonly line: number;
  readonly from: PersonRef;
  readonly to: PersonRef;
  readonly kind: TieKind;
  /** The word for the relation, lower case, when `kind` is `related`. */
  readonly relation: string | null;
  /** A key of `readers/platforms.ts`, or the file's own word for another platform. */
  readonly platform: string | null;
  /** In (0, 1], exactly as stated. */
  readonly strength: number | null;
  readonly since: string | null;
  readonly note: string | null;
  readonly extra: readonly ExtraField[];
}

/** Whose list the file itself says it is (LinkedIn's messages do); a suggestion only. */
export interface ParsedOwner {
  readonly name: string | null;
  readonly accounts: readonly ParsedAccount[];
}

export interface ParsedFile {
  readonly format: FormatKey;
  /** For people: "LinkedIn connections". */
  readonly title: string;
  readonly kind: ListKind;
  readonly platform: string | null;
  /** Of every person of the file, when the whole file is one direction. */
  readonly direction: FollowDirection | null;
  /**
   * True if the file is a whole circle: somebody missing from a newer one is gone. False for a
   * part of one, for address books, and for lists made by hand.
   */
  readonly complete: boolean;
  /** Days on which people were linked whom a whole list does not name, since they hide: they are not gone. */
  readonly hiddenSince: readonly string[];
  /** The newest date in the file, 'YYYY-MM-DD': the list is at least as new. */
  readonly asOf: string | null;
  readonly owner: ParsedOwner | null;
  /** What the file says about its event or conversation. */
  readonly subject: string | null;
  readonly charset: string;
  readonly people: PersonList;
  /** Of a mailbox or calendar; its people are made of them once it is known who the owner is. Null: of others. */
  readonly letters: readonly Letter[] | null;
  readonly ties: readonly ParsedTie[];
  readonly leftOut: readonly LeftOut[];
  /** Sentences about the file as a whole ("the file ends in the middle of a row"). */
  readonly warnings: readonly string[];
}

/** A person of whom nothing is known yet but the line; formats spread over it. */
export function emptyPerson(line: number): ParsedPerson {
  return {
    line,
    uid: null,
    name: null,
    given: null,
    middle: null,
    family: null,
    prefix: null,
    suffix: null,
    nickname: null,
    accounts: none,
    emails: none,
    phones: none,
    addresses: none,
    urls: none,
    roles: none,
    birthday: null,
    note: null,
    tags: none,
    photo: null,
    since: null,
    direction: null,
    attendance: null,
    interactions: none,
    extra: none,
  };
}

/** True for those who count as having been at an event: who declined did not attend. */
export function countsAsAttended(attendance: ParsedAttendance): boolean {
  return attendance.status === 'attended' || attendance.status === 'going';
}
