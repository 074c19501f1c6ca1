import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Answer, api, read } from '../../api.ts';
import { useUi } from '../../commands/ui-context.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { useStatus } from '../../commands/use-book.ts';
import { text } from '../../text/index.ts';
import classes from './my-card-window.module.css';
import { drawQrPng, makeQrCode, type QrCode, QrPicture } from './qr-picture.tsx';

const words = text.settings.myCard;
type Field = Answer<'cards', 'fields'>[number];

/** My card as a QR code, large, for somebody else's phone. Opens from anywhere. */
export function MyCardWindow() {
  const { opened, close } = useUi();
  return (
    <Modal opened={opened === 'myCard'} onClose={close} title={words.title} size="54rem">
      <MyCard />
    </Modal>
  );
}

/** Addresses where I live are not for everybody whom I meet. */
const isShownAtFirst = ({ kind }: Field): boolean => kind !== 'address';

function MyCard() {
  const { data: fields = [] } = useQuery(read('cards', 'fields', {}));
  const [turned, setTurned] = useLocalStorage<string[]>({
    key: 'acquaint-card-turned',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  // kept are those that differ from the first choice, so that what is new is shown
  const isShown = (field: Field): boolean => isShownAtFirst(field) !== turned.includes(field.key);
  const toggle = ({ key }: Field): void =>
    setTurned(turned.includes(key) ? turned.filter((each) => each !== key) : [...turned, key]);
  const shown = fields.filter(isShown).map(({ key }) => key);
  const { data: card } = useQuery({
    ...read('cards', 'mine', { fields: shown }),
    placeholderData: keepPreviousData,
  });
  if (card === undefined) return null;
  const code = makeQrCode(card.vcard);
  return (
    <div className={classes.root}>
      <div className={classes.picture}>
        {code === null ? (
          <Alert color="red">{words.tooLong}</Alert>
        ) : (
          <QrPicture code={code} label={words.picture(card.name)} />
        )}
        <div className={classes.name}>{card.name}</div>
      </div>
      <Stack gap="md">
        <FieldChoice fields={fields} isShown={isShown} onToggle={toggle} />
        {code !== null && <SaveButton code={code} name={card.name} />}
      </Stack>
    </div>
  );
}

interface FieldChoiceProps {
  fields: readonly Field[];
  isShown: (field: Field) => boolean;
  onToggle: (field: Field) => void;
}

function FieldChoice({ fields, isShown, onToggle }: FieldChoiceProps) {
  const { close } = useUi();
  const me = useStatus()?.me;
  return (
    <fieldset className={classes.fields}>
      <legend>{words.legend}</legend>
      <Checkbox label={words.nameAlways} checked disabled />
      {fields.map((field) => (
        <Checkbox
          key={field.key}
          label={field.text}
          description={words.kind[field.kind]}
          checked={isShown(field)}
          onChange={() => onToggle(field)}
        />
      ))}
      {fields.length === 0 && <p className={classes.hint}>{words.empty}</p>}
      {me !== undefined && me !== null && (
        <LinkButton
          variant="subtle"
          size="compact-sm"
          to="/people/$personId"
          params={{ personId: me.id }}
          onClick={close}
        >
          {words.edit}
        </LinkButton>
      )}
    </fieldset>
  );
}

function SaveButton({ code, name }: { code: QrCode; name: string }) {
  const save = async (): Promise<void> => {
    const suggestedName = `${name.replaceAll(/[/\\:*?"<>|]/gu, '')} QR code.png`;
    const { saved } = await api.shell.saveFile({ suggestedName, bytes: await drawQrPng(code) });
    if (saved !== null) notifyDone(words.saved(saved));
  };
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconDownload size={17} aria-hidden />}
        onClick={() => void save().catch(notifyError)}
      >
        {words.save}
      </Button>
    </Group>
  );
}
