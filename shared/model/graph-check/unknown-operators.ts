import { type Findings, shown } from "./findings.ts";

/** One finding for each operator, however many nodes have it. */
export interface UnknownOperators {
  note(operator: string, where: string): void;
  report(findings: Findings): void;
}

interface Uses {
  readonly first: string;
  count: number;
}

export function unknownOperators(): UnknownOperators {
  const operators = new Map<string, Uses>();
  return {
    note(operator, where) {
      const uses = operators.get(operator) ?? { first: where, count: 0 };
      operators.set(operator, uses);
      uses.count++;
    },
    report(findings) {
      for (const [operator, { first, count }] of operators) {
        const nodes = count === 1 ? "1 node needs" : `${count} nodes need`;
        const message = `no TensorFlow registers ${shown(operator)}: ${nodes} the library that does`;
        findings.add("unknown-operator", first, message);
      }
    },
  };
}
