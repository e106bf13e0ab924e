/** How often a property test tries: few times in a usual run, `CSG_RUNS=20 npx vitest run …` for twenty times as many. */
export const runs = (usual: number): number => usual * Number(process.env.CSG_RUNS ?? 1);
