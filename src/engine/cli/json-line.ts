// One record, one line: ASCII only, so that no code page of Windows PowerShell 5.1 can harm it (reference: passing JSON safely).

export const jsonLine = (record: unknown): string =>
  `${JSON.stringify(record).replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
