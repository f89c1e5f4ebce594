// The short name by which people and scripts call a collection: stable as long as its address is.
import { createHash } from 'node:crypto';

/** Two different addresses never share one; the host does not count, so that a renamed server keeps the choices. */
export function collectionId(href: string): string {
  const path = href.replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/\/+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const readable = decoded(last).replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 24).toLowerCase();
  return `${readable || 'collection'}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
