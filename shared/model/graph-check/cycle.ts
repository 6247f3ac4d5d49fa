/** Edges as pairs of node numbers: from, to, from, to, … */
export type Edges = readonly number[];

/** The nodes of one cycle, in order, or null. Takes time linear in nodes and edges, and no recursion. */
export function findCycle(nodeCount: number, edges: Edges): readonly number[] | null {
  const waiting = new Int32Array(nodeCount);
  for (let edge = 1; edge < edges.length; edge += 2) waiting[edges[edge]!]!++;
  const { starts, targets } = successors(nodeCount, edges);
  const ready: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (waiting[node] === 0) ready.push(node);
  let done = 0;
  for (; done < ready.length; done++) {
    const node = ready[done]!;
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      if (--waiting[targets[at]!]! === 0) ready.push(targets[at]!);
    }
  }
  return done === nodeCount ? null : walkBack(waiting, edges);
}

/** Compressed rows: the targets of node n are targets[starts[n] … starts[n + 1]]. */
function successors(nodeCount: number, edges: Edges): { readonly starts: Int32Array; readonly targets: Int32Array } {
  const starts = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edges.length; edge += 2) starts[edges[edge]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!;
  const targets = new Int32Array(edges.length / 2);
  const next = starts.slice();
  for (let edge = 0; edge < edges.length; edge += 2) targets[next[edges[edge]!]!++] = edges[edge + 1]!;
  return { starts, targets };
}

/** Every node that still waits has a predecessor that waits; going back from one to the next must come round. */
function walkBack(waiting: Int32Array, edges: Edges): readonly number[] {
  const before = new Int32Array(waiting.length).fill(-1);
  for (let edge = 0; edge < edges.length; edge += 2) {
    if (waiting[edges[edge]!]! > 0) before[edges[edge + 1]!] = edges[edge]!;
  }
  const place = new Map<number, number>();
  const walked: number[] = [];
  let node = waiting.findIndex((count) => count > 0);
  while (!place.has(node)) {
    place.set(node, walked.length);
    walked.push(node);
    node = before[node]!;
  }
  const [first, ...back] = walked.slice(place.get(node));
  return [first!, ...back.reverse()];
}
