/** The rules with all that they bring along, as one thing to be loaded on first use. Changes never. */
export { mergeConfig, parseConfig } from '../checks/config.ts';
export { Checker } from '../checks/run.ts';
