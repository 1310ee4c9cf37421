import type { CountyFeatures } from './features.ts';
import type { Mark } from './markers.ts';
import type { PlaceValue } from './place-values.ts';
import type { MapView } from './sight.ts';

/** Everything the map writes or says, in the language on screen. */
export interface MapText {
  /** The finding, in one sentence. */
  readonly finding: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  readonly wheel: string;
  readonly walk: string;
  readonly supervised: string;
  readonly label: (value: PlaceValue) => { readonly value: string; readonly parts: string | null };
  readonly place: (value: PlaceValue) => string;
  readonly mark: (mark: Mark) => string;
  readonly callout: (mark: Mark) => { readonly title: string; readonly text: string };
}

/** What the map is given. */
export interface MapProps {
  county: CountyFeatures;
  /** Label points of the register, by place code. */
  labelPoints: ReadonlyMap<string, readonly [lon: number, lat: number]>;
  values: readonly PlaceValue[];
  marks: readonly Mark[];
  selectedPlaces: readonly string[];
  selected: string | null;
  /** Mark a list points at: ringed after a moment. */
  pointed?: string | null;
  view: MapView;
  phone: boolean;
  /** Changes when colours do. */
  theme: string;
  words: MapText;
}
