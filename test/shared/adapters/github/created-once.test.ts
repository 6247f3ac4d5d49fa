import { array, assert, asyncProperty, constantFrom, record } from "fast-check";
import { expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { refused, type Trouble, tooFast } from "../../../fakes/forge/http/trouble.ts";
import { world } from "./world.ts";

const EVENTS = {
  "a reset before": { before: "reset" },
  "a reset after": { after: "reset" },
  "502 before": { before: refused(502, "Bad Gateway") },
  "502 after": { after: refused(502, "Bad Gateway") },
  "half an answer": { after: "cut" },
  "a limit": { before: tooFast(429, 1) },
} satisfies Record<string, Omit<Trouble, "on">>;

const trouble = record({
  on: constantFrom(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    "POST /graphql",
  ),
  event: constantFrom(...(Object.keys(EVENTS) as (keyof typeof EVENTS)[])),
});

test("whatever befalls its requests, a comment is there once or it is a failure", async () => {
  const once = asyncProperty(array(trouble, { maxLength: 6 }), async (befalling) => {
    const troubles = befalling.map(({ on, event }) => ({ on, ...EVENTS[event] }));
    await using here = await world({ troubles });
    const created = await here.forge.comments.create(7, "one").catch((error: unknown) => error);
    expect(here.state.comments.length).toBeLessThanOrEqual(1);
    if (created instanceof Failure) expect(["forge-unreachable", "forge-limited"]).toContain(created.code);
    else expect(here.state.comments).toMatchObject([{ id: (created as { id: number }).id }]);
    expect(here.server.violations).toEqual([]);
  });
  await assert(once, { numRuns: 30, seed: 20 });
});
