/**
 * Checks REFI-QDA against its published schema with libxml2, and beyond the schema that references lead somewhere, no GUID
 * occurs twice, and a source has its text either inside or beside it. Changes when the standard does.
 */
import fs from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { parseXml, type XmlElement } from '../../../server/src/core/annotations/codecs/xml.ts';

const schema = (name: string): string =>
  fs.readFileSync(new URL(`../../fixtures/refi-qda/${name}`, import.meta.url), 'utf8');

async function bySchema(xml: string, name: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'export.xml', contents: xml }],
    schema: [{ fileName: name, contents: schema(name) }],
  });
  return errors.map((e) => e.message);
}

function references(root: XmlElement): string[] {
  const errors: string[] = [];
  const ids = new Set<string>();
  const wanted: [string, string][] = [];
  const visit = (e: XmlElement): void => {
    const { guid } = e.attributes;
    if (guid !== undefined) {
      if (ids.has(guid)) errors.push(`${e.name}: guid ${guid} occurs twice`);
      ids.add(guid);
    }
    for (const [name, value] of Object.entries(e.attributes))
      if (/^(targetGUID|originGUID|creatingUser|modifyingUser)/.test(name)) wanted.push([e.name, value]);
    if (e.name === 'TextSource' || e.name === 'Note') {
      const inside = e.children.some((c) => c.name === 'PlainTextContent');
      if (inside === 'plainTextPath' in e.attributes) errors.push(`${e.name}: either content or path`);
    }
    e.children.forEach(visit);
  };
  visit(root);
  for (const [from, id] of wanted) if (!ids.has(id)) errors.push(`${from}: ${id} is nowhere`);
  return errors;
}

/** The errors of a project (`project.qde`); none means that it is valid. */
export async function validateProject(xml: string): Promise<string[]> {
  if (!xml.startsWith('<?xml')) return ['no XML declaration at the very beginning'];
  const root = parseXml(xml);
  return [...(await bySchema(xml, 'Project.xsd')), ...(root ? references(root) : ['not well-formed'])];
}

/** The errors of a codebook (`.qdc`). */
export const validateCodebook = (xml: string): Promise<string[]> => bySchema(xml, 'Codebook.xsd');
