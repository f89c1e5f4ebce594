// The tables of the state and undo files, as forward migrations: the index of a step is the version it starts from. Never edit a step that was released.

export interface Schema {
  /** For messages: the file's name. */
  readonly file: string;
  readonly steps: readonly string[];
}

export const STATE: Schema = {
  file: 'state.sqlite',
  steps: [
    `CREATE TABLE links (link TEXT PRIMARY KEY, memory TEXT NOT NULL) STRICT;
     CREATE TABLE bases (link TEXT NOT NULL, pairing TEXT NOT NULL, uid TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (link, pairing)) STRICT;
     CREATE TABLE intents (link TEXT NOT NULL, id TEXT PRIMARY KEY, uid TEXT NOT NULL, row TEXT NOT NULL) STRICT;
     CREATE TABLE deletions (link TEXT NOT NULL, at TEXT NOT NULL, count INTEGER NOT NULL) STRICT;
     CREATE TABLE runs (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL, report TEXT NOT NULL) STRICT;`,
  ],
};

export const UNDO: Schema = {
  file: 'undo.sqlite',
  steps: [
    `CREATE TABLE images (id INTEGER PRIMARY KEY, link TEXT NOT NULL, at TEXT NOT NULL, side TEXT NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL,
       why TEXT NOT NULL, cell TEXT NOT NULL, title TEXT NOT NULL, parts TEXT NOT NULL, trash TEXT) STRICT;
     CREATE INDEX images_uid ON images (link, uid);`,
    `ALTER TABLE images ADD COLUMN run TEXT NOT NULL DEFAULT '';
     ALTER TABLE images ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
     ALTER TABLE images ADD COLUMN changed TEXT NOT NULL DEFAULT '[]';
     ALTER TABLE images ADD COLUMN before TEXT;
     ALTER TABLE images ADD COLUMN restored TEXT;
     CREATE INDEX images_run ON images (run);`,
  ],
};
