/** A name one character away from that of a person in the same document. Changes when what surrounds a name changes. */
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const HAN = /[\u4e00-\u9fff]/;
const AFTER =
  /^(?:同志|主持|讲话|指出|强调|表示|出席|就|代表|部署|受|作了|作|介绍|说|要求|宣布|传达|通报|汇报|到会|参加|对|在|带领|率|、|，|。|等)/;
const BEFORE =
  /(?:书记|主席|主任|部长|省长|市长|区长|县长|常委|秘书长|委员长|总理|厅长|局长|[，、。；：“]|取和讨论|讨论|由|和|与|同志|^)$/;

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
    const names = new Map<string, { start: number; end: number }>();
    for (const p of doc.persons) if (!names.has(p.name) && p.name.length <= 4) names.set(p.name, p.span);
    if (names.size === 0) return;
    const told = new Set<number>();
    const surnames = new Set([...names.keys()].map((n) => n[0]!));
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      for (let i = 0; i < line.text.length; i++) {
        if (!surnames.has(line.text[i]!)) continue;
        for (const [name, known] of names) {
          const printed = line.text.slice(i, i + name.length);
          if (name[0] !== printed[0] || printed === name || printed.length < name.length || names.has(printed))
            continue;
          let apart = 0;
          for (let k = 0; k < name.length; k++) if (printed[k] !== name[k]) apart++;
          if (apart !== 1 || ![...printed].every((c) => HAN.test(c))) continue;
          // A name of two characters shares only its surname: its surroundings must say that it is a name.
          const before = line.folded.slice(Math.max(0, i - 8), i);
          const after = line.folded.slice(i + name.length, i + name.length + 4);
          const surrounded = AFTER.test(after) && BEFORE.test(before);
          if (
            name.length === 2
              ? !(
                  surrounded &&
                  /^(?:同志|主持|讲话|指出|强调|表示|出席|就|受|作了|代表)/.test(after) &&
                  text.split(name).length > 2
                )
              : !surrounded && printed.slice(0, 2) !== name.slice(0, 2)
          )
            continue;
          if (
            name.length === 3 &&
            printed.slice(0, 2) === name.slice(0, 2) &&
            !AFTER.test(after) &&
            !BEFORE.test(before)
          )
            continue;
          if (
            [...names.keys()].some(
              (n) => n !== name && (n.startsWith(printed.slice(0, n.length)) || printed.startsWith(n)),
            )
          )
            continue;
          const start = line.start + i;
          if (told.has(start)) continue;
          told.add(start);
          const span = { start, end: start + name.length };
          report({
            span,
            message: { en: '“{0}” here, “{1}” elsewhere: one person?', zh: '此处为“{0}”，他处为“{1}”，是否同一人？' },
            args: [printed, name],
            related: [{ span: known, message: { en: 'The other spelling', zh: '另一处' } }],
            fix: {
              title: { en: 'Write {0}', zh: '改为“{0}”' },
              args: [name],
              edits: [{ span, newText: name }],
              safe: false,
            },
          });
        }
      }
    }
  },
});
