// Media types of what people attach to events, for FMTTYPE (RFC 5545 section 3.2.8) and for the name of a file that has none.

/** Extension and type (iana.org/assignments/media-types). */
const TYPES: readonly (readonly [string, string])[] = [
  ['txt', 'text/plain'], ['html', 'text/html'], ['htm', 'text/html'], ['csv', 'text/csv'], ['ics', 'text/calendar'], ['vcf', 'text/vcard'], ['xml', 'application/xml'], ['json', 'application/json'],
  ['pdf', 'application/pdf'], ['rtf', 'application/rtf'], ['zip', 'application/zip'], ['7z', 'application/x-7z-compressed'], ['msg', 'application/vnd.ms-outlook'], ['eml', 'message/rfc822'],
  ['doc', 'application/msword'], ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xls', 'application/vnd.ms-excel'], ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt', 'application/vnd.ms-powerpoint'], ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', 'application/vnd.oasis.opendocument.text'], ['ods', 'application/vnd.oasis.opendocument.spreadsheet'], ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['png', 'image/png'], ['jpg', 'image/jpeg'], ['jpeg', 'image/jpeg'], ['gif', 'image/gif'], ['bmp', 'image/bmp'], ['tif', 'image/tiff'], ['tiff', 'image/tiff'], ['svg', 'image/svg+xml'], ['webp', 'image/webp'], ['heic', 'image/heic'],
  ['mp3', 'audio/mpeg'], ['m4a', 'audio/mp4'], ['wav', 'audio/wav'], ['mp4', 'video/mp4'],
];
const BY_EXTENSION = new Map(TYPES);

/** Undefined for a name that tells none. */
export const typeOfName = (name: string): string | undefined => BY_EXTENSION.get(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '');

/** With its dot; '' for a type that is not known. */
export function extensionOfType(type: string): string {
  const found = TYPES.find(([, known]) => known === type.trim().toLowerCase());
  return found === undefined ? '' : `.${found[0]}`;
}
