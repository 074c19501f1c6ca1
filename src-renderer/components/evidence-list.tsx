import type { Evidence } from '../../src-main/contract/common.ts';
import { day } from '../text/common.ts';
import { text } from '../text/index.ts';
import classes from './evidence-list.module.css';
import { usePlatformNames } from './use-platform-names.ts';

interface EvidenceListProps {
  /** The evidence of one tie. */
  evidence: readonly Evidence[];
  /** A rating by hand (1..5) that replaces the sum, or null. */
  rating?: number | null;
}

/** Why a tie is believed, piece by piece: what, where, when, from which file, and what it adds. */
export function EvidenceList({ evidence, rating = null }: EvidenceListProps) {
  const words = text.common.evidence;
  if (evidence.length === 0 && rating === null)
    return <p className={classes.empty}>{words.none}</p>;
  return (
    <div>
      {rating !== null && (
        <p className={classes.rated}>
          <strong>{text.common.strength.rated(rating)}</strong>. {words.replaced}
        </p>
      )}
      <ul className={classes.list}>
        {evidence.map((piece, index) => (
          <EvidenceItem key={index} piece={piece} />
        ))}
      </ul>
    </div>
  );
}

function EvidenceItem({ piece }: { piece: Evidence }) {
  const platformName = usePlatformNames();
  const words = text.common.evidence;
  const platform = piece.platform === null ? null : platformName(piece.platform);
  const details = [
    piece.onDate === null ? null : day(piece.onDate),
    piece.source === null ? null : words.from(piece.source),
  ].filter((part) => part !== null);
  return (
    <li className={classes.item}>
      <span className={classes.what}>{words.kind(piece, platform)}</span>
      <span className={`${classes.weight} numbers`}>{words.weight(piece.weight)}</span>
      {piece.note !== '' && <span className={classes.note}>“{piece.note}”</span>}
      {details.length > 0 && <span className={classes.details}>{details.join(' · ')}</span>}
    </li>
  );
}
