import { countOf, lines, showStrength, type Command } from './command.ts';

/** Finding and reading people. */
export const peopleCommands: Readonly<Record<string, Command>> = {
  search: {
    usage: 'search TEXT [--limit N]',
    summary: 'finds people, organisations, events, tags and topics',
    words: [1, 100],
    options: ['limit'],
    async run({ client }, args) {
      const found = await client().call('search', 'find', {
        text: args.words.join(' '),
        limit: args.count('limit') ?? 20,
      });
      const others = [
        ...found.organisations.map(({ name }) => `organisation  ${name}`),
        ...found.events.map(
          ({ heldOn, title }) => `event  ${title}${heldOn === null ? '' : `, ${heldOn}`}`,
        ),
        ...found.tags.map(({ name }) => `tag  ${name}`),
        ...found.topics.map(({ name }) => `topic  ${name}`),
      ];
      const people = found.people.map(
        ({ hint, id, name }) => `#${id}  ${name}${hint === '' ? '' : `  ${hint}`}`,
      );
      const text = lines(...people, ...others);
      return { json: found, text: text === '' ? 'Nothing was found.' : text };
    },
  },

  person: {
    usage: 'person NAME',
    summary: 'all that is known of a person',
    words: [1, 1],
    async run(context, args) {
      const client = context.client();
      const { id } = await client.person(args.words[0] ?? '');
      const person = await client.call('people', 'get', { id });
      const tie =
        person.strengthWithMe === null
          ? ''
          : `, tie with you ${showStrength(person.strengthWithMe)}`;
      return {
        json: person,
        text: lines(
          `${person.name} (#${person.id})${person.isMe ? ': you' : tie}`,
          ...person.roles.map(
            (role) =>
              [role.title, role.organisation?.name].filter(Boolean).join(', ') +
              (role.isCurrent ? '' : ' (former)'),
          ),
          ...person.contactPoints.map(({ kind, value }) => `${kind}  ${value}`),
          ...person.accounts.map(
            (account) =>
              `${account.platformName}  ${account.url ?? account.handle ?? account.displayName ?? ''}`,
          ),
          person.tags.length === 0 ? null : person.tags.map(({ name }) => `#${name}`).join(' '),
          ...person.statements.map(({ kind, topic }) => `${kind} ${topic.name}`),
          `${countOf(person.tieCount, 'tie')}, ${person.mutualCount} shared with you`,
          person.note === '' ? null : person.note,
        ),
      };
    },
  },
};
