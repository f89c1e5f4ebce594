// Which PowerShell the product's host is: always Windows PowerShell 5.1 by full path, STA (desk-rules.md 1).

export const WINDOWS_POWERSHELL_OPTIONS: Readonly<Record<string, string | boolean>> = {
  '-NoProfile': true,
  '-NonInteractive': true,
  '-Sta': true,
  '-ExecutionPolicy': 'Bypass',
};

/** `windows` is %SystemRoot%. A 32-bit process sees the 64-bit System32 under the name Sysnative only. */
export function windowsPowerShellPath(windows: string, processIs32BitOn64: boolean): string {
  return `${windows}\\${processIs32BitOn64 ? 'Sysnative' : 'System32'}\\WindowsPowerShell\\v1.0\\powershell.exe`;
}
