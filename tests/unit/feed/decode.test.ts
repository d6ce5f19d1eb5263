import { describe, expect, it } from 'vitest';
import { decode } from '../../../utils/feed/decode.ts';
import { encode, encodeWide } from './encode.ts';
import { read } from './read.ts';

const UKRAINIAN = 'Уряд ухвалив бюджет: їжа, Європа й ґрунт подорожчають у січні';
const WITHOUT_GHE = 'Уряд ухвалив бюджет: їжа й Європа подорожчають у січні';
const RUSSIAN = 'Правительство приняло бюджет на год, объявил министр';
const FRENCH = 'Le gouvernement a présenté un budget très serré à l’Assemblée';

/** Encodings of one or two bytes with a headline in a language that each serves. */
const NARROW: readonly (readonly [encoding: string, headline: string])[] = [
  ['windows-1251', UKRAINIAN],
  ['koi8-u', UKRAINIAN],
  ['iso-8859-5', WITHOUT_GHE],
  ['koi8-r', RUSSIAN],
  ['ibm866', RUSSIAN],
  ['x-mac-cyrillic', UKRAINIAN],
  ['windows-1252', FRENCH],
  ['iso-8859-2', 'Rząd przyjął budżet na przyszły rok'],
  ['windows-1250', 'Vláda schválila příští rozpočet'],
  ['iso-8859-7', 'Η κυβέρνηση ενέκρινε τον προϋπολογισμό'],
  ['windows-1254', 'Hükümet yıllık bütçeyi onayladı, işçiler şaşkın'],
  ['windows-1257', 'Vyriausybė patvirtino naują biudžetą'],
  ['iso-8859-15', 'Prix du cœur : 5 € l’été'.replace('’', "'")],
  ['gbk', '政府通过新的预算案'],
  ['gb2312', '政府通过新的预算案'],
  ['big5', '政府通過新的預算案'],
  ['shift_jis', '政府は新しい予算案を承認した'],
  ['euc-jp', '政府は新しい予算案を承認した'],
  ['euc-kr', '정부가 새 예산안을 승인했다'],
];

const WIDE = [2, 4].flatMap((width) =>
  [true, false].flatMap((little) =>
    [true, false].map((mark) => [width === 2 ? 2 : 4, little, mark] as const),
  ),
);

const feed = (headline: string, declaration = ''): string =>
  `${declaration}<rss version="2.0"><channel><title>Press</title><item><title>${headline}</title><guid>1</guid></item></channel></rss>`;

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;

const headlineOf = (bytes: Uint8Array, contentType: string | null = null): string | undefined =>
  read(bytes, undefined, contentType).items[0]?.title;

/** The bytes up to the middle of the character that stands before the given index of the text. */
function cutWithin(bytesBefore: Uint8Array): Uint8Array {
  return bytesBefore.subarray(0, bytesBefore.length - 1);
}

describe('a feed in an encoding of bytes', () => {
  it.each(NARROW)('declared as %s by its document', (encoding, headline) => {
    expect(headlineOf(encode(feed(headline, declared(encoding)), encoding))).toBe(headline);
  });

  it.each(NARROW)('declared as %s by the server alone', (encoding, headline) => {
    expect(headlineOf(encode(feed(headline), encoding), `text/xml; charset="${encoding}"`)).toBe(headline);
  });

  it.each(NARROW)('cut in the middle of a character of %s, keeps the items before', (encoding, headline) => {
    const whole = feed(headline, declared(encoding)).replace('</channel></rss>', '');
    const bytes = encode(`${whole}<item><title>${headline.slice(0, 3)}`, encoding);
    expect(headlineOf(cutWithin(bytes))).toBe(headline);
  });

  it.each([
    ['windows-1251', UKRAINIAN],
    ['koi8-u', UKRAINIAN],
    ['koi8-u', RUSSIAN],
    ['windows-1251', RUSSIAN],
    ['windows-1252', FRENCH],
    ['windows-1252', 'Der Präsident grüßt die Übrigen'],
  ])('undeclared, is guessed to be %s by its letters', (encoding, headline) => {
    expect(headlineOf(encode(feed(headline), encoding))).toBe(headline);
  });

  it('believes the server more than the document', () => {
    const bytes = encode(feed(UKRAINIAN, declared('koi8-u')), 'windows-1251');
    expect(headlineOf(bytes, 'application/rss+xml;charset=Windows-1251')).toBe(UKRAINIAN);
  });

  it('is not taken for UTF-8 because somebody says so', () => {
    const bytes = encode(feed(UKRAINIAN, declared('windows-1251')), 'windows-1251');
    expect(headlineOf(bytes, 'text/xml; charset=utf-8')).toBe(UKRAINIAN);
    expect(headlineOf(encode(feed(UKRAINIAN, declared('utf-8')), 'windows-1251'))).toBe(UKRAINIAN);
  });

  it('may name its encoding as people do', () => {
    for (const label of ['CP1251', 'win-1251', 'windows1251', 'x-cp1251', 'Windows_1251']) {
      expect(headlineOf(encode(feed(UKRAINIAN, declared(label)), 'windows-1251'))).toBe(UKRAINIAN);
    }
    for (const label of ['ISO8859-7', 'iso_8859_7', 'greek']) {
      const [, headline = ''] = NARROW.find(([encoding]) => encoding === 'iso-8859-7') ?? [];
      expect(headlineOf(encode(feed(headline, declared(label)), 'iso-8859-7'))).toBe(headline);
    }
  });

  it('is guessed where the declaration names nothing that exists', () => {
    expect(headlineOf(encode(feed(UKRAINIAN, declared('martian')), 'windows-1251'))).toBe(UKRAINIAN);
  });

  it('reads ISO-2022-JP, whose bytes are valid UTF-8', () => {
    const shifted = [0x1b, 0x24, 0x42, 0x40, 0x2f, 0x49, 0x5c, 0x1b, 0x28, 0x42];
    const [before = '', after = ''] = feed('@', declared('iso-2022-jp')).split('@');
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode(before),
      ...shifted,
      ...new TextEncoder().encode(after),
    ]);
    expect(headlineOf(bytes)).toBe('政府');
  });
});

