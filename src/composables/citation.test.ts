import { expect, it } from 'vitest';
import en from '../locales/en/citation.ts';
import zh from '../locales/zh-CN/citation.ts';
import { indicatorOf } from '../model/indicators.ts';
import { type Cited, citationText } from './citation.ts';
import { compileMessage } from './message-format.ts';
import { wordsOf } from './use-words.ts';

const speak = (language: 'zh-CN' | 'en') => {
  const messages: Readonly<Record<string, string>> = language === 'en' ? en : zh;
  const t = (key: string, named: Record<string, unknown> = {}): string => compileMessage(messages[key.replace('citation.', '')] ?? key)({ named: (k: string) => named[k] } as never);
  return wordsOf({ t, te: () => false, locale: { value: language } });
};
const cited: Cited = {
  indicator: indicatorOf('no_arrears_rate'), parts: { n: 64, d: 66 }, decimals: 1, version: '2026-09', county: '安澜县', sample: true, asOf: '2026-11-20', snapshot: '2026-11-20', sha256: `4f9a${'0'.repeat(56)}c21e`, filters: '', idle: '', today: '2026-11-21',
};

it('holds value, n/d, definition with version, filters, snapshot, hash and day', () => {
  expect(citationText(cited, speak('zh-CN'))).toBe(`无欠薪比例：97.0%（64/66 个项目）
口径：${cited.indicator.definition}（no_arrears_rate，规则版本 2026-09）
依据：项目台账
筛选：未筛选
数据截至：2026-11-20（第47周），安澜县
快照：2026-11-20，清单 SHA-256 4f9a…c21e
引用日期：2026-11-21
示例数据，非真实情况`);
});
it('says which filters do not act, money in 万元, and — for what does not exist', () => {
  const lines = (more: Partial<Cited>) => citationText({ ...cited, sample: false, ...more }, speak('zh-CN')).split('\n');
  expect(lines({ filters: '主管部门 住建局；隐患等级 严重', idle: '隐患等级' })[3]).toBe('筛选：主管部门 住建局；隐患等级 严重（不按隐患等级筛选）');
  expect(lines({ indicator: indicatorOf('unpaid_wages'), parts: { n: 5_150_000, d: null } })[0]).toBe('未支付工资：515.0 万元');
  expect(lines({ parts: { n: 0, d: 0 } })[0]).toBe('无欠薪比例：—（0/0 个项目）');
  expect(lines({}).length).toBe(7);
});
it('speaks English', () => expect(citationText(cited, speak('en')).split('\n')[0]).toBe('Projects without arrears: 97.0% (64/66 个项目)'));
