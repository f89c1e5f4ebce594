// The README's table of mission rows, made from the names of the end-to-end tests: `node scripts/rows.mjs` writes it, test/rows.test.ts compares.
// What a row is said to do is what its test is called; a row without a test says so, or what a person wrote here of what is not tested by cmdlets.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
export const README = `${ROOT}README.md`;

/** Row, feature, and what is to be said beside its tests. */
const ROWS = [
  ['M1', 'set-up: address, host, password', 'wrong password, unreachable host, wrong certificate, refusing proxy, no such server and CalDAV switched off are six different messages'],
  ['M2', 'list calendars and books, choose, choose again'],
  ['M3', 'contacts one-way'],
  ['M4', 'personal calendar ↔ default calendar, or a folder of its own'],
  ['M5', 'calendar one-way'],
  ['M6', 'status, failed items, again'],
  ['M7-M9', 'interval, pause, start at logon', 'the lab stands for the scheduler; the launcher runs under Wine; the icon is under B12'],
  ['M10', 'two-way add, change, delete'],
  ['M11', 'fields', 'title, time, place, text, attendees with role and answer, organiser, recurrence with changed and deleted occurrences, reminder, importance, web page, called off, attached files ([docs/fields.md](docs/fields.md))'],
  ['M12', 'undo without rights, notice in the Inbox'],
  ['M13', 'renaming'],
  ['M14', 'direction matrix', 'telling local, group and LDAP apart only by configuration; company books in one folder each, or with `-Merged` in one for all, nobody twice'],
  ['M15', 'Outlook 2007 to Microsoft 365', 'written for them; one round each as 2007, 2010 and 2013, all tests as 16, against the lab\'s object model; no real Outlook yet'],
  ['M16', 'installer', '`npm run release`: an MSI for every user of a computer, installed, upgraded and removed under Wine (`npm run test:msi`), and a zip with `install.cmd` for one user without administrator; uninstalling leaves the user\'s state unless asked'],
  ['M17', 'shape', 'as named'],
  ['B1', 'dry run'],
  ['B2', 'undo'],
  ['B3', 'field merge'],
  ['B4', 'deletions on proof, guard', 'clocks more than a day apart hold everything'],
  ['B5', 'lossless', 'works for what the fields cover: contacts in full with pictures and distribution lists; the rest survives where it is'],
  ['B6', 'recurrence means the same dates', 'rules incl. month ends and 29 February (1,000 random rules compared with ical.js and dateutil, 20,000 in `check:long`), deleted, moved and changed occurrences both ways; what no Outlook pattern holds is single appointments there that follow the server, or held with the reason'],
  ['B7', 'privacy, secrets', 'DPAPI, never in an argument, variable or log'],
  ['B8', 'Group Policy', '21 options with templates in zh-TW and English (`deploy/admx`), `Get-`/`Set-M2KSyncOption` with where a value is from, managed ones refused ([docs/admin.md](docs/admin.md)); sign-in of a managed first run, `Get-M2KSyncStatus -AllUsers`'],
  ['B9', '`Test-M2KServer`, `Test-M2KSyncInstallation`', '`Test-M2KServer` asks the server ([docs/servers.md](docs/servers.md)); with `-Outlook` the side contract runs on the user\'s Outlook ([docs/windows.md](docs/windows.md))'],
  ['B10', 'exit codes, JSON, heartbeat `last-run.json`, log, event log', '`Get-M2KSyncLog`, `Export-M2KSyncDiagnostic`; the event source comes with the MSI'],
  ['B11', 'zh-TW and English', 'complete for what there is'],
  ['B12', 'page, tray', '`Show-M2KSyncTray` on a desktop of Windows has not been seen yet; no page'],
];

/** The rows whose word is a test's alone: each needs one through the cmdlets and the lab. */
export const TESTED = ['M2', 'M3', 'M4', 'M5', 'M6', 'M7-M9', 'M10', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'B1', 'B2', 'B3', 'B4', 'B7', 'B8', 'B9', 'B10'];

/** Row -> what its tests are called. */
export function tests() {
  const found = new Map();
  const folder = `${ROOT}test/module/`;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.ts')).sort()) {
    for (const [, row, title] of readFileSync(folder + file, 'utf8').matchAll(/^test(?:\.serial)?\('([MB]\d+(?:-[MB]\d+)?): ((?:[^'\\]|\\.)*)'/gm)) {
      found.set(row, [...(found.get(row) ?? []), title.replaceAll("\\'", "'")]);
    }
  }
  return found;
}

const BEGIN = '| row | feature | what is tested from end to end, and what else is to be said |\n|---|---|---|\n';

export function table() {
  const found = tests();
  return BEGIN + ROWS.map(([row, feature, beside]) => {
    const tested = (found.get(row) ?? []).map((title) => title[0].toUpperCase() + title.slice(1));
    return `| ${row} | ${feature} | ${[...tested.map((title) => `${title}.`), ...(beside === undefined ? [] : [beside])].join(' ') || 'no test'} |\n`;
  }).join('');
}

/** The README with the table as it should be: the first table below its heading "State". */
export function withTable(readme) {
  const [head, rest] = readme.split('## State\n\n');
  if (rest === undefined) throw new Error('README.md has no heading "## State"');
  return `${head}## State\n\n${table()}${rest.replace(/^(\|.*\n)+/, '')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(README, withTable(readFileSync(README, 'utf8')));
