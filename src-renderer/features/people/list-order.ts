import type { PeopleQuestion } from '../../people-search.ts';

/*
 * The list of people as it was looked at last: a person's page steps through it. Kept for the life of the window
 * only, and beside React, since nothing is drawn from it but what is asked for anew on each page.
 */
let last: PeopleQuestion = {};

export function keepListOrder(question: PeopleQuestion): void {
  last = question;
}

export function listOrder(): PeopleQuestion {
  return last;
}
