import type zh from '../zh-CN/rankingMarks.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  times: '{n}×', marked: '{n} times in arrears (marked from {limit})', legend: 'marked from {limit} times in arrears', absent: 'Firms not imported: repeat arrears are not marked', failed: 'Firms could not be read: repeat arrears are not marked',
};
export default en;
