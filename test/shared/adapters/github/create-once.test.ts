import { expect, test } from "vitest";
import { createOnce } from "../../../../shared/adapters/github/create-once.ts";

const lost = Object.assign(new Error("Bad Gateway"), { status: 502 });
const refused = Object.assign(new Error("Validation Failed"), { status: 422 });

type Outcome = "made" | Error;

/** What is done, in order, where the attempts end like this and this is found after each. */
async function walk(attempts: readonly Outcome[], found: readonly (string | undefined)[]): Promise<readonly string[]> {
  const events: string[] = [];
  const [ends, findings] = [[...attempts], [...found]];
  const create = async (): Promise<string> => {
    events.push("create");
    const end = ends.shift()!;
    if (end instanceof Error) throw end;
    return end;
  };
  const find = async (): Promise<string | undefined> => {
    events.push("find");
    return findings.shift();
  };
  const pause = async (): Promise<void> => void events.push("pause");
  const end = await createOnce({ create, find, pause }).catch((error: Error) => error.message);
  return [...events, end];
}

test.each<[string, readonly Outcome[], readonly (string | undefined)[], readonly string[]]>([
  ["an answer is all", ["made"], [], ["create", "made"]],
  ["a refusal is final", [refused], [], ["create", "Validation Failed"]],
  ["what was made is found after a pause", [lost], ["there"], ["create", "pause", "find", "there"]],
  ["what was not is made", [lost, "made"], [undefined], ["create", "pause", "find", "create", "made"]],
  [
    "a refusal of the second is final",
    [lost, refused],
    [undefined],
    ["create", "pause", "find", "create", "Validation Failed"],
  ],
  [
    "the second is looked for as well",
    [lost, lost],
    [undefined, "there"],
    ["create", "pause", "find", "create", "pause", "find", "there"],
  ],
  [
    "there is no third",
    [lost, lost],
    [undefined, undefined],
    ["create", "pause", "find", "create", "pause", "find", "Bad Gateway"],
  ],
])("of what is created once, %s", async (_, attempts, found, events) => {
  expect(await walk(attempts, found)).toEqual(events);
});
