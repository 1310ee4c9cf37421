import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { codeOf, LABOUR_FIRMS } from './firms.ts';
import { isCreditCode } from './credit-code.ts';
import { ledgerOf } from './testing.ts';
import { workbook } from './workbook.ts';
import { committedDemo } from './write.ts';

const DATA = fileURLToPath(new URL('../../data/demo/', import.meta.url));

test('data/demo holds what the generator makes, byte for byte', async () => {
  for (const { path, bytes } of await committedDemo()) {
    const committed = new Uint8Array(readFileSync(DATA + path));
    expect(Buffer.compare(committed, bytes), `data/demo/${path} 与生成器不一致：npm run demo -- --to data/demo --weeks 1`).toBe(0);
  }
});

test('a workbook has the same bytes every time', async () => {
  const [once, again] = [await workbook(ledgerOf(43)), await workbook(ledgerOf(43))];
  expect(Buffer.compare(once, again)).toBe(0);
});

test('no identity, phone or card number can hide in a workbook', async () => {
  for (const { bytes } of (await committedDemo()).filter((f) => f.path.endsWith('.xlsx'))) {
    const text = Object.entries(unzipSync(bytes)).filter(([path]) => /sharedStrings|worksheets\/sheet/.test(path)).map(([, part]) => strFromU8(part)).join('\n');
    expect(text.match(/\d{15,}/g)).toBeNull();
    expect(text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g)).toBeNull();
    expect(text).not.toContain('清河');
  }
});

test('firms have codes with the right check character', () => {
  const codes = ledgerOf(47).tables.companies.map((c) => c.company_code);
  expect(codes.every(isCreditCode)).toBe(true);
  expect(new Set(codes).size).toBe(40);
  expect(isCreditCode('91990101MAH107H73C')).toBe(false);
  expect(codeOf(LABOUR_FIRMS[0] ?? '')).not.toBeNull();
  const contractors = ledgerOf(47).tables.projects.map((p) => p.contractor_code);
  expect(contractors.every((code) => code !== null && codes.includes(code))).toBe(true);
});
