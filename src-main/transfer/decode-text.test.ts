import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, knownCharset, undoLatin1Escape } from './decode-text.ts';

const GERMAN = 'Vorname,Nachname\nJürgen,Weiß\nBjörn,Müller\n';

describe('decodeText', () => {
  it.each([
    ['utf-8', GERMAN],
    ['utf-16le', GERMAN],
    ['utf-16be', GERMAN],
    ['windows-1252', GERMAN],
    ['windows-1252', 'Prénom,Nom\nHélène,Lefèvre\nFrançoise,Noël\n'],
    ['windows-1252', 'First,Last\nZoë,O’Brien\n'],
    ['shift_jis', '姓,名\n山田,太郎\n東京,株式会社\n'],
    ['windows-1250', 'Imię,Nazwisko\nŁukasz,Święty\nŻaneta,Gąska\n'],
    ['windows-1251', 'Имя,Фамилия\nИван,Петров\n'],
    ['windows-1253', 'Όνομα,Επώνυμο\nΕλένη,Παπαδοπούλου\n'],
    ['windows-1255', 'שם,משפחה\nדוד,לוי\nשלום,כהן\n'],
    ['gb18030', '姓名,公司\n王小明,张伟\n'],
    ['big5', '姓名,公司\n王小明,張偉\n'],
    ['euc-kr', '이름,성\n김철수,박영희\n'],
  ])('reads %s without being told', (charset, text) => {
    expect(decodeText(iconv.encode(text, charset)).text).toBe(text);
  });

  it('reads ISO-2022-JP, which looks like ASCII', () => {
    expect(decodeText(Buffer.from('\u001b$B;3ED\u001b(B,Taro')).text).toBe('山田,Taro');
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le'])('takes away the BOM of %s', (charset) => {
    expect(decodeText(iconv.encode(GERMAN, charset, { addBOM: true })).text).toBe(GERMAN);
  });

  it('does not believe the mark of UTF-8 before text that is not', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode(GERMAN, 'cp1252')]);
    expect(decodeText(bytes).text).toBe(GERMAN);
  });

  it('believes a charset that the file names before it guesses', () => {
    const bytes = iconv.encode('Möller', 'ibm850');
    expect(decodeText(bytes, 'IBM850').text).toBe('Möller');
  });

  it('reads UTF-8 that is cut in the middle of a letter, and says so', () => {
    const bytes = Buffer.from(`${GERMAN}${GERMAN}é`, 'utf8').subarray(0, -1);
    const { text, warnings } = decodeText(bytes);
    expect(text).toBe(`${GERMAN}${GERMAN}\uFFFD`);
    expect(warnings).toHaveLength(1);
  });

  it('keeps an empty file empty', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
  });
});

describe('knownCharset', () => {
  it('knows charsets by the names that files use, and nothing else', () => {
    expect(knownCharset(' Windows-1252 ')).toBe('windows-1252');
    expect(knownCharset('SHIFT_JIS')).toBe('shift_jis');
    expect(knownCharset('no-such-set')).toBeNull();
    expect(knownCharset('__proto__')).toBeNull();
    expect(knownCharset('constructor')).toBeNull();
    expect(knownCharset('x'.repeat(1000))).toBeNull();
  });
});

describe('undoLatin1Escape', () => {
  it("undoes Facebook's escaping", () => {
    expect(undoLatin1Escape('Jos\u00c3\u00a9 \u00c5\u0081ukasz')).toBe('José Łukasz');
  });

  it('leaves alone what does not decode', () => {
    expect(undoLatin1Escape('José')).toBe('José');
    expect(undoLatin1Escape('Łukasz Ã©')).toBe('Łukasz Ã©');
    expect(undoLatin1Escape('Jane')).toBe('Jane');
  });
});
