import { describe, expect, it } from 'vitest';
import { countsAsAttended } from '../parsed-file.ts';
import { type ListedFile, onlyPerson, parseLines } from '../testing/fixture.ts';

function statuses(file: ListedFile): (string | undefined)[] {
  return file.people.map(({ attendance }) => attendance?.status);
}

describe('attendee lists', () => {
  it('reads Eventbrite, and keeps answers to the organiser’s questions', () => {
    const file = parseLines([
      'Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Company,Job Title,Cell Phone,Attendee Status,What do you need?',
      '9,2026-09-17,Jane,Doe,Jane@x.example,3,Free,General,7,Acme,Editor,07700 900123,Checked In,an accountant',
      '9,2026-09-17,Tom,Brown,tom@x.example,1,Free,General,8,,,,Attending,',
      '9,2026-09-17,Ann,Lee,ann@x.example,1,Free,General,8,,,,Not Attending,',
      '9,2026-09-17,Bob,Ray,bob@x.example,1,Free,General,8,,,,Refunded,',
      '9,2026-09-17,,,,1,Free,General,8,,,,Attending,',
    ]);
    expect(file).toMatchObject({ format: 'eventbrite-attendees', kind: 'attendees' });
    expect(statuses(file)).toEqual(['attended', 'going', 'declined', 'cancelled']);
    expect(file.people[0]).toMatchObject({
      name: 'Jane Doe',
      emails: [{ normalised: 'jane@x.example' }],
      phones: [{ normalised: '+447700900123', label: 'mobile' }],
      roles: [{ organisation: 'Acme', title: 'Editor' }],
      attendance: { guests: 2, written: 'Checked In' },
      extra: [{ name: 'What do you need?', value: 'an accountant' }],
    });
    expect(file.leftOut.map(({ line }) => line)).toEqual([6]);
  });

  it('reads Meetup: what was noted at the door outweighs the RSVP', () => {
    const header =
      'Name\tAttendance\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\tNotes';
    const url = 'https://www.meetup.com/members/300000190/';
    const file = parseLines([
      header,
      `Jane Doe\t\t300000190\t\tYes\tYes\t2\tSeptember 1, 2026 8:15 AM\tJanuary 4, 2024\t${url}\tbrings cake`,
      'Tom Brown\tNo Show\tuser 2\tOrganizer\tNo\tYes\t0\t\t\t\t',
      'Ann Lee\t\t3\t\tNo\tNo\t0\t\t\t\t',
      'Bob Ray\t\t4\t\tNo\tWaitlist\t0\t\t\t\t',
      'Eve May\tYes\t5\t\tNo\tNo\t0\t\t\t\t',
    ]);
    expect(file.format).toBe('meetup-attendees');
    expect(statuses(file)).toEqual(['going', 'no_show', 'declined', 'waitlisted', 'attended']);
    expect(file.people[0]).toMatchObject({
      accounts: [{ platform: 'meetup', externalId: '300000190', url, weak: false }],
      note: 'brings cake',
      attendance: { isHost: true, guests: 2 },
      extra: [],
    });
    expect(file.people[1]?.accounts[0]?.externalId).toBe('2');
  });

  it('reads Luma: declined, pending and waitlisted guests did not attend', () => {
    const file = parseLines([
      'guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,Your company?',
      'gst-1,Jane Doe,Jane,Doe,jane@x.example,+44 7700 900123,2026-10-01T09:12:33.000Z,approved,2026-10-08T17:31:00.000Z,Acme',
      'gst-2,,Tom,Brown,tom@x.example,,2026-10-01T09:12:33.000Z,approved,,',
      'gst-3,Ann,,,ann@x.example,,,declined,,',
      'gst-4,Bob,,,bob@x.example,,,pending_approval,,',
      'gst-5,Eve,,,eve@x.example,,,waitlist,,',
    ]);
    expect(file.format).toBe('luma-guests');
    expect(statuses(file)).toEqual(['attended', 'going', 'declined', 'pending', 'waitlisted']);
    const came = file.people.filter((p) => p.attendance !== null && countsAsAttended(p.attendance));
    expect(came.map(({ name }) => name)).toEqual(['Jane Doe', 'Tom Brown']);
    expect(file.people[0]?.extra).toEqual([{ name: 'Your company?', value: 'Acme' }]);
  });

  it('is not misled by a status in another spelling', () => {
    const file = parseLines(['name,email,approval_status', 'Jane,j@x.example,DECLINED']);
    expect(onlyPerson(file).attendance?.status).toBe('declined');
  });
});
