/** `check` for one file. */
import { type Checked, type CheckTaskOptions, checkText } from '../check-task.ts';
import type { FileText } from '../tasks.ts';

export const run = ({ file, uri, text }: FileText, options?: CheckTaskOptions): Checked =>
  checkText(file, uri, text, options!);
