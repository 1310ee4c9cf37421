import { expect, it } from 'vitest';
import { decisionSheet } from './decision-sheet.ts';

const row = { id: 'JY20261120-23456789ABCD', number: 1, projectId: 'AL-022', content: '动用保证金', project: '安澜大道', unit: '交通局', responsible: '刘卫东', dueOn: '2026-11-27', note: null };

it('lists every field under its heading, units by name, a task of no project as the county’s', () => {
  const sheet = decisionSheet([row, { ...row, number: 2, projectId: null, project: null, unit: null, responsible: null, dueOn: null, note: '备' }], ['快照 2026-11-20'], (key) => key);
  expect(sheet.head).toEqual(['快照 2026-11-20']);
  expect(sheet.columns.map((c) => c.title.replace(/^.*\./, ''))).toEqual(['number', 'content', 'projectId', 'project', 'unit', 'responsible', 'due', 'note', 'id']);
  expect(sheet.rows).toEqual([
    [1, '动用保证金', 'AL-022', '安澜大道', '交通局', '刘卫东', '2026-11-27', null, 'JY20261120-23456789ABCD'],
    [2, '动用保证金', null, 'meetingSite.decide.county', null, null, null, '备', 'JY20261120-23456789ABCD'],
  ]);
});
