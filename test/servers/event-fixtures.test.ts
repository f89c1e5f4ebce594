// The fixtures' expectations by another reader: Debian's python3-icalendar and python3-dateutil, which share nothing with the codecs.
import test from 'ava';
import { execFileSync } from 'node:child_process';

interface Comparison { readonly files: number; readonly compared: number; readonly differences: readonly string[]; readonly unread: readonly string[] }

test('icalendar and dateutil read of every fixture what the file beside it expects of the text and of Outlook', (t) => {
  // Debian's own Python, where Debian's packages are, whatever else is first on the path.
  const { files, compared, differences, unread } = JSON.parse(execFileSync('/usr/bin/python3', ['test/support/second-reader.py', 'test/fixtures/events'], { encoding: 'utf8' })) as Comparison;
  t.deepEqual([differences, unread], [[], []]);
  t.true(files >= 70 && compared > 10 * 60, `${files} files, ${compared} values`);
});
