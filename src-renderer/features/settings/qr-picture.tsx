import { encode } from 'uqr';

/** White around the code that readers need, in modules (ISO/IEC 18004). */
const quietZone = 4;
/** Pixels of one module in the saved picture. */
const modulePixels = 16;

export interface QrCode {
  /** Modules on a side, with the quiet zone. */
  readonly size: number;
  /** The dark modules as one SVG path, in modules. */
  readonly path: string;
}

/** A text as a QR code that stays readable with 15 % of it covered; null when it is too long for one. */
export function makeQrCode(text: string): QrCode | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: quietZone });
    const runs = data.flatMap((row, y) =>
      darkRuns(row).map(([x, w]) => `M${x} ${y}h${w}v1h-${w}z`),
    );
    return { size, path: runs.join('') };
  } catch {
    return null;
  }
}

/** Runs of dark modules of a row, as [start, length]. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    if (!isDark) return;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
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
      <path d={code.path} fill="#000" />
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
  context.scale(modulePixels, modulePixels);
  context.fillStyle = '#000';
  const dark = new Path2D(code.path);
  context.fill(dark);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
