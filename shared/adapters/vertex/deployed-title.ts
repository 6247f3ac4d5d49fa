/** What an endpoint shows of a release that we deployed: the digest in full, which nothing else of it could hold. */
const DIGEST = /(?:^|\s)(sha256:[0-9a-f]{64})(?:$|\s)/;
/** Vertex AI's own. */
const MAX_LENGTH = 128;

export function deployedTitle(title: string, digest: string): string {
  const room = MAX_LENGTH - digest.length - 1;
  return `${title.slice(0, room)} ${digest}`;
}

export function titleDigest(displayName: string): string | null {
  return DIGEST.exec(displayName)?.[1] ?? null;
}
