// Moves an item from one Outlook folder to another; a series that is shown as single appointments with all of them (side/expanded-parts.ts).
import { copyOf, isGroup, seriesOfGroup } from '../side/expanded-parts.js';
import type { ItemId } from '../model/ids.js';
import type { Listed } from '../side/side.js';

export interface Moving {
  /** The single items of the folder it is in. */
  list(): Promise<readonly Listed[]>;
  /** The new id; null when it is not there any more. */
  move(id: string): Promise<string | null>;
}

/** The id it then has; null when nothing of it is there any more. What an error left behind is still there for the next try. */
export async function moveItem(id: ItemId, { list, move }: Moving): Promise<string | null> {
  if (!isGroup(id)) return move(id);
  const copies = (await list()).filter(({ mark }) => copyOf(mark)?.series === seriesOfGroup(id));
  for (const copy of copies) await move(copy.id);
  return copies.length === 0 ? null : id;
}
