import type { Handlers } from '../book/context.ts';
import { changeToday } from './change-today.ts';
import { readToday } from './read-today.ts';

/** All queries and commands of the page Today. */
export const todayHandlers: Handlers<'today'> = { ...readToday, ...changeToday };
