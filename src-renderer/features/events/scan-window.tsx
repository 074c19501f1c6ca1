import { Button, FileButton, Group, Modal } from '@mantine/core';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import { useState } from 'react';
import { type Answer, api } from '../../api.ts';
import { text } from '../../text/index.ts';
import { readCodeOfFile } from './code-reader.ts';
import classes from './scan-window.module.css';
import { useCamera } from './use-camera.ts';

const words = text.events.scan;

export type ScannedLine = Answer<'cards', 'read'>;

interface ScanWindowProps {
  /** The line that a code made, to be looked over and kept by Enter. */
  onLine: (scanned: ScannedLine) => void;
  onClose: () => void;
}

/** Reads somebody's card off their phone or badge: by the camera, or from a picture. */
export function ScanWindow({ onLine, onClose }: ScanWindowProps) {
  const [problem, setProblem] = useState<string | null>(null);
  // a code that is no card leaves the camera running for the next one
  const [attempt, setAttempt] = useState(0);
  const take = (code: string | null): void => {
    if (code === null) {
      setProblem(words.nothing);
      return;
    }
    api.cards.read({ text: code }).then(onLine, (error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
      setAttempt((before) => before + 1);
    });
  };
  const takeFile = (file: File | null): void => {
    if (file === null) return;
    setProblem(null);
    void readCodeOfFile(file).then(take, () => take(null));
  };
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg">
      <div
        onPaste={(event) => takeFile(event.clipboardData.files[0] ?? null)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          takeFile(event.dataTransfer.files[0] ?? null);
        }}
      >
        <p className={classes.hint}>{words.hint}</p>
        <CameraView key={attempt} onCode={take} />
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
        <Group justify="space-between" gap="xs">
          <FileButton accept="image/*" onChange={takeFile}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                data-autofocus
                leftSection={<IconPhoto size={17} aria-hidden />}
              >
                {words.picture}
              </Button>
            )}
          </FileButton>
          <Button variant="subtle" onClick={onClose}>
            {text.common.cancel}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

function CameraView({ onCode }: { onCode: (code: string) => void }) {
  const { video, state } = useCamera(onCode);
  return (
    <div className={classes.view} data-state={state}>
      <video ref={video} className={classes.video} muted playsInline aria-label={words.camera} />
      <span className={classes.frame} aria-hidden />
      <span role="status" className={classes.state}>
        {words.state[state]}
      </span>
    </div>
  );
}
