import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { InputOf, StoreContract } from '../../../src-main/contract/index.ts';
import type { TodayLine } from '../../../src-main/contract/today.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { text } from '../../text/index.ts';

const words = text.today;

/** What can be done about a line; each says what it did and can be undone. */
export function useLineActions(line: TodayLine, person: PersonRef) {
  const notify = useNotifyUndoable();
  const finish = useCommand(
    api.today.finish,
    () => void notify(words.finished(line.kind, person.name)),
  );
  const snooze = useCommand(
    api.today.snooze,
    (_, { until }) => void notify(words.snoozed(person.name, until)),
  );
  const log = useCommand(api.today.logContact, () => void notify(words.log.logged(person.name)));
  return {
    finish: () => finish.mutate({ line }),
    snooze: (until: string) => snooze.mutate({ line, until }),
    log: (contact: Omit<InputOf<StoreContract['today']['logContact']>, 'personId'>) =>
      log.mutate({ personId: person.id, ...contact }),
  };
}
