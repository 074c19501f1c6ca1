import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import type { ErasureProof } from '../contract/erasure.ts';
import type { CliClient } from './client.ts';
import { countOf, lines, type Answer, type Command } from './command.ts';

/** Forgets a person for good, or proves that somebody is forgotten. */
export const eraseCommand: Command = {
  usage: 'erase NAME [--prove]',
  summary: 'forgets a person for good, in the book and its backups; --prove searches everywhere',
  words: [1, 1],
  options: ['prove'],
  async run(context, args) {
    const client = context.client();
    const name = args.words[0] ?? '';
    const prove = args.has('prove');
    try {
      const { id } = await client.person(name);
      return await eraseOne(client, id, prove);
    } catch (error) {
      const isUnknown = error instanceof AppError && error.code === 'NOT_FOUND';
      if (!prove || !isUnknown) throw error;
      return proveOnly(client, name);
    }
  },
};

async function eraseOne(client: CliClient, id: PersonId, prove: boolean): Promise<Answer> {
  const { backups, erased, proof, redactions, shared } = await client.call('erasure', 'erase', {
    ids: [id],
    prove,
  });
  const [person] = erased;
  return {
    json: { erased: person, redactions, shared, backups, ...(proof === null ? {} : { proof }) },
    text: lines(
      `Erased ${person?.name ?? ''} for good. The steps that could be undone are gone with them.`,
      redactions === 0 ? null : `${countOf(redactions, 'mention')} in other texts replaced.`,
      shared.length === 0
        ? null
        : `Stays, because somebody else bears it too: ${shared.join(', ')}.`,
      `${countOf(backups.cleaned, 'backup')} cleaned.`,
      backups.unreadable.length === 0
        ? null
        : `Could not be opened, delete by hand: ${backups.unreadable.join(', ')}.`,
      backups.left.length === 0
        ? null
        : `Could not be cleaned (is the disk full?), tried again when the book is next opened: ${backups.left.join(', ')}.`,
      backups.waiting === null
        ? null
        : `${backups.waiting} cannot be reached: its backups are cleaned when the book is next opened with it.`,
      proof === null ? null : describeProof(proof),
    ),
  };
}

/** Somebody who is not in the book (any more): nothing is changed, everything is searched. */
async function proveOnly(client: CliClient, name: string): Promise<Answer> {
  const { isOnErasedList, proof } = await client.call('erasure', 'prove', { texts: [name] });
  return {
    json: { erased: null, isOnErasedList, proof },
    text: lines(
      isOnErasedList
        ? `"${name}" was erased for good earlier.`
        : `There is nobody called "${name}" in this book, and nobody of that name was erased.`,
      describeProof(proof),
    ),
  };
}

function describeProof({ isClean, places }: ErasureProof): string {
  const all = places.map(({ found, place }) => `  ${String(found).padStart(6)}  ${place}`);
  const verdict = isClean
    ? `Nothing is left in ${countOf(places.length, 'place')} searched:`
    : 'Something is left:';
  const elsewhere = 'Not searched: what was exported (card folders too), or copied by hand.';
  return [verdict, ...all, elsewhere].join('\n');
}
