import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { Failure } from "../../../shared/failure.ts";
import { dtypeOf } from "../../../shared/model/dtypes.ts";
import type { GraphNode, MetaGraph, SignatureTensor } from "../../../shared/model/graph.ts";
import { ENUMS } from "../../../shared/model/protobuf/enums.ts";
import { readSavedModel } from "../../../shared/model/saved-model.ts";
import { describeCorpus } from "../../corpus.ts";
import { type CorpusModel, corpusModels, type ExpectedGraph, type ExpectedTensor } from "./corpus-models.ts";

const files = localFiles();

describeCorpus("SavedModels of the corpus", (corpus) => {
  const described = ["savedmodels", "generated"]
    .flatMap((folder) => corpusModels(corpus, folder))
    .filter(({ expected }) => expected.parse === "ok");

  test.each(described.map((model) => [model.title, model] as const))(
    "%s is read as protobuf reads it",
    async (_, model) => {
      const { schemaVersion, metaGraphs } = await readSavedModel(model.directory, files);
      const { description } = model.expected;
      expect(schemaVersion).toBe(description?.saved_model_schema_version);
      expect(metaGraphs.map(summaryOf)).toEqual(description?.meta_graphs.map(expectedSummary));
    },
  );

  test("every champion and challenger can be read", async () => {
    const scenarios = readdirSync(join(corpus, "scenarios")).filter((name) => !name.includes("."));
    for (const name of scenarios) {
      for (const side of ["champion", "challenger"]) {
        const { metaGraphs } = await readSavedModel(join(corpus, "scenarios", name, side), files);
        expect(metaGraphs[0]?.signatures.map((signature) => signature.name)).toContain("serving_default");
      }
    }
    expect(scenarios.length).toBeGreaterThan(10);
  });
});

describeCorpus("malformed models of the corpus", (corpus) => {
  const models = corpusModels(corpus, "malformed");
  const [unparsable, parsable] = [models.filter((model) => !parses(model)), models.filter(parses)];

  test.each(unparsable.map((model) => [model.title, model] as const))("%s is refused", async (_, { directory }) => {
    const failure: unknown = await readSavedModel(directory, files).catch((error) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ exitCode: 2, fix: expect.stringMatching(/^[A-Z].*\.?$/) });
  });

  test.each(parsable.map((model) => [model.title, model] as const))("%s is read", async (_, { directory }) => {
    await expect(readSavedModel(directory, files)).resolves.toBeDefined();
  });

  describe("refusals name what a person should do", () => {
    test("a Git LFS pointer is fetched", async () => {
      const reading = readSavedModel(join(corpus, "malformed/pb_lfs_pointer/model"), files);
      await expect(reading).rejects.toMatchObject({ code: "lfs-pointer", fix: expect.stringContaining("git -C") });
    });
  });
});

/** An empty file and 200 000 empty metagraphs are legal protobuf and no model; `edit_wrongdt` only fails in JSON. */
function parses({ title, expected }: CorpusModel): boolean {
  if (/pb_truncated_0|pb_many_empty_metagraphs/.test(title)) return false;
  return expected.protobuf_parse === "ok" || title.endsWith("edit_wrongdt");
}

function summaryOf(metaGraph: MetaGraph): unknown {
  const inFunctions = metaGraph.functions.flatMap(({ nodes }) => nodes);
  return {
    tags: metaGraph.tags.toSorted(),
    version: metaGraph.tensorflowVersion,
    nodes: metaGraph.nodes.length,
    functions: metaGraph.functions.length,
    operators: counts(metaGraph.nodes),
    library: counts(inFunctions),
    objects: metaGraph.objects?.nodes.length ?? 0,
    signatures: metaGraph.signatures.map(({ name, method, inputs, outputs }) => ({
      name,
      method,
      inputs: inputs.map(tensorSummary),
      outputs: outputs.map(tensorSummary),
    })),
  };
}

function expectedSummary(graph: ExpectedGraph): unknown {
  return {
    tags: graph.tags.toSorted(),
    version: graph.tensorflow_version,
    nodes: graph.graph_nodes,
    functions: graph.functions,
    operators: graph.ops_graph,
    library: graph.ops_functions,
    objects: graph.object_graph_nodes,
    signatures: sorted(graph.signatures).map(([name, { method_name, inputs, outputs }]) => ({
      name,
      method: method_name,
      inputs: sorted(inputs).map(expectedTensor),
      outputs: sorted(outputs).map(expectedTensor),
    })),
  };
}

function tensorSummary({ name, dtype, shape, tensors }: SignatureTensor): unknown {
  return { name, dtype, shape, tensor: tensors.length === 1 ? tensors[0] : "several" };
}

function expectedTensor([name, { dtype, shape, encoding, tensor }]: readonly [string, ExpectedTensor]): unknown {
  const number = ENUMS.DataType.get(dtype) ?? -1;
  return { name, dtype: dtypeOf(number), shape, tensor: encoding === "name" ? tensor : "several" };
}

function counts(nodes: readonly GraphNode[]): unknown {
  return Object.fromEntries([...Map.groupBy(nodes, ({ op }) => op)].map(([op, group]) => [op, group.length]));
}

function sorted<Value>(record: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
