/** A SQL predicate that has been parsed and allow-listed: nothing in it can reach beyond one row's columns. */
export type Predicate =
  | { readonly kind: "column"; readonly name: string; readonly at: number }
  | { readonly kind: "literal"; readonly value: number | string | boolean | null; readonly at: number }
  | {
      readonly kind: "operation";
      readonly operator: PredicateOperator;
      readonly operands: readonly Predicate[];
      /** Where it stands in the text, from 0. */
      readonly at: number;
    };

export type PredicateOperator =
  | "and"
  | "or"
  | "not"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "is distinct from"
  | "is not distinct from"
  | "is null"
  | "is true"
  | "is false"
  /** The first operand is among the others. */
  | "in"
  | "between"
  | "like"
  | "ilike"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "negate"
  | "||"
  | PredicateFunction;

export type PredicateFunction =
  | "abs"
  | "ceil"
  | "coalesce"
  | "contains"
  | "ends_with"
  | "floor"
  | "greatest"
  | "least"
  | "length"
  | "lower"
  | "nullif"
  | "round"
  | "sqrt"
  | "starts_with"
  | "trim"
  | "upper";
