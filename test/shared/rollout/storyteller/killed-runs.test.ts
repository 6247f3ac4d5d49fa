import { describe, expect, test } from "vitest";
import { fakeForge } from "../../../fakes/forge.ts";
import { PROMOTION, shown, tell, two } from "./told-lines.ts";

describe("a run that is killed", () => {
  test("another run goes on where one was killed", async () => {
    const [killed, whole] = [fakeForge(), fakeForge()];
    await tell(PROMOTION.slice(0, 2), killed);
    await tell(PROMOTION.slice(2), killed, PROMOTION.slice(0, 2));
    await tell(PROMOTION, whole);
    expect(shown(killed)).toEqual(shown(whole));
  });

  test("what a run wrote down and was killed before it told is told by the next one, and once", async () => {
    const [killed, whole] = [fakeForge(), fakeForge()];
    await tell(PROMOTION.slice(0, 3), killed);
    await tell([], killed, PROMOTION);
    await tell(PROMOTION, whole);
    expect(shown(killed)).toEqual(shown(whole));
    // A person has taken a comment away: it does not come back.
    killed.state.comments.pop();
    await tell([], killed, PROMOTION);
    expect(killed.state.comments).toHaveLength(1);
  });
});

test("what is cleared away after an attempt is no part of its story", async () => {
  const forge = fakeForge();
  await tell(PROMOTION.slice(3), forge, [...PROMOTION, two({ event: "collected" })]);
  expect(forge.state.comments[0]!.body).toContain("**healthy, with all traffic**");
  expect(forge.state.comments[0]!.body).not.toContain("cleared away");
});
