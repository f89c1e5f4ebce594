// Hrefs: kept as the server spelled them, compared decoded (RFC 4918 section 8.3; reference T1).

/**
 * A href of a body, made absolute on our own origin: path and query in the server's own percent-encoding.
 * Scheme and port may differ from ours (a proxy ends TLS, the application behind it does not know).
 * @throws Error when it is no URL at all or names another host.
 */
export function resolveHref(href: string, base: string): string {
  const trimmed = href.trim();
  if (trimmed === '') throw new Error('href: empty');
  const rooted = trimmed.startsWith('//') ? trimmed.replace(/^\/+/, '/') : trimmed;
  // 'a:b.vcf' is a relative name, not a scheme (dav4jvm): only http(s) begins an absolute URL here.
  const relative = !rooted.startsWith('/') && !/^https?:\/\//i.test(rooted) ? `./${rooted}` : rooted;
  const url = new URL(relative, base);
  if (url.hostname !== new URL(base).hostname) throw new Error(`href: another host, ${url.hostname}`);
  return url.pathname + url.search;
}

/** What two spellings of one href have in common: equal text = same resource. Case matters; %2F and %25 stay, for they are not / and %. */
export function hrefKey(href: string): string {
  const decoded = href.replace(/(?:%[0-9a-f]{2})+/gi, decodedRun);
  return decoded.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
}

function decodedRun(run: string): string {
  const kept = run.replace(/%(2f|25)/gi, (_, hex: string) => `%25${hex.toUpperCase()}`);
  try {
    return decodeURIComponent(kept);
  } catch {
    return run.toUpperCase();
  }
}

/** A member's href: the collection's own spelling and a name that needs no encoding. */
export const memberHref = (collection: string, name: string): string => `${collection.replace(/\/$/, '')}/${name}`;

/** RFC 3986 section 2.3: text that no server, proxy or file system spells in a second way. */
export const isUnreserved = (name: string): boolean => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(name);
