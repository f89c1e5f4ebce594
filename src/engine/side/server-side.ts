// A collection of a CalDAV or CardDAV server as a Side. Knows texts only through a codec and HTTP only through a client.
import type { Clock } from '../clock.js';
import type { TextCodec } from '../codec/text-codec.js';
import type { DavClient } from '../dav/client.js';
import type { CollectionState } from '../dav/collection.js';
import type { ServerProfile } from '../dav/profile.js';
import { M2KError } from '../errors.js';
import type { ItemId, Kind } from '../model/ids.js';
import { detachedSide } from './server-side-detached.js';
import { withoutRefusedFiles } from './server-side-files.js';
import { fetchItems, hashes, textReader } from './server-side-fetch.js';
import type { Picture } from './server-side-fetch.js';
import { listCollection } from './server-side-list.js';
import { textWriter } from './server-side-write.js';
import type { Side, Whereabouts } from './side.js';

export interface ServerSideOptions<K extends Kind> {
  readonly client: DavClient;
  /** Href of the collection, as discovery gave it. */
  readonly collection: string;
  readonly codec: TextCodec<K>;
  readonly profile: ServerProfile;
  readonly clock: Clock;
  /** What this run has already seen of the collection's state: spares the first listing a request. */
  readonly seen?: CollectionState;
  /** How pictures are got that cards only point to; absent: not at all. */
  readonly picture?: Picture;
  /** Names for new objects whose UID is no name; random when absent. */
  readonly newName?: () => string;
}

/** Where the server refuses overrides, an event is one or several of its objects (rules.md 11). */
export function serverSide<K extends Kind>(options: ServerSideOptions<K>): Side<K> {
  if (options.codec.kind !== 'event') return objectSide(options);
  const ofEvents = options as unknown as ServerSideOptions<'event'>, objects = (codec: TextCodec<'event'>): Side<'event'> => withoutRefusedFiles(objectSide({ ...ofEvents, codec }));
  return (options.profile.overrides ? objects(ofEvents.codec) : detachedSide(ofEvents.codec, objects)) as unknown as Side<K>;
}

/** One object, one item. */
function objectSide<K extends Kind>(options: ServerSideOptions<K>): Side<K> {
  const { codec } = options;
  const reader = textReader(options);
  const writer = textWriter({ ...options, reader });
  let unused = options.seen ?? null;
  function seen(): CollectionState | null {
    const once = unused;
    unused = null;
    return once;
  }
  return {
    name: 'server',
    kind: codec.kind,
    narrow: (fields) => codec.narrow(fields),
    list: (memory) => listCollection({ ...options, isBook: codec.kind === 'contact', seen, learn: (tagged) => { reader.learn(tagged); }, hash: (ids) => hashes(reader, ids) }, memory),
    fetch: (ids) => fetchItems({ reader, codec, picture: options.picture }, ids),
    create: (creation) => ofThisSide(writer.create(creation), creation.item.uid),
    update: (change) => ofThisSide(writer.update(change), change.ref.id),
    async delete(ref, parts) {
      await ofThisSide(writer.remove(ref, parts), ref.id);
      return {};
    },
    locate: async (id): Promise<Whereabouts> => ({ at: await isThere(id) }),
    mark: (ref) => Promise.resolve(ref),
  };

  /** Only 404 and 410 prove anything (rule 12); robur says 403 for what is not there (reference Q67). */
  async function isThere(id: ItemId): Promise<Whereabouts['at']> {
    try {
      return await reader.get(id) === null ? 'deleted' : 'here';
    } catch (error) {
      if (error instanceof M2KError && error.code === 'Refused') return 'absent';
      throw error;
    }
  }
}

/** Every refusal names its side and its item. */
async function ofThisSide<Result>(write: Promise<Result>, item: string): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof M2KError) || error.data.item !== undefined) throw error;
    throw new M2KError(error.code, { ...error.data, side: 'server', item }, { cause: error });
  }
}
