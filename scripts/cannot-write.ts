/** Why a file or folder cannot be used, in Chinese: most often a spreadsheet program holds it open. */
export const cannotWrite = (path: string, cause: unknown): string =>
  `写不了 ${path}：可能正在 Excel 或 WPS 中打开、没有写入权限或磁盘已满，请处理后重新运行（${(cause as NodeJS.ErrnoException).code ?? String(cause)}）`;
