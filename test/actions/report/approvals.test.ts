import { describe, expect, test } from "vitest";
import { manifestWith, reportIn } from "./world.ts";

describe("approving reviews", () => {
  const loosened = { head: { "churn/release.yaml": manifestWith({ min: 0.1 }) } };
  const by = (login: string) => ({ login, id: 1 });

  test.each<[string, string, "head" | "base", string]>([
    ["of an approver at the head counts", "octocat", "head", "pass"],
    ["of an approver in another case counts", "OctoCat", "head", "pass"],
    ["of an approver at an older head does not", "octocat", "base", "fail"],
    ["of somebody else does not", "stranger", "head", "fail"],
  ])("one %s", async (_, login, at, verdict) => {
    const reviews = (commits: { head: string; base: string }) => ({
      reviews: [{ by: by(login), state: "approved", commit: commits[at] } as const],
    });
    const { step } = await reportIn({ ...loosened, pullRequest: reviews });
    expect(step.verdict).toBe(verdict);
  });

  test("by somebody whom only the pull request makes an approver do not count", async () => {
    const own = manifestWith({ min: 0.1 }).replace("[octocat, hubot]", "[mallory]");
    const reviews = ({ head }: { head: string }) => ({
      reviews: [{ by: by("mallory"), state: "approved", commit: head } as const],
    });
    const { step } = await reportIn({ head: { "churn/release.yaml": own }, pullRequest: reviews });
    expect(step.verdict).toBe("fail");
  });
});
