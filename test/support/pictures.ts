// Small pictures for tests: only their first octets are those of a picture.

/** A JPEG by its marks. */
export const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xd9]);

/** A little more than a megabyte. */
export const LARGE_JPEG = Uint8Array.from({ length: 1_100_000 }, (_, at) => (at < JPEG.length ? JPEG[at] ?? 0 : at % 251));
