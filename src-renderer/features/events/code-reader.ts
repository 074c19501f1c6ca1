import type { CodeAnswer, CodeQuestion } from './code-reader-worker.ts';

/** Photos of a phone are larger than any code needs; pixels on the longer side. */
const longestSide = 2000;

export interface CodeReader {
  /** What the code in a picture says; null when there is none. */
  read(image: ImageData): Promise<string | null>;
  close(): void;
}

/** Starts the worker that reads codes. To be closed. */
export function openCodeReader(): CodeReader {
  const worker = new Worker(new URL('./code-reader-worker.ts', import.meta.url), {
    type: 'module',
  });
  const waiting = new Map<number, (answer: CodeAnswer) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<CodeAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const [id, tell] of waiting) tell({ id, text: null, error: message });
    waiting.clear();
  });
  return {
    async read(image) {
      last += 1;
      const question: CodeQuestion = { id: last, image };
      const { error, text } = await new Promise<CodeAnswer>((resolve) => {
        waiting.set(question.id, resolve);
        worker.postMessage(question, [image.data.buffer]);
      });
      if (error !== null) throw new Error(error);
      return text;
    },
    close: () => worker.terminate(),
  };
}

/** The pixels of something that can be drawn, not larger than a code needs. */
export function pixelsOf(source: ImageBitmap | HTMLVideoElement): ImageData | null {
  const [width, height] =
    source instanceof ImageBitmap
      ? [source.width, source.height]
      : [source.videoWidth, source.videoHeight];
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** What the code in a picture file says; null when there is none, or the file is no picture. */
export async function readCodeOfFile(file: File): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  const image = bitmap === null ? null : pixelsOf(bitmap);
  if (image === null) return null;
  const reader = openCodeReader();
  try {
    return await reader.read(image);
  } finally {
    reader.close();
    bitmap?.close();
  }
}
