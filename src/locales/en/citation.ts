import type zh from '../zh-CN/citation.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  copy: 'Copy citation', copied: 'Citation copied', failed: 'Could not copy; select it by hand', value: '{name}: {value}', definition: 'Definition: {definition} ({id}, rules version {version})', source: 'Rests on: {source}', filters: 'Filters: {filters}', unfiltered: 'none', idle: '{filters} (not filtered by {idle})',
  asOf: 'Data as of {day} (week {week}), {county}', snapshot: 'Snapshot {id}, SHA-256 of its manifest {hash}', quoted: 'Quoted on {day}', sample: 'Sample data, not real', text: 'Citation',
};
export default en;
