let table: Map<string, readonly [number, number]> | null = null;

/** Every two-byte character of GB18030, turned round from the decoder: Node has no encoder. */
function twoBytes(): Map<string, readonly [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let a = 0x81; a <= 0xfe; a++) {
    for (let b = 0x40; b <= 0xfe; b++) {
      if (b === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(a, b));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [a, b]);
    }
  }
  return table;
}

/** Text as Chinese Excel saves a CSV. Throws for a character outside the two-byte part. */
export function gb18030(text: string): Uint8Array {
  const codes = twoBytes();
  return Uint8Array.from([...text].flatMap((c) => {
    if (c.charCodeAt(0) < 0x80) return [c.charCodeAt(0)];
    const pair = codes.get(c);
    if (!pair) throw new Error(`GB18030 双字节区没有字符 ${c}`);
    return [...pair];
  }));
}
