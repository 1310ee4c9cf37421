import L from 'leaflet';
import type { CountyFeatures } from './features.ts';
import type { Palette } from './palette.ts';
import { placePaint } from './place-paint.ts';
import type { PlaceValue } from './place-values.ts';

/** What lies under the marks: areas of the places, river, county line. Nothing of it listens: hits are found by `hitAt`. */
export interface CountyLayers {
  readonly bounds: () => L.LatLngBounds;
  readonly replace: (county: CountyFeatures) => void;
  readonly colour: (values: ReadonlyMap<string, PlaceValue>, palette: Palette) => void;
}

/** Adds a county's layers to a map, in the order they are drawn in. */
export function countyLayers(map: L.Map, renderer: L.Canvas, county: CountyFeatures): CountyLayers {
  const quiet = { interactive: false, renderer } as L.GeoJSONOptions;
  const areas = L.geoJSON(county.places, quiet).addTo(map);
  const lines = [county.river, county.outline].map((layer) => L.geoJSON(layer ?? undefined, quiet).addTo(map));
  return {
    bounds: () => areas.getBounds(),
    replace: (next) => {
      areas.clearLayers().addData(next.places);
      [next.river, next.outline].forEach((layer, i) => {
        lines[i]!.clearLayers();
        if (layer) lines[i]!.addData(layer);
      });
    },
    colour: (values, palette) => {
      areas.setStyle((f) => ({ fillColor: placePaint(values.get(String(f?.properties?.['code'])), palette) as string, fillOpacity: 1, color: palette.of('--map-line'), weight: 1.5 }));
      lines.forEach((line, i) => line.setStyle(i === 0 ? { color: palette.of('--map-water'), opacity: 0.75, weight: 3, fill: false } : { color: palette.of('--map-outline'), weight: 2, fill: false }));
    },
  };
}
