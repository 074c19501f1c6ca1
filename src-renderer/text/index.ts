import { ask } from './ask.ts';
import { common } from './common.ts';
import { duplicates, merge } from './duplicates.ts';
import { encryption } from './encryption.ts';
import { events } from './events.ts';
import { frame } from './frame.ts';
import { goals } from './goals.ts';
import { introductions } from './introductions.ts';
import { labels } from './labels.ts';
import { letters } from './letters.ts';
import { outcomesText as outcomes } from './outcomes.ts';
import { map } from './map.ts';
import { meeting } from './meeting.ts';
import { overlap } from './overlap.ts';
import { people } from './people.ts';
import { peopleColumns, peopleFilters, savedViews } from './people-filters.ts';
import { person } from './person.ts';
import { reach } from './reach.ts';
import { refusals } from './refusals.ts';
import { safety } from './safety.ts';
import { settings } from './settings.ts';
import { shares } from './shares.ts';
import { start } from './start.ts';
import { today } from './today.ts';
import { transfer } from './transfer.ts';

/*
 * ONE catalogue of all that the interface says. Sentences with numbers or names are functions, so that a
 * translation can put words in its own order and use its own plurals. A further language is an object of
 * type `Text` (`const deutsch: Text = {...}`), chosen here.
 */
const english = {
  ask,
  common,
  duplicates,
  encryption,
  events,
  frame,
  goals,
  introductions,
  labels,
  letters,
  outcomes,
  map,
  meeting,
  merge,
  overlap,
  people,
  peopleColumns,
  peopleFilters,
  savedViews,
  person,
  reach,
  refusals,
  safety,
  settings,
  shares,
  start,
  today,
  transfer,
};

export type Text = typeof english;
export const text: Text = english;
