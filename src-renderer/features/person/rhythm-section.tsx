import { Button } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import type { Rhythm } from '../../../src-main/contract/today.ts';
import { api, read } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { RhythmFields } from '../../components/rhythm-fields.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { ago, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.rhythm;
const usual: Rhythm = { every: 3, unit: 'month' };

/** How often I mean to be in touch with somebody; Today then says when it is time. */
export function RhythmSection({ person }: { person: PersonDetail }) {
  const today = useToday();
  const { data } = useQuery(read('today', 'rhythm', { id: person.id }));
  const [draft, setDraft] = useState<Rhythm | null>(null);
  const set = useCommand(api.today.setRhythm, () => setDraft(null));
  const known = data?.rhythm;
  const chosen = draft ?? known ?? usual;
  return (
    <Section
      title={words.title}
      action={
        <FormPopover
          label={known === undefined ? words.set : words.change}
          withLabel
          submitLabel={text.common.save}
          width={260}
          icon={known === undefined ? undefined : <IconPencil size={14} aria-hidden />}
          onSubmit={() => set.mutate({ ids: [person.id], rhythm: chosen })}
        >
          <RhythmFields value={chosen} onChange={setDraft} />
        </FormPopover>
      }
    >
      {data === null && <NothingYet>{words.none}</NothingYet>}
      {data !== null && data !== undefined && (
        <div className={classes.line}>
          <span className={classes.what}>
            {words.now(data.rhythm)}
            <span className={`${classes.quiet} ${classes.below}`}>
              {data.lastContactOn === null
                ? words.noContact
                : words.lastContact(ago(data.lastContactOn, today))}
            </span>
          </span>
          <span className={data.dueOn < today ? classes.overdue : classes.quiet}>
            {data.dueOn < today ? words.was(day(data.dueOn)) : words.next(day(data.dueOn))}
          </span>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => set.mutate({ ids: [person.id], rhythm: null })}
          >
            {words.stop}
          </Button>
        </div>
      )}
    </Section>
  );
}
