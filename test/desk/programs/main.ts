// Run by Windows Node on the desk: main.js <scenario> <environment of hosts, base64 of JSON> [more]. Prints what came out as one line of JSON.
import { contract } from './contract.js';
import { matrix } from './matrix.js';
import { PLACES } from './places.js';
import { SCENARIOS } from './scenarios.js';

const [name = '', encoded = '', ...more] = process.argv.slice(2);
const environment = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Record<string, string>;
const scenario = { ...SCENARIOS, ...PLACES, matrix, contract: () => contract(environment, more[0] ?? '') }[name];
if (scenario === undefined) throw new Error(`There is no scenario '${name}'.`);
process.stdout.write(`${JSON.stringify(await scenario(environment))}\n`);
