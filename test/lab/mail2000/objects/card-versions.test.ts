import test from 'ava';
import { convertCard } from '../../../../lab/mail2000/objects/card-versions.js';

const version3 = ['BEGIN:VCARD', 'VERSION:3.0', 'UID:1', 'FN:張', 'TEL;TYPE=WORK;TYPE=PREF:1', 'PHOTO;ENCODING=b;TYPE=PNG:aGk', ' =', 'X-ADDRESSBOOKSERVER-KIND:group', 'END:VCARD', ''].join('\r\n');
const version4 = ['BEGIN:VCARD', 'VERSION:4.0', 'UID:1', 'FN:張', 'TEL;TYPE=WORK;PREF=1:1', 'PHOTO:data:image/png;base64,aGk=', 'KIND:group', 'END:VCARD', ''].join('\r\n');

test('a card of 3.0 becomes one of 4.0 and back', (t) => {
  t.is(convertCard(version3, '4.0'), version4);
  t.is(convertCard(version4, '3.0'), version3.replace('\r\n =', '='));
});

test('a card that has the version already is left octet for octet', (t) => {
  t.is(convertCard(version3, '3.0'), version3);
});
