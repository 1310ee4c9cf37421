import { BoundaryError } from './boundary-error.ts';
import type { PolygonFeature } from './polygons.ts';

/** Code and name of one boundary; null where the file does not say. */
export interface BoundaryName {
  readonly code: string | null;
  readonly name: string | null;
}

// Township fields first: such files often carry the county's code and name as well.
const CODE_FIELDS = ['place_code', '乡镇代码', '乡镇街道代码', '街道代码', '乡代码', 'XZDM', 'XIANGDM', 'TOWNCODE', 'TOWN_CODE', 'XZQDM', '行政区代码', '行政区划代码', '行政代码', '区划代码', 'code', 'PAC', 'ADCODE', 'GB', '代码', '编码'];
const NAME_FIELDS = ['乡镇', '乡镇名称', '乡镇街道', '街道', '属地', 'XZMC', 'XIANG', 'TOWN', 'TOWNNAME', 'TOWN_NAME', 'XZQMC', '行政区名称', '行政区划名称', '区划名称', 'name', 'NAME_CHN', 'MC', '名称'];

/** Text of a field's value; '' and blanks are unknown. */
const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFKC').trim() : '';
  return text === '' ? null : text;
};

/** 12-digit statistical codes of townships end in 000: the first nine are the township code of the ledgers. */
const codeOf = (value: unknown): string | null => textOf(value)?.replace(/\s/g, '').replace(/\.0+$/, '').replace(/^(\d{9})000$/, '$1') ?? null;

/** Guesses by name; a field that says the same for every boundary is the county's, not the townships'. */
function guess(features: readonly PolygonFeature[], fields: readonly string[], usual: readonly string[]): string | null {
  const tells = (field: string): boolean => {
    const values = new Set(features.map(({ properties }) => textOf(properties?.[field])));
    return values.size > 1 || (features.length === 1 && !values.has(null));
  };
  for (const wanted of usual) {
    const found = fields.find((field) => field.trim().toLowerCase() === wanted.toLowerCase() && tells(field));
    if (found !== undefined) return found;
  }
  return null;
}

/** Which fields hold code and name: the stated ones, else guesses. Throws BoundaryError for a stated field that is not there, or when neither is found. */
export function chooseFields(features: readonly PolygonFeature[], file: string, codeField?: string, nameField?: string): { code: string | null; name: string | null } {
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const list = fields.length > 0 ? `文件里的字段有：${fields.join('、')}` : '文件里没有任何字段';
  for (const [stated, option] of [[codeField, '--code-field'], [nameField, '--name-field']] as const) {
    if (stated !== undefined && !fields.includes(stated)) throw new BoundaryError('field', file, `没有字段“${stated}”`, `${list}；请改 ${option}`);
  }
  const code = codeField ?? guess(features, fields, CODE_FIELDS);
  const name = nameField ?? guess(features, fields, NAME_FIELDS);
  if (code === null && name === null) throw new BoundaryError('field', file, '认不出哪个字段是代码、哪个是名称', `${list}；请用 --code-field 或 --name-field 指明`);
  return { code, name };
}

/** Code and name of every boundary. */
export const namesOf = (features: readonly PolygonFeature[], fields: { code: string | null; name: string | null }): BoundaryName[] =>
  features.map(({ properties }) => ({
    code: fields.code === null ? null : codeOf(properties?.[fields.code]),
    name: fields.name === null ? null : textOf(properties?.[fields.name]),
  }));
