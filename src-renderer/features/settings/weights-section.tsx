import { useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StrengthBar } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import classes from './settings-page.module.css';

const words = text.settings.weights;

/** What each kind of evidence weighs, as the store reckons with it. */
export function WeightsSection() {
  const { data, error } = useQuery(read('ties', 'weights', {}));
  return (
    <Section title={words.title}>
      <p className={classes.hint}>{words.hint}</p>
      {error !== null && <ErrorNotice error={error} />}
      {error === null && data === undefined && <SkeletonRows />}
      {data !== undefined && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.weight}</th>
              <th scope="col">{words.fades}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ kind, weight, canFade, meaning }) => (
              <tr key={kind}>
                <th scope="row">
                  {words.name(kind)}
                  <span className={classes.meaning}>{meaning}</span>
                </th>
                <td className={`${classes.weight} numbers`}>
                  <StrengthBar strength={weight} />
                  {weight.toFixed(2)}
                </td>
                <td>{canFade ? words.yes : words.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
