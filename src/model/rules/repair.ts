import type * as z from 'zod/mini';
import { isPlain } from './changed.ts';

type Path = readonly PropertyKey[];

/** Own parts only: a file may name a key `constructor`. */
const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((v, key) => (typeof v === 'object' && v !== null && Object.hasOwn(v, key) ? (v as Record<PropertyKey, unknown>)[key] : undefined), value);
const show = (value: unknown): string => (value === undefined ? '（空）' : JSON.stringify(value).slice(0, 60));

function assign(target: unknown, path: Path, value: unknown): void {
  const parent = at(target, path.slice(0, -1)) as Record<PropertyKey, unknown>;
  const key = path.at(-1)!;
  if (value === undefined) delete parent[key];
  else parent[key] = value;
}

/** Path of the value to put back: an array is replaced whole, because its members have no names. */
function replaceable(value: unknown, path: Path): Path {
  const firstArray = path.findIndex((_, i) => Array.isArray(at(value, path.slice(0, i))));
  return firstArray === -1 ? path : path.slice(0, firstArray);
}

/** The given value laid over the shipped one: objects key by key, anything else replaced. */
export function overlay(shipped: unknown, given: unknown): unknown {
  if (!isPlain(shipped) || !isPlain(given)) return given === undefined ? shipped : given;
  return { ...shipped, ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, overlay(Object.hasOwn(shipped, key) ? shipped[key] : undefined, value)])) };
}

/**
 * The value with every part the schema refuses put back to the shipped one, or taken out where nothing was shipped; each is a problem that
 * names its path. null when nothing usable is left. Never throws.
 */
export function repair<T>(schema: z.ZodMiniType<T>, given: unknown, shipped: unknown, name: string, problems: string[]): T | null {
  const value = { root: structuredClone(given) };
  for (let tries = 0; tries < 200; tries++) {
    const result = schema.safeParse(value.root);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    const label = (path: Path) => [name, ...path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        problems.push(`规则文件有未知的键 ${label([...issue.path, key])}，已忽略；请核对拼写`);
        assign(value, ['root', ...issue.path, key], undefined);
      }
      continue;
    }
    const path = replaceable(value.root, issue.path);
    const fallback = at(shipped, path);
    const rest = fallback === undefined ? '已忽略' : `仍用默认值 ${show(fallback)}`;
    problems.push(`规则文件 ${label(issue.path)} 的值 ${show(at(value.root, issue.path))} 不合要求，${rest}`);
    if (path.length === 0) return shipped === undefined ? null : schema.parse(shipped);
    if (fallback === undefined && at(value.root, path) === undefined) return null;
    assign(value, ['root', ...path], structuredClone(fallback));
  }
  return null;
}
