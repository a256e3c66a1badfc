/** ASCII names for formats that allow no others: pinyin, told apart by numbers. Changes when names are made otherwise. */
import { pinyin } from 'pinyin-pro';

/** A name of `[a-zA-Z0-9_-]` for each given one; `chosen` names go first. Equal input, equal output. */
export function asciiNames(
  names: readonly string[],
  chosen: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const out = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (out.has(name)) continue;
    const own = chosen[name];
    const spelled = /^[a-zA-Z][a-zA-Z0-9_-]*$/.test(name)
      ? name
      : pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
          .map((s) => s.replace(/[^a-zA-Z0-9]+/g, '_'))
          .join('')
          .replace(/^[^a-zA-Z]+|_+$/g, '');
    const wish =
      own && /^[a-zA-Z0-9_-]+$/.test(own) ? own : spelled ? spelled[0]!.toUpperCase() + spelled.slice(1) : 'Tag';
    let unique = wish;
    for (let n = 2; taken.has(unique); n++) unique = `${wish}${n}`;
    taken.add(unique);
    out.set(name, unique);
  }
  return out;
}
