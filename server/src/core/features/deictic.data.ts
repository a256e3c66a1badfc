/**
 * Words for bodies and places that mean another one in every document: 市委, 市政府, 我省. Changes when a word is missing.
 * Behind 省, 市, 区 …; `{}` stands for the place. The longer of two comes first.
 */

export interface BodyName {
  /** Behind the word for the level: 委 of 市委. */
  readonly short: string;
  readonly zh: string;
  readonly en: string;
}

export const LEVELS = '省市区县州盟旗';

export const BODY_NAMES: readonly BodyName[] = [
  { short: '委常委会', zh: '中国共产党{}委员会常务委员会', en: 'standing committee of the CPC committee of {}' },
  {
    short: '委常委',
    zh: '中国共产党{}委员会常务委员',
    en: 'members of the standing committee of the CPC committee of {}',
  },
  { short: '委', zh: '中国共产党{}委员会', en: 'CPC committee of {}' },
  { short: '人民政府', zh: '{}人民政府', en: 'people’s government of {}' },
  { short: '政府', zh: '{}人民政府', en: 'people’s government of {}' },
  { short: '人大常委会', zh: '{}人民代表大会常务委员会', en: 'standing committee of the people’s congress of {}' },
  { short: '人大', zh: '{}人民代表大会', en: 'people’s congress of {}' },
  {
    short: '政协',
    zh: '中国人民政治协商会议{}委员会',
    en: 'CPPCC committee of {} (political consultative conference)',
  },
  { short: '纪委', zh: '中国共产党{}纪律检查委员会', en: 'CPC commission for discipline inspection of {}' },
  { short: '监委', zh: '{}监察委员会', en: 'supervisory commission of {}' },
  { short: '党代会', zh: '中国共产党{}代表大会', en: 'CPC congress of {}' },
];

/** Before 省, 市 …: the document's own place. */
export const OWN = '我本全';
