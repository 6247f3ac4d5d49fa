import { describe, expect, test } from "vitest";
import { wayBack } from "../../../actions/rollback/way-back.ts";
import { appended } from "../../../shared/ledger/chain.ts";
import type { LedgerEntry } from "../../../shared/ledger/line.ts";
import { DIGEST, entry, share } from "../../shared/ledger/entries.ts";

const line = (event: LedgerEntry["event"], digest: string, version: string, before: LedgerEntry["before"] = []) =>
  entry({ event, digest, version, before, after: [share(digest, 100)] });
const ONE = line("healthy", DIGEST.one, "1.0.0");
const TWO = line("healthy", DIGEST.two, "2.0.0");
const THREE = line("healthy", DIGEST.three, "3.0.0");

describe("the way back", () => {
  test.each<[string, readonly LedgerEntry[], string, string | null, string]>([
    ["from what is served is the one before", [ONE, TWO], DIGEST.two, null, "1.0.0"],
    [
      "from what is underway is what serves",
      [ONE, TWO, line("intent", DIGEST.three, "3.0.0")],
      DIGEST.three,
      null,
      "2.0.0",
    ],
    ["from what failed is what serves", [ONE, TWO, line("bad", DIGEST.three, "3.0.0")], DIGEST.three, null, "2.0.0"],
    ["to a version is that one", [ONE, TWO, THREE], DIGEST.three, "1.0.0", "1.0.0"],
    [
      "leaves out what was taken back itself",
      [ONE, TWO, line("rolledBack", DIGEST.one, "1.0.0", [share(DIGEST.two, 100)]), THREE],
      DIGEST.three,
      null,
      "1.0.0",
    ],
  ])("%s", (_, entries, wanted, to, version) => {
    const chain = appended([], entries);
    expect(wayBack(chain, { wanted, to }).healthy.version).toBe(version);
  });

  test.each<[string, readonly LedgerEntry[], string | null, string]>([
    ["there was none before", [ONE], null, "nothing is there"],
    ["nobody was ever served", [], null, "nothing is there"],
    ["the version is not known", [TWO, ONE], "9.9.9", '--to: "2.0.0"'],
    ["the version is the one that is wanted", [TWO, ONE], "1.0.0", '--to: "2.0.0"'],
  ])("is refused where %s", (_, entries, to, fix) => {
    const chain = appended([], entries);
    const ask = () => wayBack(chain, { wanted: DIGEST.one, to });
    expect(ask).toThrow(expect.objectContaining({ code: "usage", fix: expect.stringContaining(fix) }));
  });
});
