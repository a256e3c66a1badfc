/** The commands in the order of the help. To add one: a file that exports `register(program, io)`, and a line here. */
import type { Command } from 'commander';
import { register as annotations } from '../annotations.ts';
import type { Io } from '../io.ts';
import { register as check } from './check.ts';
import { register as directives } from './directives.ts';
import { register as glossary } from './glossary.ts';
import { register as lsp } from './lsp.ts';
import { register as outline } from './outline.ts';
import { register as parse } from './parse.ts';
import { register as refs } from './refs.ts';
import { register as terms } from './terms.ts';

export type Register = (program: Command, io: Io) => void;

export const COMMANDS: readonly Register[] = [
  parse,
  outline,
  check,
  directives,
  terms,
  refs,
  glossary,
  annotations,
  lsp,
];
