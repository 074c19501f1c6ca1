import { keyCaps } from '../commands/keys.ts';
import { text } from '../text/index.ts';
import classes from './keys.module.css';

/** A shortcut drawn as keys: `<Keys shortcut="mod+k" />`, `<Keys shortcut="g p" />`. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={classes.root}>
      {keyCaps(shortcut).map((step, index) => (
        <span key={step.join('+')} className={classes.step}>
          {index > 0 && <span className={classes.then}>{text.frame.shortcuts.andThen}</span>}
          {step.map((cap) => (
            <kbd key={cap} className={classes.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
