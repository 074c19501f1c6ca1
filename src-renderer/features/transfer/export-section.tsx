import { Title, UnstyledButton } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useMutation } from '@tanstack/react-query';
import { usePageCommands } from '../../commands/page-commands.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { useJob } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import classes from './export-section.module.css';

const words = text.transfer.export;
type Form = keyof typeof words.forms;

/** The book in the forms of other programs, saved where the user says. */
export function ExportSection() {
  const saving = useJob('shell', 'saveExport');
  const mirroring = useJob('shell', 'mirrorCards');
  const save = useMutation({
    mutationFn: (form: Form) => saving.run({ as: form }),
    onSuccess: ({ saved }) => saved !== null && notifyDone(words.saved(saved)),
    onError: notifyError,
  });
  const mirror = useMutation({
    mutationFn: () => mirroring.run({}),
    onSuccess: ({ mirrored }) =>
      mirrored !== null &&
      notifyDone(words.mirrored(mirrored.folder, { ...mirrored, kept: mirrored.kept.length })),
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
      <JobProgress job={saving.job ?? mirroring.job} label={words.writing} />
    </section>
  );
}
