import { describe, expect, test } from "vitest";
import { clipped, code, fenced, htmlText, lines, link, md, text } from "../../../shared/report/escape.ts";
import { table } from "../../../shared/report/markdown.ts";

const Z = "\u200b";

describe("words", () => {
  test.each([
    ["plain words stay", "a model, 0.5 % off", "a model, 0.5 % off"],
    ["a person is nobody", "ask @octocat", `ask @${Z}octocat`],
    ["an address of mail is none", "a@b.example", `a${Z}@${Z}b.example`],
    ["an issue is none", "fixes #12", `fixes #${Z}12`],
    ["nor is one with letters before it", "GH-12", `GH-${Z}12`],
    ["a commit is none", "0123456789ab", `012345${Z}6789ab`],
    ["a digest is too long for one", "0".repeat(41), "0".repeat(41)],
    ["an address is none", "https://evil.example", `https:/${Z}/evil.example`],
    ["nor is one without a scheme", "www.evil.example", `www${Z}.evil.example`],
    ["a picture is none", ":tada:", `:${Z}tada:`],
    ["a command is none", "::error::x", `:${Z}:${Z}error:${Z}:x`],
    ["a group is none", "##[group]", `\\##${Z}\\[group\\]`],
    ["a tag is shown", "<b>", "&lt;b&gt;"],
    ["an entity is shown, even to who decodes twice", "&#64;", `&${Z}#${Z}64;`],
    ["a lone ampersand stays", "a & b", "a & b"],
    ["a formula is code", "$x$", "`$`x`$`"],
    ["emphasis is shown", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"],
    ["a link is shown", "[a](b)", "\\[a\\](b)"],
    ["a picture before a link is no image", "look!", "look\\!"],
    ["a heading is shown", "# a", "\\# a"],
    ["an item is shown", "- a", "\\- a"],
    ["a number of a list too", "1. a", "1\\. a"],
    ["a version is no list", "1.0.0", "1.0.0"],
    ["lines become one", "a\n\n b", "a b"],
    ["what is not seen is", "a\u202eb\u0000", "a\ufffdb\ufffd"],
    ["half a character is none", "a\ud800", "a\ufffd"],
    ["marks are not piled up", `e${"\u0301".repeat(9)}`, `e${"\u0301".repeat(4)}`],
    ["joined characters stay joined", "👩‍👧", "👩‍👧"],
    ["code within stays code", "run `pack`", "run `pack`"],
    ["a lone backtick is shown", "a ` b", "a \\` b"],
    ["nothing stays nothing", "", ""],
  ])("%s", (_, given, written) => {
    expect(text(given)).toBe(written);
  });

  test("a long text is cut where a character ends", () => {
    expect(text("ab😀", 3)).toBe("ab…");
    expect(clipped("ab😀", 4)).toBe("ab😀");
  });

  test("line breaks are kept where they are asked for, empty lines are not", () => {
    expect(lines("a\r\n\n  \nb")).toBe("a<br>b");
  });
});

describe("code", () => {
  test.each([
    ["stands between backticks", "a b", "`a b`"],
    ["that holds backticks stands between more", "a``b", "```a``b```"],
    ["that begins with one has a space before it", "`a", "`` `a ``"],
    ["of nothing says so", "", "(nothing)"],
    ["of spaces says so", "  ", "(spaces)"],
    ["shows what is not seen", "a\n\u202e", "`a\\n\\u{202e}`"],
    ["names nobody in a mail", "@octocat", `\`@${Z}octocat\``],
    ["is no command in a log", "::error::", `\`:${Z}:error:${Z}:\``],
    ["is to be copied otherwise", "https://a.example/#1", "`https://a.example/#1`"],
  ])("%s", (_, given, written) => {
    expect(code(given)).toBe(written);
  });

  test("keeps its pipes in a table", () => {
    const rows = table([{ title: md`a`, align: "l" }], [[code("a|b")], [code("a\\|b")], [text("a|b")]]);
    expect(rows.split("\n").slice(2)).toEqual(["| `a\\|b` |", `| \`a\\${Z}\\|b\` |`, "| a\\|b |"]);
  });
});

test.each([
  ["a tag", "</summary>", "&#60;/summary&#62;"],
  ["a person", "@octocat", `@${Z}octocat`],
  ["a commit in a version", "1.0.0+0123456", `1.0.0+012345${Z}6`],
  ["a formula", "$x$", "＄x＄"],
])("between tags %s is shown", (_, given, written) => {
  expect(htmlText(given)).toBe(written);
});

test("a fence keeps its lines and shows what is not seen", () => {
  expect(fenced("a\nb\t\u0007")).toBe("a\nb\\t\\u{7}");
});

test("a link ends where we end it", () => {
  const made = link(md`page`, "https://github.example/a_(b)|*c*");
  expect(made).toBe("[page](https://github.example/a%5F%28b%29%7C%2Ac%2A)");
});
