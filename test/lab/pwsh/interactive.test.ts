// The prompt at a terminal is the lab console's own (a real pwsh has PSReadLine there): it runs in lab/pwsh only, on a pseudo-terminal
// made by script(1) of util-linux.
import { spawn } from 'node:child_process';
import test from 'ava';
import { isLabShell, shellEnvironment, shellPath } from '../../support/shell.js';

const lab = isLabShell() && process.platform === 'linux' ? test : test.skip;

/** Types each text once the terminal has shown what is expected before it. */
function converse(steps: readonly (readonly [after: RegExp, typed: string])[]): Promise<{ code: number | null; shown: string }> {
  return new Promise((resolve, reject) => {
    // "exec": script(1) takes $SHELL or /bin/sh, and a dash that stays between would die of the Ctrl+C itself, with 130.
    const child = spawn('script', ['-qec', `exec '${shellPath()}' -NoLogo -NoProfile`, '/dev/null'], { env: shellEnvironment({ TERM: 'xterm' }), timeout: 90_000, killSignal: 'SIGKILL' });
    let shown = '';
    let fresh = '';
    let next = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
      fresh += chunk.toString('utf8');
      const step = steps[next];
      if (step === undefined || !step[0].test(fresh)) return;
      next += 1;
      fresh = '';
      child.stdin.write(step[1]);
    });
    child.on('error', reject);
    child.on('close', (code) => { resolve({ code, shown }); });
  });
}

const prompt = /PS [^>]*> $/u;

lab('the prompt runs lines, continues a block, recalls, completes, stops on Ctrl+C and gives the code of exit', async (t) => {
  const { code, shown } = await converse([
    [prompt, '6 * 7\r'],
    [/42\r\n[^]*PS [^>]*> $/u, 'function f {\r'],
    [/>> $/u, '"block" + 1 }\r'],
    [/>> $/u, '\r'],
    [prompt, 'f\r'],
    [/block1\r\n[^]*PS [^>]*> $/u, '\u001B[A\r'],
    [/block1\r\n[^]*PS [^>]*> $/u, 'Get-Comman\t -Name f | ForEach-Object Name\r'],
    [/\r\nf\r\n[^]*PS [^>]*> $/u, 'Write-Output started; [Threading.Thread]::Sleep(50); Start-Sleep 80; "never " + "shown"\r'],
    [/started\r\n$/u, '\u0003'],
    [prompt, 'Read-Host q\r'],
    [/q: $/u, 'answer\r'],
    [/answer\r\n[^]*PS [^>]*> $/u, 'exit 4\r'],
  ]);
  t.is(code, 4, shown);
  t.false(shown.includes('never shown'));
});
