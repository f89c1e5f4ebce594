// Lines of standard input, one at a time, with its end as a line of its own: null.

export interface LineReader {
  /** The next line without its end; null when the input is closed. */
  next(): Promise<string | null>;
  close(): void;
}

/** Decodes UTF-8 whatever the chunks; a BOM, which .NET Framework's writers may send, is dropped. */
export function lineReader(input: NodeJS.ReadableStream): LineReader {
  const decoder = new TextDecoder('utf-8');
  const lines: string[] = [];
  const waiting: ((line: string | null) => void)[] = [];
  let rest = '';
  let ended = false;
  const give = (line: string): void => {
    const first = waiting.shift();
    if (first) first(line);
    else lines.push(line);
  };
  const take = (chunk: Buffer | string): void => {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) give(part.replace(/\r$/, ''));
  };
  const end = (): void => {
    if (ended) return;
    ended = true;
    if (rest !== '') give(rest);
    for (const resolve of waiting.splice(0)) resolve(null);
  };
  input.on('data', take);
  input.on('end', end);
  input.on('close', end);
  input.on('error', end);
  return {
    next: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      return ended ? Promise.resolve(null) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () => { input.removeListener('data', take); end(); },
  };
}
