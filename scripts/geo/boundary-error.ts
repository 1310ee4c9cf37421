import { basename } from 'node:path';

/** What can be wrong with a boundary file. */
export type BoundaryProblem = 'extension' | 'missing' | 'empty' | 'truncated' | 'unreadable' | 'encoding' | 'field' | 'polygons' | 'crs' | 'size' | 'unwritable';

/** A boundary file that cannot be used. The message names the file, what is wrong and what to do. */
export class BoundaryError extends Error {
  override readonly name = 'BoundaryError';
  readonly kind: BoundaryProblem;
  readonly file: string;

  constructor(kind: BoundaryProblem, file: string, problem: string, remedy: string, cause?: unknown) {
    super(`${basename(file)}：${problem}。${remedy}。`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.file = file;
  }
}
