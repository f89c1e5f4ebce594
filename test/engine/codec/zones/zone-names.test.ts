import test from 'ava';
import { canonicalZone, likelyZones, windowsIdOf, zoneOfWindowsId } from '../../../../src/engine/codec/zones/zone-names.js';
import { ZONE_TABLE } from '../../../../src/engine/codec/zones/zone-table.data.js';

test('every zone of this Node has a row, and every Windows id comes back to itself', (t) => {
  for (const zone of Intl.supportedValuesOf('timeZone')) t.not(canonicalZone(zone), null, zone);
  for (const [windows] of ZONE_TABLE.filter(([id]) => id !== '')) t.is(windowsIdOf(zoneOfWindowsId(windows) ?? ''), windows);
  t.true(ZONE_TABLE.length > 135);
});

test('old and new names of a zone are one, in any case; all names of UTC are UTC', (t) => {
  for (const [spelling, zone] of [
    ['Asia/Calcutta', 'Asia/Kolkata'], ['asia/kolkata', 'Asia/Kolkata'], ['Europe/Kiev', 'Europe/Kyiv'], ['Asia/Saigon', 'Asia/Ho_Chi_Minh'], ['Asia/Rangoon', 'Asia/Yangon'],
    ['Asia/Katmandu', 'Asia/Kathmandu'], ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'], ['America/Indianapolis', 'America/Indiana/Indianapolis'],
    ['America/Godthab', 'America/Nuuk'], ['Atlantic/Faeroe', 'Atlantic/Faroe'], ['ROC', 'Asia/Taipei'], ['Etc/UTC', 'UTC'], ['Etc/UCT', 'UTC'], ['GMT', 'UTC'], ['Z', 'UTC'],
  ] as const) t.is(canonicalZone(spelling), zone, spelling);
  t.is(canonicalZone('floating'), null);
  t.is(canonicalZone('Taipei Standard Time'), null);
});

test('Windows ids map to the world-wide zone and back, in any case, given up ones too', (t) => {
  t.is(windowsIdOf('Asia/Taipei'), 'Taipei Standard Time');
  t.is(windowsIdOf('Europe/Brussels'), 'Romance Standard Time');
  t.is(zoneOfWindowsId('romance standard time'), 'Europe/Paris');
  t.is(zoneOfWindowsId('W. Europe Standard Time'), 'Europe/Berlin');
  t.is(zoneOfWindowsId('India Standard Time'), 'Asia/Kolkata');
  t.is(zoneOfWindowsId('FLE Standard Time'), 'Europe/Kyiv');
  t.is(zoneOfWindowsId('Kamchatka Standard Time'), 'Asia/Kamchatka');
  t.is(windowsIdOf('UTC'), 'UTC');
  t.is(windowsIdOf('Antarctica/Troll'), null);
  t.is(zoneOfWindowsId('Customized Time Zone'), null);
  t.deepEqual(likelyZones().slice(0, 2), ['Asia/Taipei', 'UTC']);
});
