// Over how many cases a law is asked, and from which seed: a new one each time, printed where a case fails; M2K_LAW_SEED's where that is set.

export interface Runs {
  readonly numRuns: number;
  readonly seed?: number;
}

export function runs(numRuns: number): Runs {
  const seed = process.env['M2K_LAW_SEED'];
  return { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) };
}
