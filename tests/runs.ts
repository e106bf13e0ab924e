/** Number of runs of a property test: few by default, twenty times as many with `CSG_RUNS=20 npx vitest run …`. */
export const runs = (usual: number): number => usual * Number(process.env.CSG_RUNS ?? 1);
