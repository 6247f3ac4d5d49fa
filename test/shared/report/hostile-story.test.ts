import { describe, expect, test } from "vitest";
import { appended } from "../../../shared/ledger/chain.ts";
import { type Incident, incidentPack } from "../../../shared/report/incident.ts";
import { renderProposal } from "../../../shared/report/proposal.ts";
import { storyWords } from "../../../shared/report/story.ts";
import { DIGEST, entry, share } from "../ledger/entries.ts";
import { strange, type Text } from "./hostile-reading.ts";
import { GITHUB_STRINGS, NAUGHTY_STRINGS } from "./hostile-strings.ts";
import { READERS, type ReadMarkdown } from "./markdown-readers.ts";
import { RUN } from "./told.ts";

const STRINGS = [...GITHUB_STRINGS, ...NAUGHTY_STRINGS].filter((text) => text.trim() !== "");
const FAILED = { digest: DIGEST.two, commit: "b".repeat(40) };

/** With a text in every field of a line that others could write. */
function hostileChain(text: Text) {
  const line = () => {
    const shares = [
      { ...share(DIGEST.one, 90), version: text() },
      { ...share(DIGEST.two, 10), version: null, deployedModelId: text() },
    ];
    return entry({ model: text(), version: text(), actor: text(), reason: text(), before: shares, after: shares });
  };
  return appended(
    [],
    [
      { ...line(), event: "healthy" },
      { ...line(), ...FAILED, event: "intent" },
      { ...line(), ...FAILED, event: "shifted" },
      { ...line(), ...FAILED, event: "bad" },
    ],
  );
}

function incidentOf(text: Text): Incident {
  const chain = hostileChain(text);
  const ended = chain.at(-1)!;
  return { failed: ended, ended, chain, runbook: text(), proposal: { branch: text() }, run: RUN };
}

function story(text: Text) {
  const chain = hostileChain(text);
  return {
    failed: chain.at(-1)!,
    chain,
    manifest: text(),
    how: "revert",
    brought: "b".repeat(40),
    champion: chain[0]!,
    branch: text(),
    base: text(),
    startsNoWorkflow: true,
  } as const;
}

const WORDS = storyWords(RUN);
const page = (name: string) => (text: Text) => incidentPack(incidentOf(text)).find((each) => each.name === name)!.text;
const SINKS: Readonly<Record<string, (text: Text) => string>> = {
  "revert's body": (text) => renderProposal(story(text), RUN).body,
  "comment that follows": (text) => WORDS.progress(hostileChain(text)),
  "comment of the outcome": (text) => WORDS.outcome(hostileChain(text).at(-1)!, hostileChain(text)),
  "issue of a frozen endpoint": (text) => {
    const frozen = hostileChain(text).at(-1)!;
    return WORDS.frozen({ ...frozen, endpoint: text() }, frozen.after).body;
  },
  "incident's overview": page("README.md"),
  "incident's timeline": page("timeline.md"),
  "incident's shares": page("served.md"),
  "incident's post-mortem": page("post-mortem.md"),
};

/** Every text is read by both, in one sink or another. */
const SHARE = 4;

describe.each(Object.entries(SINKS).map(([name, render], place) => [name, render, place] as const))(
  "in the %s",
  (_, render, place) => {
    test.each(Object.entries(READERS))("as %s reads it, no text becomes anything but text", (__, read) => {
      const shape = read(render(() => "word")).shape;
      for (const text of STRINGS.filter((___, index) => index % SHARE === place % SHARE)) {
        const markdown = render(() => text);
        const found = withoutOurs(read(markdown));
        const shown = JSON.stringify(text.slice(0, 200));
        expect(strange(markdown, found), shown).toEqual([]);
        expect(found.shape, shown).toEqual(shape);
      }
    });
  },
);

/** The pack's own pages, and the pull request that a number leads to. */
const OURS = /^(timeline|served|post-mortem)\.md$|^https:\/\/github\.example\/growth\/models\/pull\/7$/;

function withoutOurs(found: ReadMarkdown): ReadMarkdown {
  return { ...found, links: found.links.filter((link) => !OURS.test(link)) };
}

test("a title names nobody and no issue", () => {
  for (const text of STRINGS) {
    const { title } = renderProposal(
      story(() => text),
      RUN,
    );
    const frozen = WORDS.frozen({ ...hostileChain(() => text).at(-1)!, endpoint: text }, []);
    expect(frozen.title).toMatch(/^Frozen: endpoint [\w.-]{0,63}$/);
    expect(title).toMatch(/^Revert (a release|[a-z][a-z0-9-]*) [\w.+-]{1,64}: it failed in production$/);
  }
});
