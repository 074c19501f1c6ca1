import type { Handlers } from '../book/context.ts';
import { findChains } from '../graph/index.ts';
import { requirePerson } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { askContacts, listHeldBack } from './ask-contacts.ts';
import { describeChains } from './describe-chains.ts';
import { toGraphFilter } from './tie-filters.ts';
import { understandText } from './understand-text.ts';
import { explainWhyNot } from './why-not.ts';

export const chainsHandlers: Handlers<'chains'> = {
  find(context, { to, hops, paths, filter }) {
    const { book, network } = context;
    const me = requireMe(book);
    const target = requirePerson(book, to);
    const options = { ...toGraphFilter(book, filter), maxTies: hops };
    const found = findChains(network.graph(), me, to, paths, options);
    return {
      to: target,
      paths: describeChains(context, found),
      usedPossible: filter.withPossible,
    };
  },

  ask: askContacts,
  heldBack: listHeldBack,
  whyNot: explainWhyNot,
  understand: understandText,
};
