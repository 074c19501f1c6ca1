import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { tagColour } from '../../../src-main/contract/common.ts';
import swatch from '../../components/tag-mark.module.css';
import { text } from '../../text/index.ts';
import classes from './labels-page.module.css';

const words = text.labels;
type Colour = z.infer<typeof tagColour>;
const colours = Object.keys(words.colours) as Colour[];

interface TagColourProps {
  name: string;
  colour: Colour;
  onChange: (colour: Colour) => void;
}

/** A dot of the tag's colour that opens the colours, each with its name. */
export function TagColour({ name, colour, onChange }: TagColourProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          aria-label={`${words.tags.colour(name)}: ${words.colours[colour]}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Swatch colour={colour} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.tags.colour(name)}>
        <div className={classes.colours} role="radiogroup" aria-label={words.tags.colour(name)}>
          {colours.map((each) => (
            <UnstyledButton
              key={each}
              className={classes.colour}
              role="radio"
              aria-checked={each === colour}
              onClick={() => {
                setOpen(false);
                if (each !== colour) onChange(each);
              }}
            >
              <Swatch colour={each} />
              {words.colours[each]}
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Swatch({ colour }: { colour: Colour }) {
  // the tag's own colours, without its shape
  return (
    <span className={`${swatch.root} ${classes.swatch}`} data-colour={colour} aria-hidden>
      <span className={classes.dot} />
    </span>
  );
}
