// A run that ends itself at its n-th point, as a power cut would: argv has the place and n; 0 = never. Prints the points it passed.
import { openDesk } from './desk.js';
import type { DeskPlace } from './desk.js';

const { place, dies } = JSON.parse(process.argv[2] ?? '') as { readonly place: DeskPlace; readonly dies: number };
const passed: string[] = [];
const desk = openDesk(place, (name) => {
  passed.push(name);
  if (passed.length === dies) process.kill(process.pid, 'SIGKILL');
});
const { exitCode } = await desk.run();
desk.close();
process.stdout.write(JSON.stringify({ exitCode, passed }));
