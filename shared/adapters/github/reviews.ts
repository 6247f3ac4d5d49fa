import type { Approval } from "../../ports/forge.ts";
import { accountOf, type ToldAccount } from "./account.ts";

interface ToldReview {
  readonly user: ToldAccount | null;
  readonly state: string;
  readonly commit_id: string | null;
  /** Gitea's. */
  readonly dismissed?: boolean;
}

/** The others, such as a comment, leave standing what their author said before. */
const LAST_WORDS = ["APPROVED", "CHANGES_REQUESTED", "REQUEST_CHANGES", "DISMISSED"];

/** The approvals that stand, of reviews that are told with the oldest first. */
export function standing(reviews: readonly ToldReview[]): readonly Approval[] {
  const lastWords = new Map<number | bigint, Approval & Pick<ToldReview, "state" | "dismissed">>();
  for (const { user, state, commit_id, dismissed = false } of reviews) {
    if (user === null || !LAST_WORDS.includes(state)) continue;
    lastWords.set(user.id, { by: accountOf(user), commit: commit_id, state, dismissed });
  }
  return [...lastWords.values()]
    .filter(({ state, dismissed }) => state === "APPROVED" && dismissed !== true)
    .map(({ by, commit }) => ({ by, commit }));
}
