// docs/transcript.<language>.md: what a new user types at the prompt of `npm start -- --shell`, and what comes back, as it was recorded.
// `node scripts/transcript.mjs` makes both anew, or one: `node scripts/transcript.mjs zh-TW`. Nothing in them is written by hand but the headings.
// A command that fails leaves the file as it was.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { ROOT } from './setup.mjs';

const FOLDER = (kind, name) => `$Outlook.Session.GetDefaultFolder(${kind}).Folders.Item('${name}')`;

const SAID = {
  'en-US': { books: '個人通訊錄', calendar: '個人行事曆', locale: 'en_US.UTF-8', title: 'A first hour with M2KSync', language: 'English',
    about: 'Recorded by `node scripts/transcript.mjs` at the prompt of `npm start -- --shell`, against the Mail2000 server and the Outlook of the lab. The other language: [正體中文](transcript.zh-TW.md).',
    steps: { choose: 'Choose', oneWay: 'One-way', rights: 'No rights', undo: 'Undo', held: 'A deletion that is held' } },
  'zh-TW': { books: '個人通訊錄', calendar: '個人行事曆', locale: 'zh_TW.UTF-8', title: 'M2KSync 初次使用', language: '正體中文',
    about: '由 `node scripts/transcript.mjs` 於 `npm start -- --shell` 的提示字元下錄製，對象是實驗室的 Mail2000 伺服器與 Outlook。另一語言：[English](transcript.en-US.md)。',
    steps: { choose: '選擇', oneWay: '單向', rights: '沒有權限', undo: '復原', held: '暫緩的刪除' } },
};

/** Heading -> lines as they are typed. */
const stepsIn = ({ books, calendar, steps }, language) => [
  [steps.choose, [
    `Connect-M2KSync -Address $Credential.UserName -MailHost $MailHost -Credential $Credential -Language ${language}`,
    "Add-M2KSyncCollection -Owner meiling@example.com.tw -Scope shared | Where-Object Scope -EQ shared | Set-M2KSyncCollection -Enabled $true",
    'Get-M2KSyncCollection',
    'Start-M2KSync -WhatIf',
    'Start-M2KSync',
  ]],
  [steps.oneWay, [
    'Get-M2KSyncCollection | Where-Object Kind -EQ contact | Set-M2KSyncCollection -Direction toOutlook',
    'Start-M2KSync',
    `$person = ${FOLDER(10, books)}.Items.Item(1); $person.CompanyName = 'Nine'; $person.Save()`,
    'Start-M2KSync',
    '$person = $null',
  ]],
  [steps.rights, [
    `$theirs = ${FOLDER(9, '陳美玲的行事曆')}.Items.Item(1); $theirs.Location = '3F'; $theirs.Save()`,
    'Start-M2KSync',
    "$Outlook.Session.GetDefaultFolder(6).Items.Item(1) | Format-List Subject, Body",
  ]],
  [steps.undo, [
    `$mine = ${FOLDER(9, calendar)}.Items.Item(1); $mine.Subject`,
    "Set-LabEvent -Subject $mine.Subject -Location 'B1'",
    'Start-M2KSync',
    'Get-M2KSyncHistory | Select-Object -First 3',
    'Get-M2KSyncHistory | Select-Object -First 1 | Restore-M2KSyncItem',
  ]],
  [steps.held, [
    `$items = ${FOLDER(9, calendar)}.Items; for ($n = $items.Count; $n -ge 1; $n--) { $items.Item($n).Delete() }`,
    'Start-M2KSync',
    '(Get-M2KSyncStatus).Holds | Format-List Reason, Count, Command',
    'Start-M2KSync -Accept (Get-M2KSyncStatus).Holds[0].Id',
    'Start-M2KSync',
  ]],
];

/** What the prompt shows for these lines. */
function session(lines, locale) {
  const child = spawn('npm', ['start', '--silent', '--', '--shell'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LANG: locale, LC_ALL: locale, NO_COLOR: '1', TERM: 'dumb' } });
  let shown = '', errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { shown += text; });
  child.stderr.setEncoding('utf8').on('data', (text) => { errors += text; process.stderr.write(text); });
  child.stdin.end([...lines, 'exit', ''].join('\n'));
  return new Promise((resolve, reject) => { child.on('error', reject); child.on('close', (code) => { if (code === 0 && !/M2KSync\w*:/.test(errors)) resolve(shown); else reject(new Error(`the session ended with ${code}: ${shown}`)); }); });
}

const PROMPT = /^PS [^\n>]*> /mu;

/** The session cut at its prompts: what was typed and what came back. */
function answersOf(shown, lines) {
  const [, ...parts] = shown.split(PROMPT);
  if (parts.length !== lines.length + 1) throw new Error(`${parts.length} prompts for ${lines.length} lines: ${shown}`);
  return lines.map((line, index) => {
    if (!parts[index].startsWith(line)) throw new Error(`not what was typed: ${parts[index]}`);
    return `PS> ${line}\n${parts[index].slice(line.length).replace(/^\r?\n/, '').trimEnd()}`.trimEnd();
  });
}

const [only] = process.argv.slice(2);
for (const [language, said] of Object.entries(SAID).filter(([language]) => only === undefined || language === only)) {
  const steps = stepsIn(said, language), lines = steps.flatMap(([, typed]) => typed), answers = answersOf(await session(lines, said.locale), lines);
  let at = 0;
  const parts = steps.map(([heading, typed]) => `## ${heading}\n\n\`\`\`\n${answers.slice(at, (at += typed.length)).join('\n')}\n\`\`\`\n`);
  const text = `# ${said.title}\n\n${said.about}\n\n${parts.join('\n')}`.replaceAll(/[ \t]+$/gm, '');
  writeFileSync(`${ROOT}/docs/transcript.${language}.md`, text);
  process.stdout.write(`docs/transcript.${language}.md: ${lines.length} lines typed\n`);
}
