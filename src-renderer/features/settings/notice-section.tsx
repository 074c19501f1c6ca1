import { Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';

const words = text.settings.notice;

/** Whether the day's one notice may come. */
export function NoticeSection() {
  const client = useQueryClient();
  const question = read('shell', 'dailyNotice', {});
  const { data } = useQuery(question);
  const set = useCommand(api.shell.setDailyNotice, (_, { isOn }) => {
    client.setQueryData(question.queryKey, { isOn });
  });
  return (
    <Section title={words.title}>
      <Switch
        label={words.label}
        description={words.hint}
        checked={data?.isOn ?? true}
        disabled={data === undefined}
        onChange={(event) => set.mutate({ isOn: event.currentTarget.checked })}
      />
    </Section>
  );
}
