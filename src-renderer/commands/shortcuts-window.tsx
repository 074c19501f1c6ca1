import { Modal, SimpleGrid, Title } from '@mantine/core';
import { Keys } from '../components/keys.tsx';
import { text } from '../text/index.ts';
import classes from './shortcuts-window.module.css';
import { useUi } from './ui-context.tsx';
import { pageKeyLines } from './page-keys.ts';
import type { Command } from './use-commands.ts';

type Line = readonly [label: string, keys: readonly string[]];

const words = text.frame.shortcuts;
const listKeys: readonly Line[] = [
  [words.list.move, ['arrowdown', 'arrowup']],
  [words.list.select, ['space']],
  [words.list.extend, ['shift+arrowdown']],
  [words.list.all, ['mod+a']],
  [words.list.open, ['enter']],
  [words.list.find, ['/']],
  [words.list.clear, ['escape']],
];
const todayKeys: readonly Line[] = [
  [words.today.move, ['j', 'k']],
  [words.today.done, ['d']],
  [words.today.snooze, ['s']],
  [words.today.log, ['l']],
  [words.today.open, ['enter']],
];
const duplicateKeys: readonly Line[] = [
  [text.duplicates.keys.same, ['s']],
  [text.duplicates.keys.different, ['d']],
  [text.duplicates.keys.later, ['l']],
  [text.duplicates.keys.compare, ['enter']],
];
const suggestionKeys: readonly Line[] = [
  [words.log.choose, ['arrowdown', 'arrowup']],
  [words.log.take, ['enter']],
  [words.log.leave, ['escape']],
];

/** The page of all shortcuts. Those of commands come from the commands themselves. */
export function ShortcutsWindow({ commands }: { commands: readonly Command[] }) {
  const { opened, close } = useUi();
  const linesOf = (group: Command['group']): Line[] =>
    commands
      .filter((command) => command.group === group && command.keys.length > 0)
      .map((command) => [command.shortLabel ?? command.label, command.keys]);
  return (
    <Modal
      opened={opened === 'shortcuts'}
      onClose={close}
      size="46rem"
      title={words.title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={classes.hint}>{words.hint}</p>
      <SimpleGrid cols={2} spacing="xl" verticalSpacing="lg">
        <div>
          <Lines title={words.groups.pages} lines={linesOf('pages')} />
          <Lines title={words.groups.list} lines={listKeys} />
          <Lines title={words.groups.today} lines={todayKeys} />
          <Lines title={words.groups.duplicates} lines={duplicateKeys} />
        </div>
        <div>
          <Lines title={words.groups.actions} lines={linesOf('actions')} />
          <Lines title={words.groups.onPages} lines={pageKeyLines} />
          <Lines title={words.groups.log} lines={suggestionKeys} />
        </div>
      </SimpleGrid>
    </Modal>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section className={classes.group}>
      <Title order={3}>{title}</Title>
      <dl className={classes.list}>
        {lines.map(([label, keys]) => (
          <div key={label} className={classes.line}>
            <dt>{label}</dt>
            <dd>
              {keys.map((shortcut, index) => (
                <span key={shortcut}>
                  {index > 0 && <span className={classes.or}>{words.or}</span>}
                  <Keys shortcut={shortcut} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
