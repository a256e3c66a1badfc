/**
 * REFI-QDA 1.5: projects (`.qdpx`) and codebooks (`.qdc`) for NVivo, MAXQDA, ATLAS.ti, QualCoder and others.
 * Changes when the files around the XML do.
 */
import { unzipSync, zipSync } from 'fflate';
import { fromUtf8, utf8 } from '../log.ts';
import { binaryFile, bytesOf, textFile, textOf } from './bytes.ts';
import { type Codec, type ExchangeDocument, type ExchangeTag, Losses } from './exchange.ts';
import { readCodes, readProject } from './qda-read.ts';
import { allTags, CODEBOOK, codes, HEAD, writeProject } from './qda-write.ts';
import { base } from './text.ts';
import { attributes, descendants, parseXml } from './xml.ts';

export const qdpx: Codec = {
  id: 'qdpx',
  title: 'REFI-QDA project',
  extensions: ['.qdpx'],
  export(exchange, o) {
    const losses = new Losses();
    const { xml, sources } = writeProject(exchange, o, losses);
    const mtime = new Date(Date.parse(o.now) || Date.UTC(2000, 0, 1));
    const entries: Record<string, Uint8Array> = { 'project.qde': utf8(xml) };
    for (const [path, text] of sources) entries[path] = utf8(text);
    const name =
      exchange.documents.length === 1 ? base(exchange.documents[0]!.name).replace(/\.[^.]+$/, '') : 'annotations';
    return { files: [binaryFile(`${name}.qdpx`, zipSync(entries, { mtime }))], losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents: ExchangeDocument[] = [];
    const tags: ExchangeTag[] = [];
    for (const f of files) {
      let archive = new Map<string, Uint8Array>();
      try {
        archive = new Map(Object.entries(unzipSync(bytesOf(f))));
      } catch (error) {
        losses.add('file', 'a file is no archive', `${f.name}: ${String(error)}`);
      }
      const project = [...archive].find(([name]) => name.endsWith('.qde'));
      const root = project ? parseXml(fromUtf8(project[1])) : null;
      if (root?.name !== 'Project') losses.add('file', 'a file holds no readable project', f.name);
      else {
        const read = readProject(root, archive, losses);
        documents.push(...read.documents);
        tags.push(...read.tags);
      }
    }
    return { exchange: { documents, tags }, losses: losses.list() };
  },
};

export const qdc: Codec = {
  id: 'qdc',
  title: 'REFI-QDA codebook',
  extensions: ['.qdc'],
  export(exchange, o) {
    const losses = new Losses();
    for (const d of exchange.documents) {
      for (const a of d.annotations) losses.add('annotation', 'a codebook holds tags alone', a.quote.slice(0, 20));
    }
    const tags = allTags(exchange, o);
    if (tags.length === 0) {
      losses.add('tag', 'a codebook holds at least one tag, and there is none', '');
      return { files: [], losses: losses.list() };
    }
    const xml = `${HEAD}<CodeBook${attributes({ xmlns: CODEBOOK, origin: o.generator })}>${codes(tags, o)}</CodeBook>\n`;
    return { files: [textFile('codebook.qdc', xml)], losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const tags = files.flatMap((f) => {
      const root = parseXml(textOf(f));
      const book =
        root && (root.name === 'CodeBook' ? root : [...descendants(root)].find((e) => e.name === 'CodeBook'));
      if (!book) losses.add('file', 'a file holds no readable codebook', f.name);
      return book ? readCodes(book) : [];
    });
    return { exchange: { documents: [], tags }, losses: losses.list() };
  },
};
