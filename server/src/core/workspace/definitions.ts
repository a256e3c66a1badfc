/**
 * Passages in which a document says what a term means. Changes when another way of defining is understood.
 */
import type { PolicyDocument } from '../document/model.ts';
import { termKey } from '../text/fold.ts';
import { encloses, type Span } from '../text/span.ts';
import { abbreviates, componentPassages, mergedLists, shortMeetings, spelledOut } from './abbreviations.ts';
import { definingPhrases, namingPhrase, pairedPhrase, partsPhrase, statutoryDefinitions } from './definingPhrases.ts';
import type { KeyIds } from './key-ids.ts';
import type { Mention, TermIndex } from './mentions.ts';
import type { Scene } from './scene.ts';

/** From the strongest to the weakest. */
export const DEFINITION_KINDS = ['means', 'is', 'enumeration', 'short-for', 'apposition', 'content'] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

/** Whether `a` says more plainly than `b` what a term means; earlier passages win among equals. */
export const stronger = (a: Definition, b: Definition): boolean => {
  const d = DEFINITION_KINDS.indexOf(a.kind) - DEFINITION_KINDS.indexOf(b.kind);
  return d < 0 || (d === 0 && a.span.start < b.span.start);
};

/** A defining passage for the term with number `key`. */
export interface Definition {
  readonly key: number;
  readonly kind: DefinitionKind;
  readonly span: Span;
  /** The parts that it names, where it lists them. */
  readonly components: readonly string[];
}

export interface Definitions {
  readonly definitions: readonly Definition[];
  /** Terms that only their definition shows to be terms. */
  readonly coined: readonly Mention[];
}

/** More passages for one term than a reader would look at are not kept. */
const MOST = 24;

/** How much longer a name may be than the count in it that a list answers; a whole sentence is no name. */
const WIDER = 16;

/** Uses of a defined word in its own law that become mentions. */
const MOST_USES = 200;

/** All defining passages of a document, in the order of their places, at most one of a kind for a term and place. */
export function findDefinitions(scene: Scene, terms: TermIndex, ids: KeyIds): Definitions {
  const byKey = new Map<number, Definition[]>();
  const coined: Mention[] = [];
  const add = (key: number, kind: DefinitionKind, span: Span, components: readonly string[] = []): void => {
    let list = byKey.get(key);
    if (!list) {
      list = [];
      byKey.set(key, list);
    }
    const at = list.findIndex((d) => encloses(d.span, span) || encloses(span, d.span));
    const same = list[at];
    if (!same && list.length < MOST) list.push({ key, kind, span, components });
    if (!same) return;
    if (DEFINITION_KINDS.indexOf(kind) < DEFINITION_KINDS.indexOf(same.kind)) {
      list[at] = { key, kind, span, components: components.length > 0 ? components : same.components };
    }
  };
  const coin = (span: Span): number => {
    const key = ids.id(termKey(scene.document.text.slice(span.start, span.end)));
    coined.push({ key, span, quoted: false, inGlossary: false, read: false });
    return key;
  };

  fromEnumerations(scene.document, terms, ids, add, coin);
  const mentions = Array.from({ length: terms.count }, (_, i) => terms.at(i));
  const selfDefined = new Set<number>();
  for (const m of mentions) {
    for (const d of definingPhrases(scene, m.span, m.quoted)) {
      if (d.name) add(coin(d.name), d.kind, d.span);
      else if (d.kind !== 'content') add(m.key, d.kind, d.span);
      else if (!selfDefined.has(m.key)) {
        selfDefined.add(m.key);
        add(m.key, d.kind, d.span);
      }
    }
    if (!m.quoted) continue;
    for (const span of [pairedPhrase(scene, m.span), partsPhrase(scene, m.span)]) {
      if (span) add(m.key, 'content', span);
    }
    const naming = namingPhrase(scene, m.span);
    if (naming) add(m.key, 'is', naming);
  }
  for (const { name, span, everywhere } of statutoryDefinitions(scene)) {
    add(coin(name), 'means', span);
    if (!everywhere) continue;
    // What a law defines is a term wherever the law uses it.
    const word = scene.folded.slice(name.start, name.end);
    let n = 0;
    for (
      let at = scene.folded.indexOf(word);
      at >= 0 && n < MOST_USES;
      at = scene.folded.indexOf(word, at + word.length), n++
    ) {
      if (at !== name.start) coin({ start: at, end: at + word.length });
    }
  }
  fromLongerQuotes(scene, mentions, ids, terms, add);
  fromProgrammes(mentions, ids, add);
  for (const { name, span, components } of mergedLists(scene)) add(coin(name), 'enumeration', span, components);
  fromParallels(scene, mentions, add);
  for (const { key, span, components } of componentPassages(scene)) add(ids.id(key), 'content', span, components);
  const places = new Map<number, Span[]>();
  for (const m of mentions) {
    if (byKey.has(m.key)) continue;
    const spans = places.get(m.key);
    if (spans) spans.push(m.span);
    else places.set(m.key, [m.span]);
  }
  const undefinedYet = new Map([...places].map(([key, spans]) => [ids.key(key), spans]));
  for (const { key, span, components } of spelledOut(scene, undefinedYet))
    add(ids.id(key), 'content', span, components);
  for (const { short, full, spans } of shortMeetings(scene)) {
    const key = ids.id(short);
    for (const span of spans) coined.push({ key, span, quoted: false, inGlossary: false, read: false });
    add(key, 'short-for', full);
  }
  // A list that the glossary has as another name of a term says what the term means: 不敢腐、不能腐、不想腐.
  for (const m of mentions) {
    if (!m.inGlossary) continue;
    const key = ids.key(m.key);
    for (const entry of scene.glossary.byKey(key)) {
      const parts = key.split(/[、，]/);
      if (entry.key !== key && parts.length >= 2 && entry.key.length < key.length)
        add(ids.id(entry.key), 'content', m.span, parts);
    }
  }
  const found = [...byKey.values()].flat();
  found.sort((a, b) => a.span.start - b.span.start || a.key - b.key);
  return { definitions: found, coined };
}

