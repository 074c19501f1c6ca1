/** Longest side of a photo as it is kept, in pixels: sharp at any size in which a person is shown. */
const side = 512;
/** Letters of a data URL: what the store takes, less some room. */
const mostLetters = 500_000;

/** The square that is cut out of a picture of this size: the middle, a little above it in upright ones. */
export function squareOf(width: number, height: number): { x: number; y: number; side: number } {
  const least = Math.min(width, height);
  return {
    x: Math.round((width - least) / 2),
    // Faces are in the upper part of an upright picture.
    y: Math.round(((height - least) / 2) * 0.6),
    side: least,
  };
}

/** A picture file as a square JPEG of at most 512 pixels, as a data URL. Rejects what is no picture. */
export async function scalePhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const from = squareOf(picture.width, picture.height);
  const size = Math.min(side, from.side);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This computer cannot draw pictures.');
  // Transparent parts of a PNG would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size, size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, from.x, from.y, from.side, from.side, 0, 0, size, size);
  picture.close();
  for (const quality of [0.88, 0.7, 0.5]) {
    const url = canvas.toDataURL('image/jpeg', quality);
    if (url.length <= mostLetters) return url;
  }
  return canvas.toDataURL('image/jpeg', 0.3);
}
