// The names of zones: one spelling for each IANA zone, and Windows ids both ways (OOM section 9). Knows no rules of any zone.
import type { ZoneId } from '../../model/time.js';
import { ZONE_TABLE } from './zone-table.data.js';

/**
 * Where floating times are read when a side must have a zone: Mail2000 refuses times without TZID (M4), Outlook has none. A fixed
 * zone and not the desk's: both sides must mean the same whatever desk they are read on, and Mail2000's people are in Taiwan.
 */
export const FLOATING_ZONE: ZoneId = 'Asia/Taipei';

/** Ids that Windows gave up; CLDR dropped them, old items still bear them. */
const RETIRED: Readonly<Record<string, ZoneId>> = {
  'Kamchatka Standard Time': 'Asia/Kamchatka', 'Mexico Standard Time': 'America/Mexico_City', 'Mexico Standard Time 2': 'America/Chihuahua',
};

interface Names {
  /** Any spelling, lower case, to the model's. */
  readonly zones: ReadonlyMap<string, ZoneId>;
  readonly windowsOf: ReadonlyMap<ZoneId, string>;
  /** Windows id, lower case, to the zone of territory 001. */
  readonly defaults: ReadonlyMap<string, ZoneId>;
}

let names: Names | undefined;

/** The model's spelling of an IANA id in any case or age; every name of UTC is 'UTC'. Null for what is no IANA id. */
export const canonicalZone = (id: string): ZoneId | null => table().zones.get(id.toLowerCase()) ?? (/^z$/i.test(id) ? 'UTC' : null);

/** Null where Windows has no such zone (Antarctica/Troll) and for 'floating'. */
export const windowsIdOf = (zone: ZoneId): string | null => table().windowsOf.get(canonicalZone(zone) ?? '') ?? null;

/** The zone that CLDR gives a Windows id for the whole world: Romance Standard Time is Europe/Paris, also when it was Brussels that was written. */
export const zoneOfWindowsId = (id: string): ZoneId | null =>
  table().defaults.get(id.toLowerCase()) ?? RETIRED[id] ?? null;

/** Of zones with one clock, the one that most people mean: rules that change at the same days fit Havana as well as New York. */
const COMMON: readonly ZoneId[] = [
  FLOATING_ZONE, 'UTC', 'Asia/Tokyo', 'Asia/Singapore', 'Asia/Kolkata', 'Europe/Berlin', 'Europe/London', 'Europe/Helsinki', 'America/New_York', 'America/Chicago',
  'America/Denver', 'America/Los_Angeles', 'Australia/Sydney', 'Pacific/Auckland',
];

/** Every zone, the likeliest first: the common ones, one for each Windows id, the rest. */
export const likelyZones = (): readonly ZoneId[] => [...new Set([...COMMON, ...table().defaults.values(), ...table().zones.values()])];

function table(): Names {
  if (names) return names;
  const zones = new Map<string, ZoneId>();
  const windowsOf = new Map<ZoneId, string>();
  const defaults = new Map<string, ZoneId>();
  for (const [windows, cells] of ZONE_TABLE) {
    for (const [at, cell] of cells.split(' ').entries()) {
      const [name = '', aliases = ''] = cell.split('=');
      const zone = name === 'Etc/UTC' ? 'UTC' : name;
      for (const spelling of [name, ...aliases.split(',')]) if (spelling !== '') zones.set(spelling.toLowerCase(), zone);
      if (windows === '') continue;
      windowsOf.set(zone, windows);
      if (at === 0) defaults.set(windows.toLowerCase(), zone);
    }
  }
  names = { zones, windowsOf, defaults };
  return names;
}
