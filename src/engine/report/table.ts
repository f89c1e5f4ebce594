// A text table whose columns line up whatever the script.
import { cut, padded, width } from './width.js';

/** One title may be longer than a screen is wide. */
const WIDEST = 48;

/** Line ends and control characters in a cell would break the table. */
const flat = (cell: string): string => cell.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Lines, header first; '' for no rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = [header, ...rows].map((row) => row.map((cell) => cut(flat(cell), WIDEST)));
  const widths = header.map((_title, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string => row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ').trimEnd();
  const [head = [], ...body] = cells;
  return [line(head), widths.map((columns) => '-'.repeat(columns)).join('  '), ...body.map(line)].join('\n');
}
