import { play } from "./history.ts";

const [first, count] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 200)];
const began = performance.now();
const kinds = new Map<string, number[]>();
for (let seed = first; seed < first + count; seed += 1) {
  const { problems, story } = await play(seed);
  if (count === 1) console.log(story.join("\n"));
  for (const p of problems) {
    const k = p.slice(0, 60).replace(/\d+/g, "N");
    kinds.set(k, [...(kinds.get(k) ?? []), seed]);
    if (count === 1) console.log(p);
  }
}
for (const [k, seeds] of kinds) console.log(k, seeds.length, seeds.slice(0, 5).join(" "));
console.log(((performance.now() - began) / count).toFixed(1), "ms each");
