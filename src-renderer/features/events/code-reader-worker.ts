import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';

/*
 * Reads codes off the page's thread, and under a policy of its own: the only place where WebAssembly may be
 * compiled (docs/decisions/0034).
 */

export interface CodeQuestion {
  readonly id: number;
  readonly image: ImageData;
}
export interface CodeAnswer {
  readonly id: number;
  /** What the code says; null when there is none in the picture. */
  readonly text: string | null;
  /** A sentence when the picture could not be looked at. */
  readonly error: string | null;
}

prepareZXingModule({ overrides: { locateFile: () => wasmAddress } });

self.addEventListener('message', ({ data }: MessageEvent<CodeQuestion>) => {
  void answer(data).then((message) => self.postMessage(message));
});

async function answer({ id, image }: CodeQuestion): Promise<CodeAnswer> {
  try {
    const found = await readBarcodes(image, {
      formats: ['QRCode', 'Aztec', 'DataMatrix'],
      tryHarder: true,
      maxNumberOfSymbols: 1,
    });
    return { id, text: found.find(({ isValid }) => isValid)?.text ?? null, error: null };
  } catch (error) {
    return { id, text: null, error: error instanceof Error ? error.message : String(error) };
  }
}
