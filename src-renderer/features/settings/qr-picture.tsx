import { encode } from 'uqr';

/** White around the code that readers need, in modules (ISO/IEC 18004). */
const quietZone = 4;
/** Pixels of one module in the saved picture. */
const modulePixels = 16;

/** A row of dark modules side by side: where it begins, and how many. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

export interface QrCode {
  /** Modules on a side, with the quiet zone. */
  readonly size: number;
  readonly runs: readonly Run[];
}

/** A text as a QR code that stays readable with 15 % of it covered; null when it is too long for one. */
export function makeQrCode(text: string): QrCode | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: quietZone });
    return { size, runs: data.flatMap(darkRuns) };
  } catch {
    return null;
  }
}

function darkRuns(row: readonly boolean[], y: number): Run[] {
  const runs: Run[] = [];
  let length = 0;
  row.forEach((isDark, x) => {
    length = isDark ? length + 1 : 0;
    if (isDark && row[x + 1] !== true) runs.push({ x: x + 1 - length, y, length });
  });
  return runs;
}

/** Black on white in either scheme: phones read it best so. */
export function QrPicture({ code, label }: { code: QrCode; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      width="100%"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path
        d={code.runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('')}
        fill="#000"
      />
    </svg>
  );
}

/** The code as a PNG with a whole number of pixels a module. */
export async function drawQrPng(code: QrCode): Promise<Uint8Array<ArrayBuffer>> {
  const side = code.size * modulePixels;
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This computer cannot draw the picture.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000';
  for (const { x, y, length } of code.runs) {
    context.fillRect(x * modulePixels, y * modulePixels, length * modulePixels, modulePixels);
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
