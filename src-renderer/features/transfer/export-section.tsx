import { Title, UnstyledButton } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './export-section.module.css';

const words = text.transfer.export;
type Form = keyof typeof words.forms;

/** The book in the forms of other programs, saved where the user says. */
export function ExportSection() {
  const save = useMutation({
    mutationFn: async (form: Form) => {
      const { fileName, bytes } = await api.transfer.export({ as: form });
      return api.shell.saveFile({ suggestedName: fileName, bytes });
    },
    onSuccess: ({ saved }) => saved !== null && notifyDone(words.saved(saved)),
    onError: notifyError,
  });
  const mirror = useMutation({
    mutationFn: async () => api.shell.mirrorCards({ cards: await api.transfer.cards({}) }),
    onSuccess: ({ folder, kept, ...report }) =>
      folder !== null && notifyDone(words.mirrored(folder, { ...report, kept: kept.length })),
    onError: notifyError,
  });
  const isBusy = save.isPending || mirror.isPending;
  const offers = [
    ...Object.entries(words.forms).map(([form, says]) => ({
      form,
      says,
      run: () => save.mutate(form as Form),
    })),
    { form: 'mirror', says: words.mirror, run: () => mirror.mutate() },
  ];
  usePageCommands(
    offers.map(({ form, run, says: [title] }) => ({
      id: `export:${form}`,
      label: words.command(title),
      icon: IconDownload,
      isPossible: !isBusy,
      run,
    })),
  );
  return (
    <section>
      <Title order={2} mt="xl">
        {words.title}
      </Title>
      <p className={classes.body}>{words.body}</p>
      <div className={classes.forms}>
        {offers.map(({ form, run, says: [title, hint] }) => (
          <UnstyledButton key={form} className={classes.form} disabled={isBusy} onClick={run}>
            <span className={classes.name}>{title}</span>
            <span className={classes.hint}>{hint}</span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
