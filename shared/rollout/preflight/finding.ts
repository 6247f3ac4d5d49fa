/** What a look before the first write has come to. */
export type Finding =
  | { readonly kind: "well" }
  /** Nobody can tell from here: it is said, and keeps nothing from happening. */
  | { readonly kind: "unseen"; readonly what: string }
  | { readonly kind: "wrong"; readonly what: string; readonly fix: string };

export const WELL: Finding = { kind: "well" };

export function unseen(what: string): Finding {
  return { kind: "unseen", what };
}

export function wrong(what: string, fix: string): Finding {
  return { kind: "wrong", what, fix };
}
