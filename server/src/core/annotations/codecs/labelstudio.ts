/** Label Studio tasks with the labelling configuration. Changes when Label Studio's form does. Places in code points. */
import { NormalText } from '../units.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeRelation,
  type ExchangeTag,
  Losses,
} from './exchange.ts';
import { asArray, asNumber, asObject, asText, imported, parseJson, placed, spanFromPoints, stem } from './text.ts';
import { attribute } from './xml.ts';

function task(d: ExchangeDocument, losses: Losses): unknown {
  const text = new NormalText(d.text ?? '');
  const labels: unknown[] = [];
  const notes: unknown[] = [];
  const ids = new Map<string, string>();
  for (const a of d.annotations) losses.omit(a, 'replies', 'status', 'attributes', 'author', 'document');
  for (const a of placed(d.annotations)) {
    const id = `r${ids.size}`;
    ids.set(a.id, id);
    const place = { start: text.toPoint(a.span.start), end: text.toPoint(a.span.end) };
    const words = text.text.slice(a.span.start, a.span.end);
    const region = { id, from_name: 'label', to_name: 'text', type: 'labels' };
    labels.push({ ...region, value: { ...place, text: words, labels: a.tags } });
    if (a.note !== null)
      notes.push({ id, from_name: 'note', to_name: 'text', type: 'textarea', value: { ...place, text: [a.note] } });
  }
  const relations = d.relations.flatMap((r) => {
    const [from, to] = [ids.get(r.from), ids.get(r.to)];
    if (!from || !to) losses.add('relation', 'a relation to an annotation without a place is left out', r.type);
    return from && to ? [{ from_id: from, to_id: to, type: 'relation', direction: 'right', labels: [r.type] }] : [];
  });
  const meta = Object.keys(d.attributes).length > 0 ? { meta: d.attributes } : {};
  return { data: { text: d.text }, ...meta, annotations: [{ result: [...labels, ...notes, ...relations] }] };
}

function config(tags: readonly ExchangeTag[], relations: readonly string[]): string {
  const label = (t: ExchangeTag): string =>
    `    <Label value=${attribute(t.name)} background=${attribute(t.color)}${t.key ? ` hotkey=${attribute(t.key)}` : ''}/>`;
  return `<View>
  <Labels name="label" toName="text">
${tags.map(label).join('\n')}
  </Labels>
  <Relations>
${[...new Set(relations)].map((r) => `    <Relation value=${attribute(r)}/>`).join('\n')}
  </Relations>
  <View style="white-space: pre-wrap">
    <Text name="text" value="$text" granularity="symbol"/>
  </View>
  <TextArea name="note" toName="text" perRegion="true" editable="true"/>
</View>
`;
}

function read(name: string, value: Record<string, unknown>, losses: Losses): ExchangeDocument | null {
  const data = asObject(value['data']);
  const raw = asText(data['text']) ?? Object.values(data).find((v): v is string => typeof v === 'string') ?? null;
  if (raw === null) return null;
  const text = new NormalText(raw).text;
  const annotations = new Map<string, ExchangeAnnotation>();
  const relations: ExchangeRelation[] = [];
  const sets = asArray(value['annotations'] ?? value['completions'] ?? value['predictions']).map(asObject);
  for (const [n, set] of sets.entries()) {
    const by = asText(asObject(set['completed_by'])['email']) ?? asText(set['completed_by']) ?? '';
    const key = (id: unknown): string => `${name}#${n}#${String(id)}`;
    for (const r of asArray(set['result']).map(asObject)) {
      const v = asObject(r['value']);
      if (r['type'] === 'relation') {
        const labels = asArray(r['labels']);
        const type = asText(labels[0]) ?? 'related';
        relations.push({ id: `${name}#${n}#R${relations.length}`, type, from: key(r['from_id']), to: key(r['to_id']) });
        continue;
      }
      const id = key(r['id']);
      const old = annotations.get(id);
      const labels = asArray(v['labels'] ?? v['hypertextlabels']).filter((l): l is string => typeof l === 'string');
      if (r['type'] === 'textarea') {
        const note = asArray(v['text']).join('\n');
        if (old) annotations.set(id, { ...old, note });
        else losses.add('note', 'a note belongs to a region that is not here', note.slice(0, 20));
      } else if (v['start'] === undefined)
        losses.add('result', 'results without a place are left out', String(r['type']));
      else if (old) annotations.set(id, { ...old, tags: [...new Set([...old.tags, ...labels])] });
      else {
        const span = spanFromPoints(raw, asNumber(v['start']), asNumber(v['end']), asText(v['text']), losses);
        const own = span && imported(id, span, text.slice(span.start, span.end), labels);
        if (own) annotations.set(id, { ...own, author: by });
      }
    }
  }
  const kept = relations.filter((r) => annotations.has(r.from) && annotations.has(r.to));
  return { name, text, annotations: [...annotations.values()], relations: kept, attributes: {} };
}

export const labelstudio: Codec = {
  id: 'labelstudio',
  title: 'Label Studio JSON',
  extensions: ['.json'],
  export({ documents, tags }) {
    const losses = new Losses();
    const tasks = documents.map((d) => task(d, losses));
    const relations = documents.flatMap((d) => d.relations.map((r) => r.type));
    const name = documents.length === 1 ? stem(documents[0]!.name) : 'tasks';
    return {
      files: [
        textFile(`${name}.json`, JSON.stringify(tasks, null, 1)),
        textFile('config.xml', config(tags, relations)),
      ],
      losses: losses.list(),
    };
  },
  import(files) {
    const losses = new Losses();
    const documents = files
      .filter((f) => !f.name.endsWith('.xml'))
      .flatMap((f) => {
        const value = parseJson(textOf(f), f.name, losses);
        const list = Array.isArray(value) ? value : [value];
        return list.flatMap((t, i) => {
          const d = read(`${stem(f.name)}${list.length > 1 ? `-${i + 1}` : ''}.txt`, asObject(t), losses);
          return d ? [d] : [];
        });
      });
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
