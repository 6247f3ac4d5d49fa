const GAP = "  ";

/** Rows of plain texts in columns as wide as their widest, indented; the last column as it is. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => widest(rows, column));
  return rows.map((row) => `${GAP}${row.map((text, column) => text.padEnd(widths[column]!)).join(GAP)}`.trimEnd());
}

function widest(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0);
}
