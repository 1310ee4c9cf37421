/** Same keys, any words: a key that the other language lacks is a type error. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
