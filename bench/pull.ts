// A process of its own that pulls a whole collection into model values and prints what it took: items, CPU seconds, peak megabytes.
import process from 'node:process';
import { keepHeapSmall, systemClock } from '../src/engine/cli/system.js';
import { eventText } from '../src/engine/codec/icalendar/event-text.js';
import { davClient } from '../src/engine/dav/client.js';
import { PROFILES } from '../src/engine/dav/profile.js';
import { serverSide } from '../src/engine/side/server-side.js';

keepHeapSmall();
const [origin = '', collection = '', user = ''] = process.argv.slice(2);
let password = '';
for await (const chunk of process.stdin) password += String(chunk);

const client = davClient({ origin, credential: () => ({ user, password }), clock: systemClock, certificates: [] });
const side = serverSide({ client, collection, codec: eventText, profile: PROFILES.generic, clock: systemClock });
const before = process.cpuUsage();
let items = 0;
const ids = (await side.list()).items.map(({ id }) => id);
for await (const row of side.fetch(ids)) if (row.ok) items += 1;
client.close();
const { user: own, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ items, seconds: (own + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
