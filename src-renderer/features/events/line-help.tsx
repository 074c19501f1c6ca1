import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { text } from '../../text/index.ts';
import classes from './line-logger.module.css';

const words = text.events.log;

/** The grammar of a line, folded away once it is known. */
export function LineHelp() {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.helpToggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {words.help}
      </UnstyledButton>
      <dl id={id} className={classes.help} hidden={!isOpen}>
        {words.helpRows.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
