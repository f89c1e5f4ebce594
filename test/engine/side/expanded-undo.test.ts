// Rules 11 and 30: what a user wrote into a copy of a series was put back; undone, it is an event of the user's own, and the series stays the server's.
import test from 'ava';
import { outlookBenches } from '../../ps-host/outlook-bench.js';
import { CHANGE, DAYS, done, event, ground, object, SERIES, startOf, startsOf } from './expanded-ground.js';

const benches = outlookBenches({ teardown: test.after.always });

test.serial('rule 30: an edit of a copy comes back as an event of the user\'s own on both sides; the series hears nothing of it', async (t) => {
  t.timeout(600_000);
  const at = await ground(t, benches), original = object(event(...SERIES));
  at.put(original);
  done(t, await at.sync(), 'made');
  const copies = await at.singles();
  await at.lab('$args[0].Lab.AdvanceClock(5.0)');
  await at.lab(`${CHANGE} $i.Subject = 'mine'; $i.Save()`, copies[1]!.id);
  await at.lab(`${CHANGE} $i.Delete()`, copies[3]!.id);
  await at.lab(`${CHANGE} $i.Start = [datetime]'2027-04-30 09:00'; $i.Categories = 'Red'; $i.Save()`, copies[4]!.id);
  done(t, await at.sync(), 'put back');
  const [lost] = at.store.history.find({});
  t.like(lost, { side: 'outlook', why: 'lost' });

  const undone = await at.sync([{ link: 'l', uid: lost!.uid, images: [lost!] }]);
  done(t, undone, 'undone');
  t.deepEqual(undone.items.map(({ cell, writes }) => [cell, writes.map(({ side, kind }) => `${kind} ${side}`)]), Array(2).fill(['restore', ['create server', 'create outlook']]));
  const singles = await at.singles(), own = singles.filter(({ fields }) => fields.categories.includes('Red') || fields.subject === 'mine');
  t.deepEqual([singles.length, own.map((found) => [found.fields.subject, startOf(found)])], [DAYS.length + 2, [['mine', '2027-02-27T10:00:00'], ['月結', '2027-04-30T09:00:00']]]);
  t.deepEqual(singles.filter((found) => !own.includes(found)).map(startOf), startsOf(DAYS));
  const texts = at.texts();
  t.is(texts.length, 3);
  t.true(texts.includes(original), 'no override, no part of it');
  t.false(texts.filter((text) => text !== original).some((text) => /RRULE|RECURRENCE-ID|X-M2KSYNC-SERIES|UID:series-1/.test(text)));
  await at.quiet('undone');
});

test.serial('rule 30: what the server changed in such a series comes back on both sides', async (t) => {
  t.timeout(600_000);
  const at = await ground(t, benches);
  at.put(object(event(...SERIES)));
  done(t, await at.sync(), 'made');
  at.put(object(event(...SERIES.map((line) => line.replace('三樓', '四樓')), 'X-N:2')));
  done(t, await at.sync(), 'changed');
  const [image] = at.store.history.find({});
  t.like(image, { side: 'outlook', why: 'overwritten', changed: ['location'] });
  done(t, await at.sync([{ link: 'l', uid: image!.uid, images: [image!] }]), 'undone');
  t.true((await at.singles()).every(({ fields }) => fields.location === '三樓'));
  t.true(at.texts()[0]?.includes('LOCATION:三樓'));
  await at.quiet('undone');
});
