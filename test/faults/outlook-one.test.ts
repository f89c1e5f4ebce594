import test from 'ava';
import { seededOutlook } from './seeded-outlook.js';

test('rules 2, 3, 13: Outlook fails in every way of the reference at any call of a run (seed 8); clean runs lose nothing, double nothing and end equal', (t) => seededOutlook(t, 8));
