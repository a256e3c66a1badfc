/**
 * Identifiers: UUIDs for annotations (REFI-QDA asks for GUIDs), ULIDs for events and sessions, which sort by time.
 * Changes when the form of an identifier changes. Randomness and time come from the host.
 */
import type { Host } from '../host.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** A random UUID (version 4), lower case. */
export function uuid(host: Pick<Host, 'random'>): string {
  const b = Uint8Array.from(host.random(16));
  b[6] = (b[6]! & 0x0f) | 0x40;
  b[8] = (b[8]! & 0x3f) | 0x80;
  const h = hex(b);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

/** Whether a text has the form of a UUID. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** A maker of ULIDs that grow strictly, also within one millisecond. */
export function ulids(host: Pick<Host, 'random' | 'now'>): () => string {
  let last = 0;
  let tail: number[] = [];
  return () => {
    const now = Math.max(host.now(), last);
    if (now === last && tail.length > 0) {
      let i = tail.length - 1;
      while (i >= 0 && tail[i] === 31) tail[i--] = 0;
      if (i >= 0) tail[i]!++;
    } else {
      tail = Array.from(host.random(16), (b) => b & 31);
    }
    last = now;
    let time = '';
    for (let i = 0, t = now; i < 10; i++, t = Math.floor(t / 32)) time = CROCKFORD[t % 32]! + time;
    return time + tail.map((v) => CROCKFORD[v]!).join('');
  };
}

/**
 * A UUID made from a text: equal texts give equal ones. For exports that need a GUID where we have none. Not for secrets:
 * four rounds of MurmurHash3's finisher over the units, which spread well and need no host.
 */
export function stableUuid(text: string): string {
  const words = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((seed) => {
    let h = seed ^ text.length;
    for (let i = 0; i < text.length; i++) {
      h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
      h = (h ^ (h >>> 13)) + Math.imul(h, 0x27d4eb2d);
    }
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0');
  });
  const h = words.join('');
  const v = ((Number.parseInt(h[16]!, 16) & 3) | 8).toString(16);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${v}${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
