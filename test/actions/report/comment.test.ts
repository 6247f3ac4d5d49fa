import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CommentRequest, putComment } from "../../../actions/report/comment.ts";
import { Failure } from "../../../shared/failure.ts";
import { isNewer, markerText } from "../../../shared/report/marker.ts";
import { ACTIONS_BOT, type KeptComment, OCTOCAT } from "../../fakes/forge/state.ts";
import { type FakeForge, fakeForge } from "../../fakes/forge.ts";
import { recordedLog } from "../../fakes/log.ts";

const bodyOf = (runId: number, attempt = 1, text = "how it stands"): string =>
  `${markerText({ runId, attempt })}\n${text}`;

const kept = (id: number, body: string, differing: Partial<KeptComment> = {}): KeptComment => ({
  id,
  pullRequest: 7,
  author: ACTIONS_BOT,
  body,
  isHidden: false,
  ...differing,
});

async function put(comments: KeptComment[], differing: Partial<CommentRequest> = {}) {
  const forge = fakeForge({ comments });
  const { log, infos } = recordedLog();
  const marker = { runId: 20, attempt: 1 };
  const request = { pullRequest: 7, body: bodyOf(20), marker, mode: "update", isCorrection: false } as const;
  const comment = await putComment({ ...request, ...differing }, { comments: forge.comments, log });
  return { comment, forge, infos };
}

const told = ({ state }: FakeForge): readonly string[] => state.comments.map(({ id, body }) => `${id}: ${body}`);

describe("the comment", () => {
  test("is written where there is none", async () => {
    const { comment, forge } = await put([]);
    expect(told(forge)).toEqual([`1001: ${bodyOf(20)}`]);
    expect(comment?.id).toBe(1001);
  });

  test.each<[string, CommentRequest["mode"], readonly string[]]>([
    ["is written anew", "update", [`5: ${bodyOf(20)}`]],
    ["moves to the end", "recreate", [`1001: ${bodyOf(20)}`]],
    ["follows the old one, which is folded", "hide-and-new", [`5: ${bodyOf(19)}`, `1001: ${bodyOf(20)}`]],
  ])("%s by %s", async (_, mode, expected) => {
    const { forge } = await put([kept(5, bodyOf(19))], { mode });
    expect(told(forge)).toEqual(expected);
    expect(forge.state.comments.filter(({ isHidden }) => isHidden).map(({ id }) => id)).toEqual(
      mode === "hide-and-new" ? [5] : [],
    );
  });

  test.each<[string, number, number, boolean]>([
    ["of an older run", 19, 9, true],
    ["of an older attempt of this run", 20, 0, true],
    ["of this very attempt", 20, 1, true],
    ["of a newer attempt", 20, 2, false],
    ["of a newer run", 21, 1, false],
  ])("%s is overwritten: %s.%s %s", async (_, runId, attempt, isOverwritten) => {
    const { comment, forge, infos } = await put([kept(5, bodyOf(runId, attempt))]);
    expect(told(forge)).toEqual([`5: ${isOverwritten ? bodyOf(20) : bodyOf(runId, attempt)}`]);
    expect(comment?.id).toBe(5);
    expect(infos.length).toBe(isOverwritten ? 0 : 1);
  });

  test("is the newest of several, wherever it stands", async () => {
    const { forge } = await put([kept(5, bodyOf(19)), kept(6, bodyOf(18))]);
    expect(told(forge)).toEqual([`5: ${bodyOf(20)}`, `6: ${bodyOf(18)}`]);
  });

  test("is written again where somebody has deleted it meanwhile", async () => {
    const forge = fakeForge({ comments: [kept(5, bodyOf(19))] });
    const comments = { ...forge.comments, update: async () => undefined };
    const request = { pullRequest: 7, body: bodyOf(20), marker: { runId: 20, attempt: 1 }, mode: "update" } as const;
    await putComment({ ...request, isCorrection: false }, { comments, log: recordedLog().log });
    expect(told(forge)).toEqual([`5: ${bodyOf(19)}`, `1001: ${bodyOf(20)}`]);
  });

  test("that only corrects is not written where nothing was said", async () => {
    const { comment, forge } = await put([], { isCorrection: true });
    expect([comment, told(forge)]).toEqual([null, []]);
  });

  test("that only corrects takes the place of what was said", async () => {
    const { forge } = await put([kept(5, bodyOf(19))], { isCorrection: true });
    expect(told(forge)).toEqual([`5: ${bodyOf(20)}`]);
  });
});

test.each<[string, KeptComment]>([
  ["somebody else's, with our marker of a newer run", kept(5, bodyOf(99), { author: OCTOCAT })],
  ["nobody's any more", kept(5, bodyOf(99), { author: null })],
  ["ours without a marker", kept(5, "hello")],
  ["ours that quotes the marker", kept(5, `> ${bodyOf(99)}`)],
  ["ours on another pull request", kept(5, bodyOf(19), { pullRequest: 8 })],
])("a comment that is %s is left alone", async (_, comment) => {
  const { forge } = await put([comment]);
  expect(told(forge)).toEqual([`5: ${comment.body}`, `1001: ${bodyOf(20)}`]);
});

test.each<[CommentRequest["mode"], string]>([
  ["recreate", "comments.delete"],
  ["hide-and-new", "comments.hide"],
])("where the old one cannot be put away by %s, the new one is there all the same", async (mode, call) => {
  const forge = fakeForge({ comments: [kept(5, bodyOf(19))] });
  forge.failing.set(call, new Failure("forge-unreachable", "no answer", { fix: "Wait." }));
  const { log, infos } = recordedLog();
  const request = { pullRequest: 7, body: bodyOf(20), marker: { runId: 20, attempt: 1 }, isCorrection: false };
  expect((await putComment({ ...request, mode }, { comments: forge.comments, log }))?.id).toBe(1001);
  expect(infos).toEqual(["The comment before it stays as it is: no answer."]);
});

test("where nothing can be folded, the new one is written all the same", async () => {
  const forge = fakeForge({ comments: [kept(5, bodyOf(19))], knows: { checks: true, hiding: false } });
  const request = { pullRequest: 7, body: bodyOf(20), marker: { runId: 20, attempt: 1 }, isCorrection: false };
  const ports = { comments: forge.comments, log: recordedLog().log };
  expect((await putComment({ ...request, mode: "hide-and-new" }, ports))?.id).toBe(1001);
});

test("in whatever order runs come to their end, one comment stays, and it is the newest run's", async () => {
  const marker = fc.record({ runId: fc.integer({ min: 1, max: 4 }), attempt: fc.integer({ min: 1, max: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(marker, { minLength: 1, maxLength: 8 }), async (markers) => {
      const forge = fakeForge();
      const ports = { comments: forge.comments, log: recordedLog().log };
      for (const each of markers) {
        const body = bodyOf(each.runId, each.attempt);
        await putComment({ pullRequest: 7, body, marker: each, mode: "update", isCorrection: false }, ports);
      }
      const newest = markers.reduce((best, each) => (isNewer(each, best) ? each : best));
      expect(told(forge)).toEqual([`1001: ${bodyOf(newest.runId, newest.attempt)}`]);
    }),
    { numRuns: 200 },
  );
});
