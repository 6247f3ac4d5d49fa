import type { RehearsalEvidence, RehearsedWalk } from "../../evidence/rehearsal.ts";
import { fail, pass } from "../reasons.ts";
import type { Rule } from "../rule.ts";
import type { Reason } from "../verdict.ts";

/** A parked champion is one write away. */
const WAY_BACK = 1;

/** The release can be put where it is to serve, and the champion be brought back by one write. */
export const rehearsal: Rule<"rehearsal"> = {
  gate: "rehearsal",
  reads: "rehearsal",
  excuse: ({ policy }) => (policy.isServed ? null : "the manifest does not say what serves the model, and where"),
  judge({ promotion, return: wayBack }: RehearsalEvidence) {
    const promoted = judgeWalk(
      "promotion",
      promotion,
      "Read what the endpoint refused, and mend the manifest or the model.",
    );
    return wayBack === null ? [promoted] : [promoted, judgeReturn(wayBack)];
  },
};

function judgeReturn(wayBack: RehearsedWalk): Reason {
  const fix = "Keep the champion's artifact and version where they are, so that a revert finds them.";
  const shares = wayBack.writes.filter(({ kind }) => kind !== "alias").length;
  if (!wayBack.isDone || shares === WAY_BACK) return judgeWalk("revert", wayBack, fix);
  const message = `a revert takes ${shares} writes to the endpoint, and ${WAY_BACK} is enough where the champion is parked`;
  return fail({ rule: "revert", measured: shares, limit: WAY_BACK, message, fix });
}

function judgeWalk(rule: string, { isDone, reason, writes }: RehearsedWalk, fix: string): Reason {
  if (!isDone) return fail({ rule, message: `the ${rule} did not come to its end: ${reason}`, fix });
  const counted = writes.length === 1 ? "one write" : `${writes.length} writes`;
  return pass({ rule, measured: writes.length, message: `the ${rule} took ${counted}` });
}
