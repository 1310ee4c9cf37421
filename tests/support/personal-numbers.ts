const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Identity number of seventeen digits with its check digit. */
export const idNumber = (first17: string): string => first17 + '10X98765432'[[...first17].reduce((sum, d, i) => sum + Number(d) * WEIGHTS[i]!, 0) % 11]!;

const luhn = (digits: string): boolean => [...digits].reverse().reduce((sum, c, i) => sum + (i % 2 === 0 ? Number(c) : Number(c) > 4 ? Number(c) * 2 - 9 : Number(c) * 2), 0) % 10 === 0;
/** Card number: the digits and the one that makes them a Luhn number. */
export const cardNumber = (digits: string): string => [...'0123456789'].map((d) => digits + d).find(luhn)!;

export const wide = (text: string): string => text.replace(/[0-9]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
