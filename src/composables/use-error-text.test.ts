import { beforeAll, expect, it } from 'vitest';
import { EngineError, LoadError, QueryError, SchemaError } from '../engine/errors.ts';
import { i18n, showLanguage } from './i18n.ts';
import { keyOf } from './use-error-text.ts';

const { t } = i18n.global;
beforeAll(() => showLanguage('en'));

it.each([
  [new EngineError('query_timeout', { seconds: 10 }), '10 秒内没有算完，已停止。', 'Stopped after 10 seconds.'],
  [new LoadError('cube.parquet', 'size', { bytes: 3, expected: 4 }), 'cube.parquet：收到 3 字节，清单为 4 字节', 'cube.parquet: 3 bytes received, 4 published'],
  [new SchemaError('cube.parquet', 'n', 'type', { expected: 'BIGINT', found: 'DOUBLE' }), 'cube.parquet 的列 n 应为 BIGINT，实为 DOUBLE', 'cube.parquet, column n: BIGINT expected, DOUBLE found'],
  [new QueryError('SELECT', 'no table {x} @:y | z'), 'no table {x} @:y | z', 'no table {x} @:y | z'],
  [new Error('<b>'), '<b>', '<b>'],
  ['text', 'text', 'text'],
])('%s is told in both languages', (error, zh, en) => {
  const { key, params } = keyOf(error);
  expect(t(`${key}.detail`, params, { locale: 'zh-CN' })).toBe(zh);
  expect(t(`${key}.detail`, params, { locale: 'en' })).toBe(en);
});
