/** A finding was set aside that no longer occurs. Its findings come from `Checker.stale`. Changes when its words change. */
import { rule } from '../rule.ts';

export const staleSuppression = rule({
  id: 'stale-suppression',
  category: 'annotation',
  title: { en: 'Set aside, but no longer found', zh: '已忽略的问题不复存在' },
  defaultSeverity: 'hint',
  since: '0.1.0',
  stable: true,
  docs: '维护：忽略记录应与问题同在',
});
