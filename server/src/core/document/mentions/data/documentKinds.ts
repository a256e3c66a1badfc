/**
 * Words that a document's title ends with: kinds (文种) and what people shorten titles to.
 * Changes when a kind of document is missing. Longest first where one ends another.
 */
import { words } from './wordList.ts';

/** 《决议》, 《实施意见》, 《“十四五”规划纲要》: a title that ends so, and hardly says more, is a short form. */
export const DOCUMENT_KIND_WORDS = words(`
  实施细则 实施办法 实施意见 实施方案 指导意见 若干意见 若干规定 若干措施 行动计划 行动方案 行动纲要 规划纲要
  工作方案 工作规则 工作报告 管理办法 暂行办法 暂行条例 任务清单 决议 决定 命令 公报 公告 通告 意见 通知 通报
  报告 请示 批复 议案 函 纪要 规划 纲要 方案 计划 预案 建议 要点 条例 规定 办法 细则 规则 准则 章程 宪法 法
  措施 清单 目录 标准 规范 制度 指南 协议 协定 公约 宣言 倡议书 责任书 讲话 说明 解释
`);
