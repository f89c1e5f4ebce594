// Runs the behaviour table of cases/*.ps1 in one shell and reads what it wrote. Each case has a mailbox of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runFile } from '../../support/shell.js';

export interface CaseResult {
  readonly file: string;
  /** The section, rule or fault the case is about. */
  readonly rule: string;
  readonly name: string;
  readonly wanted: string;
  readonly got: string;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The module to import in a shell. */
export const labOutlookModule = join(root, 'lab', 'outlook', 'LabOutlook.psd1');

const library = join(root, 'lab', 'outlook', 'bin', 'Release', 'M2K.Lab.Outlook.dll');

/** @throws Error if lab/outlook is not built, naming the command that builds it. */
export function assertBuilt(): void {
  if (!existsSync(library)) throw new Error('lab/outlook is not built: run "node scripts/setup.mjs" first.');
}

/**
 * Runs every case on desks with these settings (lab/outlook/Lab/Settings.cs).
 * @throws Error if the lab is not built, or the shell failed before the table was through.
 */
export async function runCases(settings: Readonly<Record<string, number | boolean | string>>): Promise<readonly CaseResult[]> {
  assertBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'm2k-outlook-cases-'));
  try {
    const table = join(root, 'test', 'lab', 'outlook');
    const output = join(folder, 'results.txt');
    const run = await runFile(
      join(table, 'behaviour.ps1'),
      ['-Module', labOutlookModule, '-Cases', join(table, 'cases'), '-Output', output, '-Settings', JSON.stringify(settings)],
      { timeout: 180_000 },
    );
    if (run.code !== 0 || run.stderr !== '') throw new Error(`The behaviour table ended with ${String(run.code)}: ${run.stderr || run.stdout}`);
    return parseResults(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What behaviour.ps1 wrote: a line a case. */
export const parseResults = (text: string): readonly CaseResult[] => text.trim().split(/\r?\n/u).map(parseResult);

function parseResult(line: string): CaseResult {
  const [file = '', rule = '', name = '', wanted = '', got = ''] = line
    .split(' ')
    .map((field) => Buffer.from(field, 'base64').toString('utf8'));
  return { file, rule, name, wanted, got };
}
