/** Names that changed on a known day. Changes when another one does. `any` finds the old name alone. */
export const RENAMED: readonly {
  readonly old: string;
  readonly now: string;
  readonly since: string;
  readonly any: RegExp;
}[] = [
  // 国家卫生健康委员会公告2022年第7号
  { old: '新冠肺炎', now: '新冠病毒感染', since: '2022-12-26', any: /新冠肺炎(?!疫情防控(?:取得|斗争))/g },
];
