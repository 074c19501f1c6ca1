const segmenter = new Intl.Segmenter();

/** A hue in degrees, stable for a person. The golden angle keeps neighbours in the book far apart on the wheel. */
export function hueOf(id: number): number {
  return Math.round((id * 137.508) % 360);
}

/** First letters of the first and the last word: "Ana Maria de Souza" is "AS"; '?' for a name without letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map(firstLetter).join('') || '?';
}

/** The first letter as it is seen, accents written as marks of their own included. */
function firstLetter(word = ''): string {
  const [first] = segmenter.segment(word);
  return (first?.segment ?? '').toLocaleUpperCase();
}
