// The office of example.com.tw: what the tour shows.
import type { OfficeSeed } from '../office.js';
import { books } from './books.js';
import { calendars } from './calendars.js';
import { daysFrom } from './days.js';
import { domain, principals, users } from './people.js';

/** `monday` is the Monday of the week that the appointments lie in, YYYY-MM-DD. Throws for any other day. */
export const officeSeed = (monday = '2026-11-23'): OfficeSeed => ({ domain, users, principals, collections: [...calendars(daysFrom(monday)), ...books] });
