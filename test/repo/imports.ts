import { readFileSync } from "node:fs";
import { parseSync } from "rolldown/utils";

export interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Every module that a TypeScript file names: imports, re-exports, `import()` and `import("…").Type`. */
export function importsOf(file: string): readonly Import[] {
  const source = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: Import[] = [];
  visit(program as unknown as SyntaxNode, (node) => {
    const specifier = (node.source as { value?: unknown } | null | undefined)?.value;
    if (typeof specifier !== "string") return;
    const line = source.slice(0, node.start).split("\n").length;
    found.push({ specifier, isTypeOnly: isTypeOnly(node), line });
  });
  return found;
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers as readonly SyntaxNode[] | undefined;
  return (
    specifiers !== undefined && specifiers.length > 0 && specifiers.every(({ importKind }) => importKind === "type")
  );
}

function visit(node: SyntaxNode, see: (node: SyntaxNode) => void): void {
  see(node);
  for (const child of Object.values(node)) {
    for (const item of Array.isArray(child) ? child : [child]) {
      if (typeof item === "object" && item !== null && "type" in item) visit(item as SyntaxNode, see);
    }
  }
}
