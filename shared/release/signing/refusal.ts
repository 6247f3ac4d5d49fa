/** Why a signature that could be read does not count. A measured answer, unlike a Failure. */
export interface Refusal {
  readonly refused: string;
  readonly fix: string;
}

const MAX_NAMED = 5;
const MAX_NAME_LENGTH = 200;

export function refuse(refused: string, fix: string): Refusal {
  return { refused, fix };
}

/** The keyless method needs Sigstore's own trust root and transparency log. */
export function refuseSigstore(): Refusal {
  return refuse(
    "the sigstore method is not supported; use key or certificate",
    "Sign the artifact with a key or a certificate.",
  );
}

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}

/** Names from a hostile file, as many and as long as a person reads. */
export function nameList(names: readonly string[]): string {
  const named = names.slice(0, MAX_NAMED).map((name) => name.slice(0, MAX_NAME_LENGTH));
  const more = names.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
