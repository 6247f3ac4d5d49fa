import { describe, expect, test } from "vitest";
import { anchorFinder } from "../../../../../shared/model/beside/lint/anchors.ts";

const anchorsIn = anchorFinder(["sk-", "sk-ant-", "/home/", "xox"]);

describe("finding anchors", () => {
  test.each([
    ["nothing in nothing", "", []],
    ["an anchor at an even place", "..sk-1", ["sk-"]],
    ["an anchor at an odd place", ".sk-1", ["sk-"]],
    ["an anchor at the very end, at an even place", "..xox", ["xox"]],
    ["an anchor at the very end, at an odd place", ".xox", ["xox"]],
    ["one anchor that begins like another", "sk-ant-", ["sk-", "sk-ant-"]],
    ["no anchor that is cut off", "/home sk xo", []],
    ["every anchor once, however often it stands there", "xox xox /home/ /home/", ["/home/", "xox"]],
    ["an anchor behind its own beginning", "xoxxo /hom/home/", ["/home/", "xox"]],
  ])("%s", (_, text, expected) => {
    expect([...anchorsIn(Buffer.from(text, "latin1"))].sort()).toEqual(expected);
  });
});
