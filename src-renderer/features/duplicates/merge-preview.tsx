import { useQuery } from '@tanstack/react-query';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, read } from '../../api.ts';
import { text } from '../../text/index.ts';
import classes from './merge-form.module.css';

const words = text.merge;

/** Ties and history that come together, in numbers. */
export function MergePreview({ keep, gone }: { keep: PersonId; gone: PersonId }) {
  const { data } = useQuery(read('duplicates', 'preview', { keep, gone }));
  if (data === undefined) return null;
  const parts = carriedParts(data);
  return (
    <section className={classes.preview} aria-label={words.preview}>
      <div className={classes.previewTitle}>{words.preview}</div>
      <p>{words.ties(data.tiesBefore, data.tiesAfter)}</p>
      {parts.length > 0 && <p>{words.carriedOver(parts)}</p>}
      {data.introductionsLost > 0 && (
        <p className={classes.lost}>{words.lost(data.introductionsLost)}</p>
      )}
    </section>
  );
}

function carriedParts(data: Answer<'duplicates', 'preview'>): string[] {
  const kinds = [
    'accounts',
    'circles',
    'events',
    'interactions',
    'followUps',
    'introductions',
    'importRows',
  ] as const;
  return kinds.filter((kind) => data[kind] > 0).map((kind) => words.carried[kind](data[kind]));
}
