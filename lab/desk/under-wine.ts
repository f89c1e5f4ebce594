// Whether this Windows is Wine: a program of Wine's own in System32.

/** `windows` is %SystemRoot%, '' where there is none. */
export const underWine = (windows: string, exists: (file: string) => boolean, join: (...parts: string[]) => string): boolean =>
  windows !== '' && exists(join(windows, 'system32', 'wineboot.exe'));
