/** All codecs by id. To add one: a file that exports a `Codec`, and a line here. */
import { brat } from './brat.ts';
import { conll2002 } from './conll.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Codec, CodecId } from './exchange.ts';
import { doccano, spacy } from './jsonl.ts';
import { labelstudio } from './labelstudio.ts';
import { qdc, qdpx } from './qda.ts';
import { html, markdown } from './reports.ts';
import { uima } from './uima.ts';
import { w3c } from './w3c.ts';
import { webanno } from './webanno.ts';

export const CODECS: Readonly<Record<CodecId, Codec>> = {
  w3c,
  brat,
  uima,
  webanno,
  doccano,
  labelstudio,
  spacy,
  conll2002,
  qdpx,
  qdc,
  csv,
  markdown,
  html,
  docx,
};
