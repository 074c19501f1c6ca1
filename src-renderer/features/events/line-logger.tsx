import { Button } from '@mantine/core';
import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs';
import { useRef, useState } from 'react';
import type { EventId } from '../../../src-main/contract/common.ts';
import { text } from '../../text/index.ts';
import { ChipRow } from './chip-row.tsx';
import { JustLogged } from './just-logged.tsx';
import { LineField } from './line-field.tsx';
import { LineHelp } from './line-help.tsx';
import classes from './line-logger.module.css';
import { PasteWindow } from './paste-window.tsx';
import { ScanWindow } from './scan-window.tsx';
import { useScanning } from './use-scanning.ts';
import { useLineLog } from './use-line-log.ts';
import { useParsedLine } from './use-parsed-line.ts';

const words = text.events.log;
/** The log after an event: type a line, see how it is understood, press Enter, type the next. */
export function LineLogger({ eventId }: { eventId: EventId }) {
  const log = useLineLog(eventId);
  const [pasted, setPasted] = useState<readonly string[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { chips } = useParsedLine(eventId, log.line);
  const scan = useScanning(log.change, field);
  return (
    <section className={classes.root}>
      <LineField
        ref={field}
        line={log.line}
        onChange={(line) => {
          scan.forget();
          log.change(line);
        }}
        onCommit={log.commit}
        onUndo={log.takeBack}
        onPasteLines={setPasted}
      />
      <ChipRow
        chips={chips}
        picks={log.picks}
        onPick={(chip, person) => {
          log.pick(chip, person);
          field.current?.focus();
        }}
      />
      {scan.isUnnamed && (
        <p role="status" className={classes.unnamed}>
          {text.events.scan.unnamed}
        </p>
      )}
      <p className={classes.hint}>{words.hint}</p>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconQrcode size={15} aria-hidden />}
        onClick={scan.open}
      >
        {text.events.scan.action}
      </Button>
      <LineHelp />
      <JustLogged logged={log.logged} />
      {pasted !== null && (
        <PasteWindow
          eventId={eventId}
          lines={pasted}
          onLogged={log.add}
          onClose={() => setPasted(null)}
        />
      )}
      {scan.isOpen && <ScanWindow onLine={scan.take} onClose={scan.close} />}
    </section>
  );
}
