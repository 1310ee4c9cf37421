import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowLink, flowLayout, MIN_BAND } from './flow-layout.ts';

const STATES = ['司法程序', '严重', '一般', '无欠薪', '漏报'];
const link = (from: string, to: string, n: number): FlowLink => ({ from, to, n, quiet: from === '无欠薪' && to === '无欠薪' });
const DEMO = { columns: [STATES, STATES], links: [[link('严重', '严重', 4), link('严重', '无欠薪', 4), link('一般', '无欠薪', 18), link('无欠薪', '无欠薪', 40)]] };

describe('bands and states', () => {
  it('have one scale: a state is as high as its bands, twice as many projects twice the height', () => {
    const { nodes, bands } = flowLayout(DEMO, { width: 800, height: 400 });
    const height = (column: number, state: string): number => nodes.find((b) => b.column === column && b.state === state)!.height;
    expect(nodes.map((b) => [b.column, b.state, b.n])).toEqual([[0, '严重', 8], [0, '一般', 18], [0, '无欠薪', 40], [1, '严重', 4], [1, '无欠薪', 62]]);
    expect(height(0, '无欠薪') / height(0, '严重')).toBeCloseTo(5, 1);
    expect(bands.reduce((sum, b) => sum + b.thickness, 0)).toBeCloseTo(height(0, '严重') + height(0, '一般') + height(0, '无欠薪'), 0);
  });
  it('fit the box, none thinner than 3 px, none above another, whatever the numbers', () => {
    const states = fc.constantFrom(...STATES);
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(states, states, fc.integer({ min: 1, max: 20_000 })), { minLength: 1, selector: ([a, b]) => `${a}${b}` }), (given) => {
      const links = given.map(([from, to, n]) => link(from, to, n));
      const { nodes, bands } = flowLayout({ columns: [STATES, STATES], links: [links] }, { width: 800, height: 400 });
      for (const b of bands) expect(b.thickness).toBeGreaterThanOrEqual(MIN_BAND);
      for (const column of [0, 1]) {
        const boxes = nodes.filter((b) => b.column === column);
        for (const [i, b] of boxes.entries()) {
          expect(b.y + b.height).toBeLessThanOrEqual(401);
          if (i > 0) expect(b.y).toBeGreaterThanOrEqual(boxes[i - 1]!.y + boxes[i - 1]!.height);
        }
      }
    }));
  });
  it('draw nothing of nothing', () => expect(flowLayout({ columns: [], links: [] }, { width: 800, height: 400 })).toEqual({ nodes: [], bands: [] }));
});
