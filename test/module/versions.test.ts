// M15 from the cmdlets down: the oldest Outlook, none but the new one, one without a licence. Every version by itself: test/engine/side/outlook-versions.test.ts.
import test from 'ava';
import { CONNECT, bench } from './cmdlet-bench.js';

test('M15: with Outlook 2007 a sync does what it does with all; where only the new Outlook is it is refused; without a licence nothing is lost and what fails is told', async (t) => {
  const one = await bench(t, { outlook: 'lab' });
  const { said, stderr } = await one.run(`
    ${one.openOutlook}
    $outlook.Lab.ChangeForAll('{"Version":"12.0.0.6691"}')
    ${CONNECT}
    $said.first = (Start-M2KSync -Accept FirstRun).ExitCode
    $folder = @($outlook.Session.GetDefaultFolder(9).Folders)[0]
    $item = $folder.Items.Item(1); $item.Subject = '2007'; $item.Save()
    $said.second = (Start-M2KSync).ExitCode
    $outlook.Lab.ChangeForAll('{"Licensed":false}')`);
  t.is(stderr, '');
  t.deepEqual([said['first'], said['second']], [0, 0]);
  const calendar = one.server.office.collection('calendars/xiaoming@example.com.tw/default'), changed = calendar.list().find(({ name }) => calendar.get(name)?.includes('SUMMARY:2007'));
  t.truthy(changed, 'what was changed in Outlook reached the server');
  const text = calendar.get(changed?.name ?? '') ?? '';
  calendar.put(changed?.name ?? '', text.replace('SUMMARY:2007', 'SUMMARY:unlicensed'));
  const later = await one.run(`
    $said.unlicensed = (Start-M2KSync -ErrorAction SilentlyContinue).ExitCode
    $said.failed = @(Get-M2KSyncFailure).Count
    ${one.openOutlook}
    $outlook.Lab.ChangeForAll('{"Installed":false}')
    $said.none = Get-Failure { Start-M2KSync }`);
  t.deepEqual([later.said['unlicensed'], later.said['failed']], [3, 1]);
  t.true(calendar.get(changed?.name ?? '')?.includes('SUMMARY:unlicensed'));
  t.like(later.said['none'], { id: 'M2K.Unavailable.outlook-missing,Start-M2KSync', category: 'ResourceUnavailable' });
  t.regex((later.said['none'] as { advice: string }).advice, /classic Outlook/);
});
