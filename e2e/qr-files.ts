import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

/** The code as rows of light (255) and dark (0) pixels, `scale` pixels a module. */
function drawCode(text: string, scale: number): Uint8Array[] {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  return data.flatMap((row) => {
    const pixels = Uint8Array.from(row.flatMap((dark) => Array(scale).fill(dark ? 0 : 255)));
    return Array.from({ length: scale }, () => pixels);
  });
}

/** A picture of a QR code, as an uncompressed BMP of 24 bits a pixel. */
export function writeCodePicture(path: string, text: string): void {
  const rows = drawCode(text, 6);
  const side = rows.length;
  const stride = Math.ceil((side * 3) / 4) * 4;
  const header = Buffer.alloc(54);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(54 + stride * side, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(side, 18);
  // negative: the first row is the top one
  header.writeInt32LE(-side, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  const pixels = Buffer.alloc(stride * side);
  rows.forEach((row, y) => {
    row.forEach((light, x) => pixels.fill(light, y * stride + x * 3, y * stride + x * 3 + 3));
  });
  writeFileSync(path, Buffer.concat([header, pixels]));
}

/** A film of somebody holding a QR code up to the camera: raw frames for Chromium's fake camera. */
export function writeCodeFilm(path: string, text: string): void {
  const [width, height] = [640, 480];
  const rows = drawCode(text, 5);
  const [left, top] = [(width - rows.length) >> 1, (height - rows.length) >> 1];
  const luma = Buffer.alloc(width * height, 150);
  rows.forEach((row, y) => luma.set(row, (top + y) * width + left));
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    luma,
    Buffer.alloc((width * height) / 2, 128),
  ]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}
