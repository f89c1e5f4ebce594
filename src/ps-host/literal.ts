// Text as a PowerShell expression in ASCII. The only place where anything of ours becomes PowerShell source: two paths at the start.

/**
 * A PowerShell expression that gives `text`: quoted with quotes doubled, and every character outside printable ASCII by its number.
 * Windows PowerShell decodes stdin by the OEM code page (reference 1.5), so a path under a Chinese user name must not stand there as it is;
 * PowerShell also takes U+2018 to U+201B for single quotes. `[char]` is allowed in ConstrainedLanguage.
 */
export function asciiLiteral(text: string): string {
  const pieces = text.match(/[\x20-\x7E]+|[^\x20-\x7E]/g) ?? [];
  const spelled = pieces.map((piece) => (/^[\x20-\x7E]/.test(piece) ? quoted(piece) : `[char]${piece.charCodeAt(0)}`));
  return pieces.length === 0 || quoted(text) === spelled[0] ? quoted(text) : `('' + ${spelled.join(' + ')})`;
}

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