describe('a feed in UTF-8', () => {
  const bytes = new TextEncoder().encode(feed(UKRAINIAN));

  it.each(['windows-1251', 'iso-8859-1', 'utf-16', 'koi8-u', 'gbk'])(
    'is UTF-8 though it is declared as %s',
    (wrong) => {
      expect(headlineOf(new TextEncoder().encode(feed(UKRAINIAN, declared(wrong))))).toBe(UKRAINIAN);
      expect(headlineOf(bytes, `text/xml; charset=${wrong}`)).toBe(UKRAINIAN);
    },
  );

  it('may begin with a byte order mark', () => {
    expect(headlineOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toBe(UKRAINIAN);
  });

  it('may be cut in the middle of a character', () => {
    const cut = new TextEncoder().encode(`${feed(UKRAINIAN).replace('</channel></rss>', '')}<item><title>Ї`);
    expect(headlineOf(cutWithin(cut), 'text/xml; charset=windows-1251')).toBe(UKRAINIAN);
  });

  it('stays UTF-8 with a few bad bytes in it', () => {
    const bad = Uint8Array.from(bytes);
    bad[bad.lastIndexOf(0x3c) - 3] = 0xff;
    expect(headlineOf(bad)).toBe(UKRAINIAN);
  });
});

describe('a feed in wide characters', () => {
  const name = (width: number, little: boolean): string => `utf-${width * 8}${little ? 'le' : 'be'}`;

  it.each(WIDE)(
    'of %i bytes, little-endian %s, mark %s, is read whatever is declared',
    (width, little, mark) => {
      for (const declaration of [
        '',
        declared(name(width, little)),
        declared('utf-8'),
        declared('windows-1251'),
      ]) {
        expect(headlineOf(encodeWide(feed(UKRAINIAN, declaration), width, little, mark))).toBe(UKRAINIAN);
      }
      const bytes = encodeWide(feed(UKRAINIAN), width, little, mark);
      expect(headlineOf(bytes, 'text/xml; charset=iso-8859-1')).toBe(UKRAINIAN);
    },
  );

  it.each(WIDE)(
    'of %i bytes, little-endian %s, mark %s, may be cut in a character',
    (width, little, mark) => {
      const cut = feed(UKRAINIAN).replace('</channel></rss>', '<item><title>Ї');
      expect(headlineOf(cutWithin(encodeWide(cut, width, little, mark)))).toBe(UKRAINIAN);
    },
  );

  it('may be JSON', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      items: [{ id: '1', title: UKRAINIAN }],
    });
    expect(headlineOf(encodeWide(json, 4, false, false))).toBe(UKRAINIAN);
  });

  it('replaces what is no character', () => {
    const view = new DataView(new ArrayBuffer(12));
    for (const [index, unit] of [0x3c, 0x110000, 0xd800].entries()) view.setUint32(index * 4, unit, true);
    const decoded = decode(new Uint8Array(view.buffer), null);
    expect(decoded.ok && decoded.value.text).toBe('<\ufffd\ufffd');
  });
});

describe('what is not read', () => {
  it('says that EBCDIC is not', () => {
    const result = decode(Uint8Array.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]), null);
    expect(result).toEqual({ ok: false, problem: { code: 'unsupported', detail: 'EBCDIC' } });
  });
});
