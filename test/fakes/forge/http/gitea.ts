type Json = Readonly<Record<string, unknown>>;

/** So many are on a page, whatever is asked for. */
export const GITEA_PAGE = 30;

/** What GitHub would answer, in the words that Gitea 1.26 has for it. */
export function asGitea(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(asGitea);
  if (typeof body !== "object" || body === null) return body;
  const told = body as Json;
  if ("context" in told && "state" in told) return renamed(told, "state", "status");
  if ("locked" in told && "head" in told) return renamed(told, "locked", "is_locked");
  if ("commit_id" in told && "state" in told) return asReview(told);
  if ("filename" in told) return { ...told, status: told.status === "modified" ? "changed" : told.status };
  return "comments_url" in told && !("head" in told) ? { pull_request: null, ...told } : told;
}

function asReview(told: Json): Json {
  const words: Record<string, string> = {
    DISMISSED: "APPROVED",
    CHANGES_REQUESTED: "REQUEST_CHANGES",
    COMMENTED: "COMMENT",
  };
  const state = String(told.state);
  return { ...told, state: words[state] ?? state, dismissed: state === "DISMISSED" };
}

function renamed(told: Json, from: string, to: string): Json {
  const { [from]: value, ...rest } = told;
  return { ...rest, [to]: value };
}
