import { readFunctions } from "./functions.ts";
import type { Asset, MetaGraph, Saver } from "./graph.ts";
import type { NodeBudget } from "./nodes/budget.ts";
import { nodesOf } from "./nodes/nodes.ts";
import { tableAt } from "./nodes/table.ts";
import { readObjectGraph } from "./object-graph.ts";
import { once } from "./once.ts";
import { parseMessage } from "./protobuf/decode.ts";
import type { Decoded } from "./protobuf/descriptors.ts";
import { readSignatures } from "./signatures.ts";

type Collections = ReadonlyMap<string, Decoded<"CollectionDef">>;

/** Where TensorFlow 1, TensorFlow 2 and its first releases name the node that runs at load. */
const INITIALISER_COLLECTIONS = ["saved_model_main_op", "legacy_init_op"];
const INITIALISER_SIGNATURE = "__saved_model_init_op";

const utf8 = new TextDecoder();

export function readMetaGraph(metaGraph: Decoded<"MetaGraphDef">, file: string, budget: NodeBudget): MetaGraph {
  const { meta_info_def: info, graph_def: graph } = metaGraph;
  const library = graph?.library;
  budget.take((graph?.node?.ranges.length ?? 0) / 2);
  const table = once(() => tableAt(graph?.node));
  const nodes = once(() => nodesOf(table()));
  return {
    tags: info?.tags ?? [],
    tensorflowVersion: info?.tensorflow_version ?? "",
    producer: graph?.versions?.producer ?? 0,
    minConsumer: graph?.versions?.min_consumer ?? 0,
    get nodes() {
      return nodes();
    },
    get table() {
      return table();
    },
    functions: readFunctions(library?.function, budget),
    gradients: new Map(library?.gradient.map(({ function_name, gradient_func }) => [function_name, gradient_func])),
    signatures: readSignatures(metaGraph.signature_def),
    saver: saverOf(metaGraph.saver_def),
    assets: assetsOf(metaGraph, file),
    initialisers: initialisersOf(metaGraph),
    objects: metaGraph.object_graph_def ? readObjectGraph(metaGraph.object_graph_def) : null,
  };
}

function saverOf(saver: Decoded<"SaverDef"> | undefined): Saver | null {
  if (saver === undefined || saver.restore_op_name === "") return null;
  return {
    filenameTensor: saver.filename_tensor_name,
    saveTensor: saver.save_tensor_name,
    restoreOperator: saver.restore_op_name,
  };
}

/** TensorFlow's loader looks into the older collection only where the field is empty. */
function assetsOf({ asset_file_def, collection_def }: Decoded<"MetaGraphDef">, file: string): readonly Asset[] {
  const packed = collection_def.get("saved_model_assets")?.any_list?.value ?? [];
  const assets =
    asset_file_def.length > 0 ? asset_file_def : packed.map(({ value }) => parseMessage("AssetFileDef", value, file));
  return assets.map(({ tensor_info, filename }) => ({ tensor: tensor_info?.name ?? "", file: filename }));
}

function initialisersOf({ collection_def, signature_def }: Decoded<"MetaGraphDef">): readonly string[] {
  const hook = signature_def.get(INITIALISER_SIGNATURE)?.outputs.get(INITIALISER_SIGNATURE)?.name;
  const listed = INITIALISER_COLLECTIONS.flatMap((name) => namesIn(collection_def, name));
  return [...new Set([...listed, hook ?? ""].map(nodeName))].filter((name) => name !== "");
}

function namesIn(collections: Collections, name: string): readonly string[] {
  const collection = collections.get(name);
  return collection?.node_list?.value ?? collection?.bytes_list?.value.map((bytes) => utf8.decode(bytes)) ?? [];
}

/** `^node` and `node:0` both name a node. */
function nodeName(reference: string): string {
  return reference.replace(/^\^/, "").replace(/:\d+$/, "");
}
