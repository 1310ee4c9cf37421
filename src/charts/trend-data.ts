import type { Tip } from './tip.ts';
import type { Token } from './palette.ts';

/** One value as drawn and as printed; null: that week has none. */
export interface TrendPoint {
  readonly value: number;
  /** `97.0%`, `18`. */
  readonly text: string;
  /** `64/66`; null for counts. */
  readonly parts: string | null;
}

export interface TrendLine {
  readonly id: string;
  /** Printed beside first and last point where a panel has several lines. */
  readonly name: string;
  readonly shape: 'circle' | 'diamond' | 'triangle';
  readonly colour: Token;
  readonly textColour: Token;
  /** One per slot. */
  readonly points: readonly (TrendPoint | null)[];
}

/** One small panel: one indicator, or the grades of one. */
export interface TrendPanelData {
  readonly title: string;
  /** 0–100 with % at the ticks, else counts from 0. */
  readonly percent: boolean;
  readonly lines: readonly TrendLine[];
  readonly target: { readonly value: number; readonly label: string } | null;
}

/** What the trend chart draws: panels over one axis of weeks. Every text is final. */
export interface TrendData {
  readonly slots: readonly { readonly label: string; readonly date: string | null; readonly gap: boolean }[];
  /** Slot of the snapshot on screen; -1: outside the window. */
  readonly current: number;
  readonly panels: readonly TrendPanelData[];
  /** Runs of unpublished weeks between two published slots. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Under the points of the first panel: ▼ 新增1 反弹1. `weight`: the heavier wins where two would overlap. */
  readonly events: readonly { readonly slot: number; readonly text: string; readonly weight: number }[];
  /** Campaign start, 年底, 除夕. */
  readonly marks: readonly { readonly slot: number; readonly text: string }[];
  readonly tip: (slot: number) => Tip | null;
}
