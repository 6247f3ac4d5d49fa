import { expect, test } from "vitest";
import { othersActions, STAND_INS } from "./stand-ins.ts";

test("every action of somebody else's that an example uses has a stand-in, and there is none besides", () => {
  const used = new Set(othersActions().map((uses) => uses.split("@", 1)[0]));
  expect(STAND_INS.map(({ action }) => action).sort()).toEqual([...used].sort());
});
