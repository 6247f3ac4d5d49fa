/** What either half reaches the world through, loaded with the half that is walked. */
export const halfPorts = {
  validate: async () => (await import("./validate-step-ports.ts")).validateStepPorts(),
  report: async (inputs: { readonly token: string }) => (await import("./report-ports.ts")).reportPorts(inputs),
} as const;
