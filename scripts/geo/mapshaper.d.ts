declare module 'mapshaper' {
  const mapshaper: {
    /** Runs command-line arguments on files held in memory; resolves to the output files by name. Rejects with what is wrong, in English. */
    applyCommands(commands: readonly string[], input: Readonly<Record<string, string | Uint8Array>>): Promise<Record<string, string | Uint8Array>>;
  };
  export default mapshaper;
}
