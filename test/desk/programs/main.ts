// Run by Windows Node on the desk: main.js <scenario> <environment of hosts, base64 of JSON>. Prints what came out as one line of JSON.
import { SCENARIOS } from './scenarios.js';

const [name = '', environment = ''] = process.argv.slice(2);
const scenario = SCENARIOS[name];
if (scenario === undefined) throw new Error(`There is no scenario '${name}'.`);
const facts = await scenario(JSON.parse(Buffer.from(environment, 'base64').toString('utf8')) as Record<string, string>);
process.stdout.write(`${JSON.stringify(facts)}\n`);
