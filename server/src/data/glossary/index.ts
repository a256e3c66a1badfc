/** The built-in glossary files, widest scope first. Changes when a scope is added. */
import binjiang from './binjiang.yml';
import hangzhou from './hangzhou.yml';
import national from './national.yml';
import quzhou from './quzhou.yml';
import shaoxing from './shaoxing.yml';
import zhejiang from './zhejiang.yml';

/** As parsed; `test/unit/glossary` holds them to the schema. */
export const builtinFiles: readonly unknown[] = [national, zhejiang, hangzhou, quzhou, shaoxing, binjiang];
