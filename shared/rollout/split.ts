import type { Split } from "../ports/endpoint.ts";

/**
 * The challenger's share beside those who had the traffic before it, each in proportion, in whole percents by the
 * largest remainder. Who had nothing keeps nothing: rounding never hands traffic to a parked release.
 */
export function canarySplit(restore: Split, challenger: string, percent: number): Split {
  const others = Object.entries(restore).filter(([id, share]) => id !== challenger && share > 0);
  if (others.length === 0 || percent === 100) return { [challenger]: 100 };
  const rest = 100 - percent;
  const total = others.reduce((sum, [, share]) => sum + share, 0);
  const exact = others.map(([id, share]) => ({ id, exact: (rest * share) / total }));
  const floors = exact.map((each) => ({ ...each, percent: Math.floor(each.exact) }));
  const left = rest - floors.reduce((sum, each) => sum + each.percent, 0);
  const raised = new Set(
    floors
      .toSorted((a, b) => b.exact - b.percent - (a.exact - a.percent) || (a.id < b.id ? -1 : 1))
      .slice(0, left)
      .map(({ id }) => id),
  );
  const shares = floors.map(({ id, percent: floor }) => [id, floor + (raised.has(id) ? 1 : 0)] as const);
  return servedOf(Object.fromEntries([...shares, [challenger, percent] as const]));
}

/** Whether both give the same traffic to the same models; who is named with nothing counts as not named. */
export function isSameSplit(one: Split, other: Split): boolean {
  const [left, right] = [servedOf(one), servedOf(other)];
  const ids = Object.keys(left);
  return ids.length === Object.keys(right).length && ids.every((id) => left[id] === right[id]);
}

function servedOf(split: Split): Split {
  return Object.fromEntries(Object.entries(split).filter(([, percent]) => percent > 0));
}
