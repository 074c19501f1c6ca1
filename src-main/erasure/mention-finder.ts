/** Finds names and addresses in free text: as whole words, in any case. */

interface Phrase {
  readonly text: string;
  readonly pattern: RegExp;
}

/** What stands in the place of a mention that was taken out. */
const redacted = '[erased]';

const word = /[\p{L}\p{N}]+/gu;

export class MentionFinder {
  readonly #byFirstWord: ReadonlyMap<string, readonly Phrase[]>;

  /** @param texts what to look for; empty ones and ones without a letter or digit are never found */
  constructor(texts: readonly string[]) {
    const phrases = [...new Set(texts.map((text) => text.trim()))].flatMap((text) => {
      const [first] = text.toLowerCase().match(word) ?? [];
      return first === undefined ? [] : [{ first, phrase: { text, pattern: patternOf(text) } }];
    });
    this.#byFirstWord = new Map(
      [...Map.groupBy(phrases, ({ first }) => first)].map(([first, group]) => [
        first,
        // the longest first: "Jane Doe" must not leave the rest of "Jane Doe Ltd." behind
        group.map(({ phrase }) => phrase).toSorted((a, b) => b.text.length - a.text.length),
      ]),
    );
  }

  mentions(text: string): boolean {
    return this.#candidates(text).some(({ pattern }) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    });
  }

  redact(text: string): string {
    let left = text;
    for (const { pattern } of this.#candidates(text)) left = left.replace(pattern, redacted);
    return left;
  }

  /** Phrases whose first word stands in the text: most texts have none, so most are read once and let go. */
  #candidates(text: string): readonly Phrase[] {
    const found = new Set<string>();
    for (const [first] of text.toLowerCase().matchAll(word)) {
      if (this.#byFirstWord.has(first)) found.add(first);
    }
    return [...found].flatMap((first) => this.#byFirstWord.get(first) ?? []);
  }
}

function patternOf(text: string): RegExp {
  const escaped = text.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'giu');
}
