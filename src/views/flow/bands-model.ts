import type { FlowData, FlowLink } from '../../charts/flow-layout.ts';
import type { Row } from '../../engine/rows.ts';
import type { TableModel } from '../../model/table-model.ts';
import type { BandState } from './term.ts';

/** States top to bottom; 司法程序 stands on top, at the end only. */
const ORDER: readonly BandState[] = ['司法程序', '严重', '一般', '无欠薪', '漏报'];

/** States a row of the engine passes through. */
const path = (row: Row): readonly string[] => {
  const end = row['court'] === true ? '司法程序' : String(row['state_to']);
  return [String(row['state_from']), ...(row['state_mid'] === null ? [] : [String(row['state_mid'])]), end];
};

/** Rows of the bands → the picture's columns and links; the grey band are those never open in between. */
export function flowData(rows: readonly Row[]): FlowData {
  const paths = rows.map((row) => ({ states: path(row), n: Number(row['n']) }));
  const count = paths[0]?.states.length ?? 0;
  const links = Array.from({ length: Math.max(0, count - 1) }, (_, c): FlowLink[] => {
    const merged = new Map<string, FlowLink>();
    for (const { states, n } of paths) {
      const [from, to] = [states[c]!, states[c + 1]!];
      const key = `${from}→${to}`;
      merged.set(key, { from, to, n: n + (merged.get(key)?.n ?? 0), quiet: from === '无欠薪' && to === '无欠薪' });
    }
    return [...merged.values()];
  });
  return { columns: Array.from({ length: count }, () => ORDER), links };
}

/** Numbers of a column's states. */
export function columnCounts(rows: readonly Row[], column: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const state = path(row)[column];
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + Number(row['n']));
  }
  return counts;
}

/** Grades behind 司法程序 at the end. */
export function courtGrades(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) if (row['court'] === true) counts.set(String(row['state_to']), (counts.get(String(row['state_to'])) ?? 0) + Number(row['n']));
  return new Map([...counts].sort(([a], [b]) => ORDER.indexOf(a as BandState) - ORDER.indexOf(b as BandState)));
}

/** 期初存量销号率 of the chosen beginning: open then; of those, in the ledger and not open now. `grade` null: both. */
export function openingClosure(rows: readonly Row[], grade: string | null): { readonly n: number; readonly d: number } {
  const open = rows.filter((r) => (grade === null ? r['state_from'] === '严重' || r['state_from'] === '一般' : r['state_from'] === grade));
  const sum = (list: readonly Row[]): number => list.reduce((total, r) => total + Number(r['n']), 0);
  return { n: sum(open.filter((r) => r['state_to'] === '无欠薪')), d: sum(open) };
}

/** The twin: one row per way through the columns. */
export function bandTable(rows: readonly Row[], titles: readonly string[], words: { readonly state: (s: string) => string; readonly count: string }): TableModel {
  const merged = new Map<string, { readonly states: readonly string[]; n: number }>();
  for (const row of rows) {
    const states = path(row);
    const key = states.join('→');
    const found = merged.get(key);
    if (found) found.n += Number(row['n']);
    else merged.set(key, { states, n: Number(row['n']) });
  }
  return {
    columns: [...titles.map((title, i) => ({ key: `c${i}`, title })), { key: 'n', title: words.count, align: 'right' as const }],
    rows: [...merged.values()].sort((a, b) => b.n - a.n).map(({ states, n }) => ({ ...Object.fromEntries(states.map((s, i) => [`c${i}`, words.state(s)])), n })),
  };
}
