import { type ReactNode, useId } from 'react';
import classes from './paper-parts.module.css';

/** A titled part of a sheet of paper. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.part}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A part that is a list; left out when it has nothing to say. */
export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) return null;
  return (
    <Part title={title}>
      <ul className={classes.lines}>
        {said.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

/** What is known, each with its name; what has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value.trim() !== '')
        .map(([label, value], index) => (
          <div key={index} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Parts of a line, without those that have nothing to say. */
export function joined(parts: readonly (string | null)[], by = ' · '): string {
  return parts.filter((part) => part !== null && part !== '').join(by);
}
