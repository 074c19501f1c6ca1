import { Button, Group, NativeSelect } from '@mantine/core';
import IconFileTypePdf from '@tabler/icons-react/dist/esm/icons/IconFileTypePdf.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useState } from 'react';
import { api } from '../api.ts';
import { usePageCommands } from '../commands/page-commands.ts';
import { useCommand } from '../commands/use-command.ts';
import { text } from '../text/index.ts';
import { notifyDone } from './notify.tsx';

const words = text.common.print;
type Paper = 'A4' | 'Letter';

/** Letter is what printers hold in the United States and Canada. */
export const usualPaper: Paper = /-(?:US|CA)$/u.test(navigator.language) ? 'Letter' : 'A4';

/** Prints the page that is shown, or saves it as a PDF; also from the palette. `name` names the file. */
export function PrintButtons({ name }: { name: string }) {
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const save = useCommand(api.shell.savePdf, ({ saved }) => {
    if (saved !== null) notifyDone(words.saved(saved));
  });
  const suggestedName = `${name.replace(/[^\p{L}\p{N} .,-]/gu, ' ').trim()}.pdf`;
  const savePdf = (): void => save.mutate({ suggestedName, paper });
  const print = (): void => window.print();
  usePageCommands([
    { id: 'print', label: words.print, icon: IconPrinter, run: print },
    { id: 'savePdf', label: words.pdf, icon: IconFileTypePdf, run: savePdf },
  ]);
  return (
    <Group gap="xs" className="not-printed">
      <NativeSelect
        aria-label={words.paper}
        value={paper}
        data={['A4', 'Letter'] satisfies Paper[]}
        onChange={(event) => setPaper(event.currentTarget.value === 'Letter' ? 'Letter' : 'A4')}
      />
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        loading={save.isPending}
        onClick={savePdf}
      >
        {words.pdf}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
        {words.print}
      </Button>
    </Group>
  );
}
