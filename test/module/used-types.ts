// Prints the types that the product's scripts use, for scripts/net472/generate.mjs: every name that one may have in a reference assembly.
import { productScripts, readScripts, usedTypes } from './powershell-gates.js';

const names = usedTypes(await readScripts(productScripts()));
process.stdout.write(names.flatMap((name) => [name, `System.${name.charAt(0).toUpperCase()}${name.slice(1)}`, ...[1, 2].map((arity) => `${name}\`${arity}`)]).join('\n') + '\n');
