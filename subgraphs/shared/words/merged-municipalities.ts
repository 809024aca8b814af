/** Municipalities that have merged into others, and into which. */
const SUCCESSOR_BY_CODE: ReadonlyMap<string, string> = new Map([
  ['FI-099', 'FI-214'], // Honkajoki, into Kankaanpää 2021
  ['FI-262', 'FI-050'], // Kiukainen, into Eura 2009
  ['FI-319', 'FI-783'], // Köyliö, into Säkylä 2016
  ['FI-406', 'FI-684'], // Lappi, into Rauma 2009
  ['FI-413', 'FI-609'], // Lavia, into Pori 2015
  ['FI-537', 'FI-609'], // Noormarkku, into Pori 2010
  ['FI-913', 'FI-102'], // Vampula, into Huittinen 2009
]);

/** The municipality of today into which one has merged; null where it has not. */
export function successorOf(code: string): string | null {
  return SUCCESSOR_BY_CODE.get(code) ?? null;
}

/** The municipality of today: the code itself, or its successor's. */
export function currentMunicipality(code: string): string {
  return SUCCESSOR_BY_CODE.get(code) ?? code;
}

/** The municipalities of today, each once. */
export function currentMunicipalities(codes: readonly string[]): string[] {
  return [...new Set(codes.map(currentMunicipality))];
}
