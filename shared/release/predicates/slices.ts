import type { SliceRequest } from "../../ports/dataset.ts";
import { quote } from "../../schema/phrases.ts";
import type { Evaluation } from "../../schema/release.types.ts";
import { pointerTo } from "../../schema/source.ts";
import type { Complaint } from "../rules/rule.ts";
import { misread } from "./fault.ts";
import { parsePredicate } from "./parse.ts";

/** The slices that a manifest declares, their predicates parsed. A manifest that was parsed has none that is refused. */
export function sliceRequests({ slices = [] }: Pick<Evaluation, "slices">): readonly SliceRequest[] {
  return slices.map((slice) => {
    const required = typeof slice !== "string" && slice.required === true;
    if (typeof slice !== "string" && "by" in slice) return { by: slice.by, required };
    const predicate = typeof slice === "string" ? slice : slice.where;
    const where = parsePredicate(predicate);
    if ("message" in where) throw misread(where);
    return { predicate, where, required };
  });
}

/** Every predicate that may not be used. */
export function sliceComplaints({ slices = [] }: Pick<Evaluation, "slices">): readonly Complaint[] {
  return slices.flatMap((slice, index) => {
    if (typeof slice !== "string" && "by" in slice) return [];
    const [text, key] = typeof slice === "string" ? [slice, ""] : [slice.where, "where"];
    const found = parsePredicate(text);
    if (!("message" in found)) return [];
    const at = pointerTo("/evaluation/slices", index);
    const message = `the predicate ${quote(text)} cannot be used: at character ${found.at + 1}, ${found.message}`;
    return [{ at: key === "" ? at : pointerTo(at, key), message, fix: found.fix }];
  });
}
