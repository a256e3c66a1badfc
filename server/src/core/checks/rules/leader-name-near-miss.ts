/** A name one character away from that of a person in the same document. Changes when what surrounds a name changes. */
import type { Span } from '../../text/span.ts';
import { isHan } from '../chars.ts';
import { rule } from '../rule.ts';
import type { PlacedLine } from '../view.ts';

const DOES = /^(?:同志|主持|讲话|指出|强调|表示|出席|就|受|作了|作重要|代表|部署)/;
const AFTER =
  /^(?:书记|院长|校长|主任|局长|部长|市长|县长|区长|镇长|主席|老师|介绍|说|要求|宣布|传达|通报|汇报|到会|参加|对|在|带领|率|、|，|。|等|作)/;
const BEFORE =
  /(?:书记|主席|主任|部长|省长|市长|区长|县长|常委|秘书长|委员长|总理|厅长|局长|[，、。；：“]|讨论|由|和|与|同志|^)$/;
/** Posts that one person holds. */
const CHIEF = /(?:书记|省长|市长|区长|县长|州长|主席|主任|总理)$/;
const LINES = new Set(['paragraph', 'title', 'byline', 'heading']);

/** Whether what stands at `i` is a name by its surroundings; a short one must do something, too. */
function isName(line: PlacedLine, i: number, length: number): boolean {
  const before = line.folded.slice(Math.max(0, i - 8), i);
  const after = line.folded.slice(i + length, i + length + 4);
  if (length === 2) return BEFORE.test(before) && DOES.test(after);
  return BEFORE.test(before) || DOES.test(after) || AFTER.test(after);
}

/** Surnames that sound alike or are one in two spellings. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  ['付傅', '肖萧', '阎闫', '裘邱', '兰蓝'].flatMap((group) => [...group].map((c) => [c, group] as const)),
);

/** 付某光, 傅某光: one given name of two characters under surnames that are mistaken for each other. */
function* otherSurname(text: string): Generator<{ name: string; printed: string; start: number }> {
  for (const [a, group] of ALIKE) {
    if (!text.includes(a)) continue;
    for (const b of group) {
      if (b <= a || !text.includes(b)) continue;
      for (let i = text.indexOf(a); i >= 0; i = text.indexOf(a, i + 1)) {
        const given = text.slice(i + 1, i + 3);
        const start = text.indexOf(b + given);
        if (given.length === 2 && [...given].every(isHan) && start >= 0)
          yield { name: a + given, printed: b + given, start };
      }
    }
  }
}

/** Whether the two differ in one character, not the surname, or have their last two characters exchanged. */
function oneApart(a: string, b: string): boolean {
  if (a[0] !== b[0] || a.length !== b.length) return false;
  // 胡明文, 胡文明: the same characters in another order.
  if (a.length === 3 && a[1] === b[2] && a[2] === b[1] && a[1] !== a[2]) return true;
  let apart = 0;
  for (let k = 1; k < a.length; k++) if (a[k] !== b[k]) apart++;
  return apart === 1 && [...b].every(isHan);
}

export const leaderNameNearMiss = rule({
  id: 'leader-name-near-miss',
  category: 'metadata',
  title: { en: 'Name spelled two ways', zh: '人名前后写法不一' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：人名一致',
  check({ doc, text, lines }, report) {
    const names = new Map<string, Span>();
    for (const p of doc.persons) if (p.name.length <= 4 && !names.has(p.name)) names.set(p.name, p.span);
    const uses = (name: string): number => text.split(name).length - 1;
    const surnames = new Set([...names.keys()].map((n) => n[0]!));
    const told = new Set<string>();
    const candidates = function* (): Generator<{ name: string; printed: string; start: number }> {
      for (const line of lines) {
        if (!LINES.has(line.kind)) continue;
        for (let i = 0; i < line.text.length; i++) {
          if (!surnames.has(line.text[i]!)) continue;
          for (const name of names.keys()) {
            const printed = line.text.slice(i, i + name.length);
            if (!oneApart(name, printed) || names.has(printed) || !isName(line, i, name.length)) continue;
            // The beginning of somebody else's name, or somebody else with a verb behind: 刘忻部署.
            if ([...names.keys()].some((n) => n !== name && (n.startsWith(printed) || printed.startsWith(n)))) continue;
            yield { name, printed, start: line.start + i };
          }
        }
      }
    };
    // Both spellings with one post.
    const pairs = function* (): Generator<{ name: string; printed: string; start: number }> {
      for (const [i, a] of doc.persons.entries()) {
        for (const b of doc.persons.slice(i + 1)) {
          if (oneApart(a.name, b.name) && a.positions.some((p) => b.positions.includes(p))) {
            yield { name: a.name, printed: b.name, start: text.indexOf(b.name, b.span.start) };
          }
        }
      }
    };
    const chief = (name: string): string | undefined =>
      doc.persons.find((p) => p.name === name)?.positions.find((p) => CHIEF.test(p) && !/副|原|前/.test(p));
    for (const { name, printed, start } of [...candidates(), ...pairs(), ...otherSurname(text)]) {
      if (told.has(`${name}/${printed}`)) continue;
      told.add(`${name}/${printed}`);
      const [ours, theirs] = [uses(name), uses(printed)];
      // Two short names that share a surname may be two people; a slip stands alone against many.
      const post = chief(name);
      if (name.length === 2 && ours + theirs < 3 && (post === undefined || post !== chief(printed))) continue;
      const odd = theirs > ours ? name : printed;
      const right = odd === name ? printed : name;
      const at = odd === name ? text.indexOf(name, Math.max(0, (names.get(name)?.start ?? 0) - 1)) : start;
      const span = { start: at, end: at + odd.length };
      const other = odd === name ? start : text.indexOf(name);
      report({
        span,
        message: { en: '“{0}” here, “{1}” elsewhere: one person?', zh: '此处为“{0}”，他处为“{1}”，是否同一人？' },
        args: [odd, right],
        related: [
          { span: { start: other, end: other + right.length }, message: { en: 'The other spelling', zh: '另一处' } },
        ],
        fix: {
          title: { en: 'Write {0}', zh: '改为“{0}”' },
          args: [right],
          edits: [{ span, newText: right }],
          safe: false,
        },
      });
    }
  },
});
