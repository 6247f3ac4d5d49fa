import { expect, test } from "vitest";
import { saidBy } from "../../../../shared/adapters/git/said.ts";

const TOKEN = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";

test.each([
  [
    "a token in an address",
    `fatal: unable to access 'https://x-access-token:${TOKEN}@github.com/a/b/': no`,
    "fatal: unable to access 'https://***@github.com/a/b/': no",
  ],
  ["a password in a proxy's", "fatal: proxy http://ann:swordfish@proxy:8080", "fatal: proxy http://***@proxy:8080"],
  [
    "a header",
    "remote: Authorization: Bearer ya29.a0AfH6SMBexample and more",
    "remote: Authorization: Bearer *** and more",
  ],
  ["a header of Git's own", "error: AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW4=", "error: AUTHORIZATION: basic ***"],
  ["a token by itself", `remote: ${TOKEN} is not valid`, "remote: *** is not valid"],
])("nothing is told of %s", (_, said, told) => expect(saidBy(said)).toBe(told));

test.each([
  ["escapes and controls are blanks", "fatal: \u001b[31mred\u001b[0m\r\u202eback", "fatal:  [31mred [0m back"],
  ["what comes on a line of its own stays there", "hint: x\nfatal: y\n::error::z", "fatal: y"],
  ["a remote that says nothing said nothing", "", "git said nothing"],
  ["an address that names nobody stays", "fatal: https://github.com/a@b/c", "fatal: https://github.com/a@b/c"],
])("%s", (_, said, told) => expect(saidBy(said)).toBe(told));

test("ten megabytes are a line", () => {
  expect(saidBy(`fatal: ${"x".repeat(10_000_000)}`)).toHaveLength(300);
});
