// What every side promises, as data: run on the memory side, the lab's server and Outlook, real servers and a real desk (desk rule 23).
import type { ContractCase } from './bench.js';
import { LISTING_CASES } from './listing-cases.js';
import { VALUE_CASES } from './value-cases.js';
import { WRITING_CASES } from './writing-cases.js';

export const sideContract: readonly ContractCase[] = [...LISTING_CASES, ...WRITING_CASES, ...VALUE_CASES];
