// The company's books in one folder (mission M14, peers row 93): nobody twice, lists as they are, and nothing written that did not change.
import test from 'ava';
import { authenticated, everything, readOnly } from '../../lab/mail2000/rights.js';
import { cardText } from '../../lab/mail2000/seed/text.js';
import { CONNECT, bench } from './cmdlet-bench.js';

const SYNC = 'Start-M2KSync -WarningAction SilentlyContinue -ErrorAction SilentlyContinue';
const OWNER = 'meiling@example.com.tw';

const person = (id: string, family: string, given: string): string => cardText(`${id}@example.com.tw`, [`FN:${family}${given}`, `N:${family};${given};;;`, `EMAIL;TYPE=INTERNET:${id}@example.com.tw`]);
const list = (id: string, name: string, members: readonly string[]): string => cardText(id, [
  `FN:${name}`, `N:${name};;;;`, 'X-ADDRESSBOOKSERVER-KIND:group', ...members.map((member) => `X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:${member}@example.com.tw`)]);

test('company books merged by the cmdlets: one folder, nobody twice, a list is left alone until its members change, and every second run is quiet', async (t) => {
  const { run, asUser, server } = await bench(t, { outlook: 'lab' });
  const book = (name: string, displayName: string, members: Readonly<Record<string, string>>) => server.office.addCollection({
    tree: 'addressbooks', home: OWNER, name, scope: 'personal', owner: OWNER, displayName, grants: { [authenticated]: readOnly, [OWNER]: everything }, members });
  const sales = book('sales', '業務部', { 'w.vcf': person('wang', '王', '小明'), 'l.vcf': person('lee', '李', '大華'), 'list.vcf': list('all-sales', '業務部全體', ['wang', 'lee']) });
  const admin = book('admin', '管理部', { 'w.vcf': person('wang', '王', '小明'), 'c.vcf': person('chen', '陳', '美玲') });
  const shown = async (): Promise<readonly string[]> => (await asUser(`
$folder = $outlook.GetNamespace('MAPI').GetDefaultFolder(10).Folders | Where-Object { $_.Items.Count -gt 1 }
foreach ($one in $folder) { foreach ($item in $one.Items) { if ($item.Class -eq 69) { "list $($item.DLName) $($item.MemberCount) $($item.EntryID)" } else { "$($item.LastName)$($item.FirstName) $($item.JobTitle) $($item.EntryID)" } } }`)).split(/\r?\n/).sort();
  const { said } = await run(`${CONNECT}
foreach ($url in '${sales.path}', '${admin.path}') { Add-M2KSyncCollection -Url $url -Scope group | Out-Null }
Get-M2KSyncCollection | Where-Object Scope -EQ group | Set-M2KSyncCollection -Enabled $true -Merged $true
$said.first = (${SYNC}).Failed
$said.second = (${SYNC}).Done`);
  t.deepEqual(said, { first: 0, second: 0 });
  const before = await shown();
  t.deepEqual(before.map((line) => line.replace(/ \S+$/, '').trim()), ['list 業務部全體 2', '李大華', '王小明', '陳美玲'].sort());

  sales.put('l.vcf', person('lee', '李', '大華').replace('END:VCARD', 'TITLE:組長\r\nEND:VCARD'));
  t.deepEqual((await run(`$said.done = (${SYNC}).Done; $said.again = (${SYNC}).Done`)).said, { done: 1, again: 0 });
  const after = await shown();
  t.deepEqual(after.filter((line) => !line.startsWith('李')), before.filter((line) => !line.startsWith('李')));
  t.regex(after.find((line) => line.startsWith('李')) ?? '', /組長/);

  // Out of one book, he still is in the other; out of the list, the list says so.
  sales.remove('w.vcf');
  sales.put('list.vcf', list('all-sales', '業務部全體', ['lee']));
  const gone = await run(`$said.failed = (${SYNC}).Failed; ${SYNC} | Out-Null; $said.again = (${SYNC}).Done`);
  t.deepEqual(gone.said, { failed: 0, again: 0 });
  const last = await shown();
  t.deepEqual(last.map((line) => line.replace(/ \S+$/, '').trim()), ['list 業務部全體 1', '李大華 組長', '王小明', '陳美玲'].sort());
  const idOf = (lines: readonly string[]): string | undefined => lines.find((line) => line.startsWith('list'))?.split(' ').at(-1);
  t.is(idOf(last), idOf(before));
});
