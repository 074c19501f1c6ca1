import {
  Button,
  SegmentedControl,
  type MantineColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { copyDiagnostics } from '../../commands/copy-diagnostics.ts';
import { useUi } from '../../commands/ui-context.tsx';
import { useStatus } from '../../commands/use-book.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import { EncryptionSection } from '../encryption/encryption-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { BookSection } from './book-section.tsx';
import { CardSection } from './card-section.tsx';
import { ForgettingSection } from './forgetting-section.tsx';
import classes from './settings-page.module.css';
import { NoticeSection } from './notice-section.tsx';
import { WeightsSection } from './weights-section.tsx';

const words = text.settings;

/** Appearance, who I am, where the book and its backups lie, whom to forget, what ties are made of. */
export function SettingsPage() {
  const status = useStatus();
  return (
    <Page title={words.title}>
      <div className={classes.columns}>
        <AppearanceSection />
        <NoticeSection />
        {status !== undefined && <CardSection status={status} />}
        {status !== undefined && <BookSection status={status} />}
        {status !== undefined && <EncryptionSection status={status} />}
        {status !== undefined && <BackupsSection status={status} />}
        <ForgettingSection isReading={status?.kind === 'backup'} />
        <LabelsSection />
        <LettersSection />
        <WeightsSection />
        <ShortcutsSection />
        <AboutSection />
      </div>
    </Page>
  );
}

function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { scheme } = text.frame;
  return (
    <Section title={words.appearance.title}>
      <p className={classes.hint}>{words.appearance.hint}</p>
      <SegmentedControl<MantineColorScheme>
        aria-label={words.appearance.title}
        value={colorScheme}
        onChange={setColorScheme}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({
          value,
          label: scheme[value],
        }))}
      />
    </Section>
  );
}

function LabelsSection() {
  return (
    <Section title={words.labels.title}>
      <p className={classes.hint}>{words.labels.hint}</p>
      <LinkButton variant="default" to="/labels">
        {words.labels.open}
      </LinkButton>
    </Section>
  );
}

function LettersSection() {
  const { section, title } = text.letters.page;
  return (
    <Section title={title}>
      <p className={classes.hint}>{section.hint}</p>
      <LinkButton variant="default" to="/letters">
        {section.open}
      </LinkButton>
    </Section>
  );
}

function ShortcutsSection() {
  const { open } = useUi();
  return (
    <Section title={words.shortcuts.title}>
      <p className={classes.hint}>{text.frame.shortcuts.hint}</p>
      <Button variant="default" onClick={() => open('shortcuts')}>
        {words.shortcuts.open}
      </Button>
    </Section>
  );
}

function AboutSection() {
  const { data } = useQuery(read('shell', 'about', {}));
  if (data === undefined) return null;
  return (
    <Section title={words.about.title}>
      <p className={classes.hint}>
        {words.about.version(data.version)}
        <br />
        {words.about.runtime(data.electron, data.platform)}
      </p>
      <p className={classes.hint}>{words.about.diagnosticsHint}</p>
      <Button variant="default" onClick={() => void copyDiagnostics()}>
        {words.about.diagnostics}
      </Button>
    </Section>
  );
}