type Add = (key: number, kind: DefinitionKind, span: Span, components?: readonly string[]) => void;

/** A、B、C和D“四张清单”: the declared words, and every term inside them, mean the items. */
function fromEnumerations(
  document: PolicyDocument,
  terms: TermIndex,
  ids: KeyIds,
  add: Add,
  coin: (span: Span) => number,
): void {
  const distinct = terms.distinct();
  for (const e of document.enumerations) {
    const items = e.items.map((item) => item.text);
    const declared = termKey(e.declared);
    const inside = terms.under(e.declaredSpan.start).concat(terms.under(e.declaredSpan.end));
    const keys = new Set<number>();
    for (let i = terms.firstAt(e.declaredSpan.start); i < terms.count && terms.starts[i]! < e.declaredSpan.end; i++) {
      const m = terms.at(i);
      if (m.span.end <= e.declaredSpan.end) keys.add(m.key);
    }
    // 十个“桥头堡”: the list names ten of them and does not say what one is.
    if (/^[^“‘]*[一二两三四五六七八九十百0-9]+(?:个|大|项|条|种|类|位|家)[“‘]/.test(e.declared)) {
      for (const key of keys) {
        if (/[一二两三四五六七八九十百0-9]/.test(ids.key(key))) continue;
        keys.delete(key);
        add(key, 'content', e.span);
      }
    }
    // “四史”学习: the mention may be wider than what was declared.
    const longest = e.declaredSpan.end - e.declaredSpan.start + WIDER;
    for (const m of inside) {
      if (encloses(m.span, e.declaredSpan) && m.span.end - m.span.start <= longest) keys.add(m.key);
    }
    if (declared.length >= 3 && !/[，。；：]/.test(declared)) {
      keys.add(distinct.has(ids.find(declared) ?? -1) ? ids.id(declared) : coin(e.declaredSpan));
    }
    for (const key of keys) add(key, 'enumeration', e.span, items);
  }
}

/** “努力成为…的重要窗口” says what “重要窗口” is short for; “两手都要硬、两战都要赢” what “两战赢” is. */
function fromLongerQuotes(scene: Scene, mentions: readonly Mention[], ids: KeyIds, terms: TermIndex, add: Add): void {
  const distinct = terms.distinct();
  const quoted = mentions.filter((m) => m.quoted && m.read);
  quoted.forEach((long, i) => {
    const key = ids.key(long.key);
    if (key.length < 10) return;
    for (let n = 3; n <= Math.min(12, key.length - 6); n++) {
      const id = ids.find(key.slice(-n));
      if (id !== undefined && distinct.has(id)) add(id, 'content', scene.outer(long.span));
    }
    const block = scene.block(long.span.start);
    for (let j = Math.max(0, i - 12); j < Math.min(quoted.length, i + 13); j++) {
      const near = quoted[j]!;
      const short = ids.key(near.key);
      if (!abbreviates(short, key) || scene.block(near.span.start) !== block) continue;
      add(near.key, 'short-for', scene.outer(long.span), key.split(/[、，]/));
    }
  });
}

/** “双十双百”集群制造行动计划: the name of the plan says what the quoted words at its head stand for. */
function fromProgrammes(mentions: readonly Mention[], ids: KeyIds, add: Add): void {
  mentions.forEach((m, i) => {
    if (!m.quoted || !/[一二两双三四五六七八九十百千万0-9]/.test(ids.key(m.key))) return;
    for (let j = i - 1; j >= 0 && m.span.start - mentions[j]!.span.start <= 1; j--) {
      const wider = mentions[j]!;
      if (wider.span.end - m.span.end < 7 || !/(?:计划|行动|工程|方案|规划)$/.test(ids.key(wider.key))) continue;
      add(m.key, 'short-for', wider.span);
      return;
    }
  });
}

/** 聚焦“A”主引擎，…；聚焦“B”主路径，…；聚焦“C”…: three or more clauses of one make, each explains its term. */
function fromParallels(scene: Scene, mentions: readonly Mention[], add: Add): void {
  const { folded } = scene;
  const groups = new Map<string, { m: Mention; span: Span }[]>();
  for (const m of mentions) {
    if (!m.quoted) continue;
    const outer = scene.outer(m.span);
    const lead = folded.slice(outer.start - 2, outer.start);
    if (
      !/^[\u4e00-\u9fff]{2}$/.test(lead) ||
      !/^[\u4e00-\u9fff]{2,8}[，,]/.test(folded.slice(outer.end, outer.end + 9))
    )
      continue;
    const sentence = scene.sentence(outer);
    const semicolon = folded.indexOf('；', outer.end);
    const end = semicolon > 0 && semicolon < sentence.end ? semicolon : sentence.end;
    const group = `${sentence.start}:${lead}`;
    const list = groups.get(group);
    const item = { m, span: { start: outer.start - 2, end } };
    if (list) list.push(item);
    else groups.set(group, [item]);
  }
  for (const list of groups.values()) {
    if (list.length >= 3) for (const { m, span } of list) add(m.key, 'content', span);
  }
}
