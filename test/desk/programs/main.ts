// Run by Windows Node on the desk: main.js <scenario> <environment of hosts, base64 of JSON> [more]. Prints what came out as one line of JSON.
import { contract } from './contract.js';
import { SCENARIOS } from './scenarios.js';

const [name = '', encoded = '', template = ''] = process.argv.slice(2);
const environment = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Record<string, string>;
const scenario = SCENARIOS[name];
if (scenario === undefined && name !== 'contract') throw new Error(`There is no scenario '${name}'.`);
const facts = scenario === undefined ? await contract(environment, template) : await scenario(environment);
process.stdout.write(`${JSON.stringify(facts)}\n`);
