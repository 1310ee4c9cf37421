/** Runs one mapshaper command line on files in memory, nothing written or fetched. Returns the text of its only output file. */
export async function runMapshaper(commands: readonly string[], input: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  // Loaded on use: three megabytes that most commands never need.
  const { default: mapshaper } = await import('mapshaper');
  const [output, ...more] = Object.values(await mapshaper.applyCommands(commands, input));
  if (output === undefined || more.length > 0) throw new Error(`mapshaper returned ${output === undefined ? 'no file' : 'more than one file'}`);
  return typeof output === 'string' ? output : new TextDecoder().decode(output);
}
