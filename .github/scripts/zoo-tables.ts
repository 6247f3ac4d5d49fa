/** What a run of the embedded runtime over the zoo found: test/bench/zoo.ts writes it, the docs show it. */
export interface ZooRecord {
  readonly tensorflow: string;
  readonly keras: string;
  readonly keras2: string | null;
  /** Every public layer of that Keras. */
  readonly layers: Readonly<Record<string, ZooLayer>>;
  readonly models: readonly ZooModel[];
}

export interface ZooLayer {
  readonly family: string;
  /** Why no SavedModel can hold it, or null. */
  readonly elsewhere: string | null;
}

export interface ZooModel {
  readonly name: string;
  readonly group: string;
  readonly layers: readonly string[];
  /** The largest between an element of ours and of TensorFlow's; null where they cannot be compared. */
  readonly difference: number | null;
  /** How far TensorFlow's own output goes over the batch; null where that says nothing. */
  readonly spread: number | null;
  /** The part of its spread by which it may differ; more where types are coarser than float32. */
  readonly share: number;
  readonly problem: string | null;
}

const APPLICATIONS = "keras.applications";
const FINE = 1e-3;

/** First what a reader looks for, then every model by its name. */
export function zooTables(record: ZooRecord): string {
  const groups = [...new Set(record.models.map(({ group }) => group))].filter((group) => group !== APPLICATIONS);
  return [
    layerTable(record),
    modelTable(APPLICATIONS, record),
    ...groups.map((group) => modelTable(group, record)),
    versions(record),
  ].join("\n\n");
}

function layerTable({ layers, models }: ZooRecord): string {
  const inFamilies = Object.entries(layers).sort(
    ([a, one], [b, two]) => byText(one.family, two.family) || byText(a, b),
  );
  const servable = inFamilies.filter(([, { elsewhere }]) => elsewhere === null);
  const passing = servable.filter(([name]) => {
    const held = holding(name, models);
    return held.length > 0 && held.every(({ problem }) => problem === null);
  });
  const rows = inFamilies.map(([name, layer], index) => {
    const isFirst = inFamilies[index - 1]?.[1].family !== layer.family;
    return row(isFirst ? layer.family : "", `\`${name}\``, ...layerCells(layer, holding(name, models)));
  });
  const head = `### keras.layers: ${passing.length} of ${servable.length}`;
  return [head, "", row("family", "layer", "models", "largest difference / spread", ""), rule(5), ...rows].join("\n");
}

function layerCells({ elsewhere }: ZooLayer, held: readonly ZooModel[]): readonly string[] {
  if (elsewhere !== null) return ["–", "–", `in no SavedModel: ${elsewhere}`];
  if (held.length === 0) return ["0", "–", "not measured"];
  const missed = held.filter(({ problem }) => problem !== null).map(({ name }) => name);
  const shares = held.filter(({ share }) => share <= FINE).flatMap((model) => shareOf(model) ?? []);
  const largest = shares.length === 0 ? null : Math.max(...shares);
  return [String(held.length), figure(largest), missed.length === 0 ? "pass" : `misses in ${missed.join(", ")}`];
}

function holding(layer: string, models: readonly ZooModel[]): readonly ZooModel[] {
  return models.filter(({ layers }) => layers.includes(layer));
}

function modelTable(group: string, { models }: ZooRecord): string {
  const members = models.filter((model) => model.group === group);
  const passing = members.filter(({ problem }) => problem === null).length;
  const rows = members.map((model) => {
    const { name, difference, spread, problem } = model;
    return row(name, figure(difference), figure(spread), figure(shareOf(model)), problem ?? "pass");
  });
  const title = `### ${group}: ${passing} of ${members.length}`;
  const head = row("model", "largest difference", "spread", "of its spread", "");
  return [title, "", head, rule(5), ...rows].join("\n");
}

function versions({ tensorflow, keras, keras2 }: ZooRecord): string {
  const old = keras2 === null ? "" : `, tf_keras ${keras2} for Keras 2`;
  return `Measured against TensorFlow ${tensorflow} with Keras ${keras}${old}.`;
}

function shareOf({ difference, spread }: ZooModel): number | null {
  if (difference === 0) return 0;
  return difference === null || !spread ? null : difference / spread;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}

function rule(columns: number): string {
  return `|${"---|".repeat(columns)}`;
}

function figure(value: number | null): string {
  if (value === null) return "–";
  if (value === 0) return "0";
  return value < 1e-3 ? value.toExponential(1) : value.toPrecision(2);
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
