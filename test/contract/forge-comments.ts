import { describe, expect, test } from "vitest";
import { ACTIONS_BOT, keptPullRequest, OCTOCAT } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

const MARK = "<!-- model-release:v1 churn -->";

/** What is said on a pull request. */
export function commentsContract(title: string, world: ForgeWorlds): void {
  describe(`${title}: comments`, () => {
    test("one is created, found again by its text, changed and deleted", async () => {
      const { forge, state } = await world();
      const created = await forge.comments.create(7, `${MARK}\none`);
      expect(await forge.comments.own(7, MARK)).toEqual([created]);
      const changed = await forge.comments.update(created.id, `${MARK}\ntwo`);
      expect(changed).toEqual({ ...created, body: `${MARK}\ntwo` });
      expect(state.comments).toMatchObject([{ id: created.id, body: `${MARK}\ntwo`, author: ACTIONS_BOT }]);
      await forge.comments.delete(created.id);
      expect(state.comments).toEqual([]);
    });

    test("another's comment is none of ours, whatever stands in it", async () => {
      const kept = (id: number, author: typeof OCTOCAT | null, body: string) => {
        return { id, author, body, pullRequest: 7, isHidden: false };
      };
      const forged = [
        kept(1, OCTOCAT, MARK),
        kept(2, { login: "github-actions[bot]", id: 999 }, MARK),
        kept(3, null, MARK),
      ];
      const { forge } = await world({
        comments: [...forged, kept(4, ACTIONS_BOT, "no mark"), kept(5, ACTIONS_BOT, `x ${MARK}`)],
      });
      expect((await forge.comments.own(7, MARK)).map(({ id }) => id)).toEqual([5]);
    });

    test("ours is found behind 230 others", async () => {
      const comments = Array.from({ length: 231 }, (_, index) => ({
        id: index + 1,
        pullRequest: 7,
        author: index === 230 ? ACTIONS_BOT : OCTOCAT,
        body: MARK,
        isHidden: false,
      }));
      const { forge } = await world({ comments });
      expect((await forge.comments.own(7, MARK)).map(({ id }) => id)).toEqual([231]);
    });

    test("one that was deleted meanwhile cannot be changed, and is deleted already", async () => {
      const { forge } = await world();
      expect(await forge.comments.update(5, "x")).toBeUndefined();
      await forge.comments.delete(5);
      expect(await forge.comments.hide(5)).toBe(false);
    });

    test("one is hidden", async () => {
      const { forge, state } = await world();
      const { id } = await forge.comments.create(7, MARK);
      expect(await forge.comments.hide(id)).toBe(true);
      expect(state.comments).toMatchObject([{ isHidden: true }]);
    });

    test("any text survives", async () => {
      const { forge } = await world();
      const body = "```\n::error::x\u202e &#64; \u{1f600} '\" \\ </details>\n\ttab ```";
      expect((await forge.comments.create(7, body)).body).toBe(body);
    });

    test("on a closed pull request one may comment, on a locked one nobody", async () => {
      const { forge, state } = await world({
        pullRequests: [keptPullRequest(7, { state: "closed" }), keptPullRequest(8, { isLocked: true })],
        comments: [{ id: 1, pullRequest: 8, author: ACTIONS_BOT, body: MARK, isHidden: false }],
      });
      await forge.comments.create(7, MARK);
      expect(state.comments).toHaveLength(2);
      await expect(forge.comments.create(8, MARK)).rejects.toMatchObject({ code: "forge-locked" });
      await expect(forge.comments.update(1, "x")).rejects.toMatchObject({ code: "forge-locked" });
    });

    test("65,536 characters are taken, one more is refused", async () => {
      const { forge } = await world();
      const { id } = await forge.comments.create(7, "x".repeat(65_536));
      await expect(forge.comments.create(7, "x".repeat(65_537))).rejects.toMatchObject({ code: "forge-refused" });
      await expect(forge.comments.update(id, "x".repeat(65_537))).rejects.toMatchObject({ code: "forge-refused" });
    });

    test("where no pull request is, none can be written", async () => {
      await expect((await world()).forge.comments.create(8, MARK)).rejects.toMatchObject({ code: "forge-missing" });
    });
  });
}
