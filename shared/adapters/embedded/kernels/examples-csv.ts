import type { Dtype } from "../../../ports/tensor.ts";
import { latin1 } from "../strings/bytes.ts";
import { type CsvOptions, splitCsvRecord } from "../strings/csv-record.ts";
import { allocate, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";
import { numberParser } from "./strings-numbers.ts";

/** Lines of comma-separated values made into columns. */
export const csv: Family = { DecodeCSV: hostKernel(decodeCsv) };

interface CsvColumn {
  readonly field: number;
  readonly dtype: Dtype;
  readonly byDefault: HostTensor;
  readonly missing: string;
}

type Elements = { [index: number]: unknown };

function decodeCsv(node: KernelNode): HostRun {
  const delimiter = node.bytes("field_delim");
  if (delimiter.length !== 1) throw invalid("field_delim should be only 1 char");
  const options: CsvOptions = { delimiter: delimiter[0]!, hasQuotes: node.bool("use_quote_delim") };
  const selected = node.ints("select_cols");
  const missing = latin1(node.bytes("na_value"));
  return ([records, ...defaults], context) => {
    const lines = stringsOf(records!);
    const outputs = defaults.map(({ dtype }) => allocate(dtype, lines.length));
    const columns = defaults.map(
      (byDefault, column): CsvColumn => ({
        field: selected.length > 0 ? selected[column]! : column,
        dtype: byDefault.dtype,
        byDefault,
        missing,
      }),
    );
    for (const [record, line] of lines.entries()) {
      context.checkDeadline();
      const fields = splitCsvRecord(line, options);
      checkCount(fields.length, { columns, isSelected: selected.length > 0, record });
      for (const [index, column] of columns.entries()) {
        (outputs[index] as Elements)[record] = cellOf(fields[column.field]!, column, record);
      }
    }
    return columns.map(({ dtype }, index) => tensor(dtype, records!.shape, outputs[index]!));
  };
}

interface Expected {
  readonly columns: readonly CsvColumn[];
  readonly isSelected: boolean;
  readonly record: number;
}

function checkCount(count: number, { columns, isSelected, record }: Expected): void {
  const least = isSelected ? Math.max(...columns.map(({ field }) => field)) + 1 : columns.length;
  if (isSelected ? count >= least : count === least) return;
  throw invalid(`Expect ${least} fields but have ${count} in record ${record}`);
}

function cellOf(field: Uint8Array, { dtype, byDefault, missing, field: number }: CsvColumn, record: number): unknown {
  const text = latin1(field);
  if (text === "" || text === missing) {
    if (byDefault.data.length === 1) return byDefault.data[0];
    throw invalid(`Field ${number} is required but missing in record ${record}!`);
  }
  if (dtype === "string") return field;
  const value = numberParser(dtype)?.(text) ?? null;
  if (value === null)
    throw invalid(`Field ${number} in record ${record} is not a valid ${dtype}: ${text.slice(0, 100)}`);
  return dtype === "int64" ? value : Number(value);
}
