const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = Array.from({ length: 17 }, (_, k) => 3 ** k % 31);
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of a 组织机构代码 (GB 11714): its first eight characters, letters counting from A = 10. */
function organisationCheck(body: string): string {
  const sum = [...body].reduce((total, letter, k) => total + Number.parseInt(letter, 36) * (ORGANISATION_WEIGHTS[k] ?? 0), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Check character of a 统一社会信用代码 (GB 32100): its first 17 characters. */
function creditCheck(body: string): string {
  const sum = [...body].reduce((total, letter, k) => total + CODE_ALPHABET.indexOf(letter) * (CODE_WEIGHTS[k] ?? 0), 0);
  return CODE_ALPHABET[(31 - (sum % 31)) % 31] ?? '0';
}

/** A well-formed 统一社会信用代码 of a company registered in that county; `serial` up to 999. The MA keeps it from being a number. */
export function creditCode(countyCode: string, serial: number): string {
  const body = `MA${CODE_ALPHABET[10 + (serial % 20)]}${String(serial).padStart(3, '0')}${CODE_ALPHABET[12 + (serial % 17)]}${serial % 10}`;
  const code = `91${countyCode}${body}${organisationCheck(body)}`;
  return code + creditCheck(code);
}

/** True when the check character of an 18-character code is right. */
export const isCreditCode = (code: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && creditCheck(code.slice(0, 17)) === code[17];
