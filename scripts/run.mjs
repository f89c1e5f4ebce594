// Runs a child to its end and gives its exit code; Ctrl+C is the child's to answer.
import { spawn } from 'node:child_process';
import { ROOT } from './setup.mjs';

export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => { process.off('SIGINT', ignore); resolve(code ?? (signal === 'SIGINT' ? 130 : 1)); });
  });
}
