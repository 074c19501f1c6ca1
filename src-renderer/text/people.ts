import { count, counted } from './common.ts';

export const people = {
  title: 'People',
};
export const used = { count, counted };
