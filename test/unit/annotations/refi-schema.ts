/**
 * Checks a REFI-QDA project against the published schema's rules for the parts that we write: elements and their order,
 * required and allowed attributes, GUIDs, colours, dates, directions; and beyond the schema, that references lead somewhere.
 */
import { parseXml, type XmlElement } from '../../../server/src/core/annotations/codecs/xml.ts';

interface Rule {
  /** Child elements in the order of the sequence: name, least, most. */
  readonly children: readonly (readonly [string, number, number])[];
  readonly required: readonly string[];
  readonly allowed: readonly string[];
  readonly text?: boolean;
}

const ANY = Number.POSITIVE_INFINITY;
const USERS = ['creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime'];
const text: Rule = { children: [], required: [], allowed: [], text: true };
const reference: Rule = { children: [], required: ['targetGUID'], allowed: [] };
const list = (name: string): Rule => ({ children: [[name, 1, ANY]], required: [], allowed: [] });
const source: Rule = {
  children: [
    ['Description', 0, 1],
    ['PlainTextContent', 0, 1],
    ['PlainTextSelection', 0, ANY],
    ['Coding', 0, ANY],
    ['NoteRef', 0, ANY],
    ['VariableValue', 0, ANY],
  ],
  required: ['guid'],
  allowed: ['name', 'richTextPath', 'plainTextPath', ...USERS],
};

const RULES: Readonly<Record<string, Rule>> = {
  Project: {
    children: [
      ['Users', 0, 1],
      ['CodeBook', 0, 1],
      ['Variables', 0, 1],
      ['Cases', 0, 1],
      ['Sources', 0, 1],
      ['Notes', 0, 1],
      ['Links', 0, 1],
      ['Sets', 0, 1],
      ['Graphs', 0, 1],
      ['Description', 0, 1],
      ['NoteRef', 0, ANY],
    ],
    required: ['name'],
    allowed: [
      'xmlns',
      'origin',
      'creatingUserGUID',
      'creationDateTime',
      'modifyingUserGUID',
      'modifiedDateTime',
      'basePath',
    ],
  },
  Users: list('User'),
  User: { children: [], required: ['guid'], allowed: ['name', 'id'] },
  CodeBook: { children: [['Codes', 1, 1]], required: [], allowed: [] },
  Codes: list('Code'),
  Code: {
    children: [
      ['Description', 0, 1],
      ['NoteRef', 0, ANY],
      ['Code', 0, ANY],
    ],
    required: ['guid', 'name', 'isCodable'],
    allowed: ['color'],
  },
  Variables: list('Variable'),
  Variable: { children: [['Description', 0, 1]], required: ['guid', 'name', 'typeOfVariable'], allowed: [] },
  Sources: list('TextSource'),
  TextSource: source,
  Notes: list('Note'),
  Note: source,
  PlainTextSelection: {
    children: [
      ['Description', 0, 1],
      ['Coding', 0, ANY],
      ['NoteRef', 0, ANY],
    ],
    required: ['guid', 'startPosition', 'endPosition'],
    allowed: ['name', ...USERS],
  },
  Coding: {
    children: [
      ['CodeRef', 1, 1],
      ['NoteRef', 0, ANY],
    ],
    required: ['guid'],
    allowed: ['creatingUser', 'creationDateTime'],
  },
  VariableValue: {
    children: [
      ['VariableRef', 1, 1],
      ['TextValue', 0, 1],
    ],
    required: [],
    allowed: [],
  },
  Links: list('Link'),
  Link: {
    children: [['NoteRef', 0, ANY]],
    required: ['guid'],
    allowed: ['name', 'direction', 'color', 'originGUID', 'targetGUID'],
  },
  Description: text,
  PlainTextContent: text,
  TextValue: text,
  CodeRef: reference,
  NoteRef: reference,
  VariableRef: reference,
};

const FORMS: Readonly<Record<string, RegExp>> = {
  guid: /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i,
  color: /^#([0-9a-f]{6}|[0-9a-f]{3})$/i,
  date: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  integer: /^[+-]?\d+$/,
  boolean: /^(true|false|0|1)$/,
  direction: /^(Associative|OneWay|Bidirectional)$/,
  variable: /^(Text|Boolean|Integer|Float|Date|DateTime)$/,
};
const FORM_OF: Readonly<Record<string, string>> = {
  guid: 'guid',
  targetGUID: 'guid',
  originGUID: 'guid',
  creatingUser: 'guid',
  modifyingUser: 'guid',
  creatingUserGUID: 'guid',
  color: 'color',
  creationDateTime: 'date',
  modifiedDateTime: 'date',
  startPosition: 'integer',
  endPosition: 'integer',
  isCodable: 'boolean',
  direction: 'direction',
  typeOfVariable: 'variable',
};

function check(e: XmlElement, errors: string[], ids: Map<string, string>, references: [string, string][]): void {
  const rule = RULES[e.name];
  if (!rule) {
    errors.push(`${e.name}: unknown element`);
    return;
  }
  for (const name of rule.required) if (!(name in e.attributes)) errors.push(`${e.name}: ${name} is missing`);
  for (const [name, value] of Object.entries(e.attributes)) {
    if (!rule.required.includes(name) && !rule.allowed.includes(name)) errors.push(`${e.name}: ${name} is not allowed`);
    const form = FORM_OF[name];
    if (form && !FORMS[form]!.test(value)) errors.push(`${e.name}: ${name} is no ${form}: ${value}`);
    if (name === 'guid') {
      if (ids.has(value)) errors.push(`${e.name}: guid ${value} occurs twice`);
      ids.set(value, e.name);
    } else if (form === 'guid') references.push([e.name, value]);
  }
  if (!rule.text && e.text.trim() !== '') errors.push(`${e.name}: text is not allowed`);
  let at = 0;
  for (const [name, least, most] of rule.children) {
    let n = 0;
    for (; e.children[at]?.name === name; at++) n++;
    if (n < least || n > most) errors.push(`${e.name}: ${n} × ${name}`);
  }
  if (at < e.children.length) errors.push(`${e.name}: ${e.children[at]!.name} is out of order or not allowed`);
  if (e.name === 'TextSource' || e.name === 'Note') {
    const content = e.children.some((c) => c.name === 'PlainTextContent');
    if (content === 'plainTextPath' in e.attributes) errors.push(`${e.name}: either content or path`);
  }
  for (const c of e.children) check(c, errors, ids, references);
}

/** The errors of a project; none means that it is of the form that the schema asks for. */
export function validateProject(xml: string): string[] {
  if (!xml.startsWith('<?xml')) return ['no XML declaration at the very beginning'];
  const root = parseXml(xml);
  if (!root) return ['not well-formed'];
  if (root.name !== 'Project' || root.attributes['xmlns'] !== 'urn:QDA-XML:project:1.0')
    return ['not a project of the namespace'];
  const errors: string[] = [];
  const ids = new Map<string, string>();
  const references: [string, string][] = [];
  check(root, errors, ids, references);
  for (const [from, id] of references) if (!ids.has(id)) errors.push(`${from}: ${id} is nowhere`);
  return errors;
}
