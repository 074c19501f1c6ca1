import type { Handlers } from '../book/context.ts';
import { changePeople } from './change-people.ts';
import { readPeople } from './read-people.ts';

/** All queries and commands about people. */
export const peopleHandlers: Handlers<'people'> = { ...readPeople, ...changePeople };
