import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../server/src/node/utf8.ts';
import { decode } from '../../../server/src/platform/decode.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const TEXT = '关于加强“四史”学习的通知\r\n一、总体要求。𠮷林省，２０２３年。\n';
/** 关于加强“四史”学习 in GB18030, then a character that takes four bytes (𠮷). */
const GB = Uint8Array.from([
  0xb9, 0xd8, 0xd3, 0xda, 0xbc, 0xd3, 0xc7, 0xbf, 0xa1, 0xb0, 0xcb, 0xc4, 0xca, 0xb7, 0xa1, 0xb1, 0xd1, 0xa7, 0xcf,
  0xb0, 0x95, 0x34, 0xb2, 0x35,
]);
const utf16 = (text: string, little: boolean) => {
  const body = Buffer.from(text, 'utf16le');
  return Uint8Array.from([...(little ? [0xff, 0xfe] : [0xfe, 0xff]), ...(little ? body : body.swap16())]);
};
const join = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((p) => [...p]));

describe('encodings', () => {
  it.each([
    ['utf-8', utf8(TEXT)],
    ['utf-8-bom', join([0xef, 0xbb, 0xbf], utf8(TEXT))],
    ['utf-16le', utf16(TEXT, true)],
    ['utf-16be', utf16(TEXT, false)],
  ])('tells %s and drops its mark', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ ok: true, text: TEXT, encoding });
  });

  it.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('tells %s that lost its mark', (encoding, little) => {
    const bytes = utf16(TEXT, little as boolean).subarray(2);
    expect(decode(bytes)).toEqual({ ok: true, text: TEXT, encoding });
    const unbroken = '各级各部门要认真贯彻落实会议精神扎实做好各项工作';
    expect(decode(utf16(unbroken, little as boolean).subarray(2))).toEqual({ ok: true, text: unbroken, encoding });
  });

  it.each([
    ['an odd length', join(utf16(TEXT, true).subarray(2), [0x41])],
    ['Latin text', utf16('Annual plan of the county, section 1.', true).subarray(2)],
    ['a table of numbers', Uint8Array.from(Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? i & 255 : 0)))],
  ])('takes no NULs for UTF-16 without its mark: %s', (_, bytes) => {
    expect(decode(bytes)).toMatchObject({ ok: false, reason: 'binary' });
  });

  it('tells GB18030, four-byte characters included', () => {
    expect(decode(GB)).toEqual({ ok: true, text: '关于加强“四史”学习𠮷', encoding: 'gb18030' });
  });

  it('takes an empty file and pure ASCII for UTF-8', () => {
    expect(decode(new Uint8Array())).toEqual({ ok: true, text: '', encoding: 'utf-8' });
    expect(decode(utf8('abc'))).toMatchObject({ encoding: 'utf-8' });
  });

  it('keeps a byte order mark inside the text', () => {
    expect(decode(utf8('甲\ufeff乙'))).toMatchObject({ text: '甲\ufeff乙' });
  });
});

describe('what is no text', () => {
  it.each([
    ['PDF', utf8('%PDF-1.7 …')],
    ['docx', join([0x50, 0x4b, 0x03, 0x04], utf8('word/document.xml'))],
    ['doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['NUL', join(utf8('甲乙'), [0], utf8('丙'))],
  ])('is binary: %s', (_, bytes) => {
    expect(decode(bytes)).toMatchObject({ ok: false, reason: 'binary' });
  });

  it('is never replaced: a damaged UTF-8 file names its first bad byte', () => {
    const bytes = join(utf8('关于加强学习的通知'), [0xff], utf8('一、总体要求'));
    expect(decode(bytes)).toEqual({ ok: false, reason: 'undecodable', offset: 27 });
  });

  it('does not read a damaged UTF-8 file as GB18030, although those bytes would be well-formed', () => {
    const bytes = join(utf8('关于加强学习的通知'.repeat(20)), utf8('四').subarray(0, 2));
    expect(decode(bytes)).toMatchObject({ ok: false, reason: 'undecodable', offset: 540 });
  });

  it('names the byte where GB18030 breaks off', () => {
    expect(decode(join(GB.subarray(0, 20), [0x81], [0x20]))).toEqual({ ok: false, reason: 'undecodable', offset: 20 });
  });

  it('names the lone surrogate and the half unit of UTF-16', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00]))).toMatchObject({ offset: 4 });
    expect(decode(Uint8Array.from([0xfe, 0xff, 0x4e, 0x00, 0x4e]))).toMatchObject({ ok: false, offset: 4 });
  });

  it('is too large above the limit', () => {
    expect(decode(utf8('abcd'), 3)).toEqual({ ok: false, reason: 'too-large', offset: 3 });
  });
});

describe('always', () => {
  it('gives back every text that was encoded as UTF-8 or UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !/^(%PDF|PK\u0003\u0004|GIF8)/.test(text));
        expect(decode(utf8(text))).toMatchObject({ ok: true, text });
        expect(decode(utf16(text, true))).toMatchObject({ ok: true, text });
      }),
    );
  });

  it('is total: any bytes give a text or a place inside the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = decode(bytes);
        if (result.ok) expect(result.text.includes('\ufffd') && !Buffer.from(bytes).includes(0xbd)).toBe(false);
        else expect(result.offset >= 0 && result.offset <= bytes.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the decoder of Node', () => {
  const strict = (bytes: Uint8Array): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  it('says of any bytes what a strict TextDecoder says', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => decodeUtf8(bytes) === strict(bytes)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(4), (text, cut) => {
        const bytes = utf8(text);
        const part = bytes.subarray(cut, bytes.length);
        return decodeUtf8(part) === strict(part);
      }),
      { numRuns: 500 },
    );
  });
  it.each(['', 'plain', '\ufeff甲', '甲\ufeff\ufeff', '𠮷\u0000林', 'x'.repeat(2_000_000), '政'.repeat(1_000_000)])(
    'keeps everything (%#)',
    (text) => expect(decodeUtf8(utf8(text)) === text).toBe(true),
  );
});
