/** GB18030 is written as it is read: every character, old and new, and a text that has none of its own is refused. */
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../server/src/cli/gb18030.ts';

const read = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);

describe('GB18030', () => {
  it.each([
    ['ASCII', 'plain\r\n', [0x70, 0x6c, 0x61, 0x69, 0x6e, 0x0d, 0x0a]],
    ['a character of GB 2312', '中', [0xd6, 0xd0]],
    ['a full-width comma', '，', [0xa3, 0xac]],
    ['a character of four bytes', '\u0080', [0x81, 0x30, 0x81, 0x30]],
    ['a character beyond the basic plane', '𠀀', [0x95, 0x32, 0x82, 0x36]],
  ])('writes %s as the standard has it', (_what, text, bytes) => {
    expect([...encodeGb18030(text)!]).toEqual(bytes);
  });

  it('reads back whatever it has written', () => {
    let text = '';
    for (let code = 0x20; code < 0x10000; code += 7)
      if (code < 0xd800 || code > 0xdfff) text += String.fromCharCode(code);
    for (let code = 0x10000; code < 0x110000; code += 4099) text += String.fromCodePoint(code);
    const kept = [...text].filter((c) => encodeGb18030(c) !== null);
    expect(kept.length / [...text].length).toBeGreaterThan(0.99);
    expect(read(encodeGb18030(kept.join(''))!)).toBe(kept.join(''));
  });

  it('refuses half a character', () => {
    expect(encodeGb18030('\ud800')).toBeNull();
  });
});
