/** The text between `<!-- generated: name -->` and `<!-- /generated: name -->`, or null where there is no such pair. */
export function readSection(document: string, name: string): string | null {
  return pattern(name).exec(document)?.[1] ?? null;
}

export function replaceSection(document: string, name: string, text: string): string {
  if (readSection(document, name) === null) throw new Error(`no section "${name}" to fill`);
  return document.replace(pattern(name), () => `<!-- generated: ${name} -->\n${text}\n<!-- /generated: ${name} -->`);
}

function pattern(name: string): RegExp {
  return new RegExp(`<!-- generated: ${name} -->\\n([\\s\\S]*?)\\n?<!-- /generated: ${name} -->`);
}
