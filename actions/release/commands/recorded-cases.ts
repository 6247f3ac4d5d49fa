import { Failure } from "../../../shared/failure.ts";
import { parseExchanges } from "../../../shared/model/serving/exchange.ts";
import { printResponse } from "../../../shared/model/serving/response.ts";
import type { DatasetRequest, Datasets } from "../../../shared/ports/dataset.ts";
import type { LoadedModel } from "../../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../../shared/ports/tensor.ts";
import { quote } from "../../../shared/schema/phrases.ts";

const CASES = 8;

interface Recording {
  readonly rows: DatasetRequest;
  readonly model: LoadedModel;
  /** Of the artifact that answers: whoever reads the cases later sees whose answers they are. */
  readonly digest: string;
}

/** The first rows of an evaluation set with what the model answers, one case to a line, as golden cases are written. */
export async function recordCases({ rows, model, digest }: Recording, datasets: Datasets): Promise<string> {
  await using dataset = await datasets.open(rows);
  for await (const { inputs } of dataset.batches(CASES)) {
    const answers = rowTexts(await model.predict(inputs));
    const cases = rowTexts(inputs).map(
      (row, index) => `{"instances": [${row}], "predictions": [${answers[index]}], "recordedFrom": "${digest}"}\n`,
    );
    return readable(cases.join(""), model);
  }
  throw new Failure("dataset-invalid", `${quote(rows.path)} holds no row`, { fix: "Name a file with rows." });
}

/** Each row in the serving API's own form, which is written a row to a line. */
function rowTexts(tensors: NamedTensors): readonly string[] {
  return printResponse(tensors, "rows")
    .split("\n")
    .slice(2, -2)
    .map((line) => line.trim().replace(/,$/, ""));
}

/** What `validate` could not read would be found out only in somebody's pull request. */
function readable(text: string, { signature }: LoadedModel): string {
  for (const exchange of parseExchanges(new TextEncoder().encode(text), "golden.jsonl")) {
    exchange.inputs(signature);
    exchange.answers(signature);
  }
  return text;
}
