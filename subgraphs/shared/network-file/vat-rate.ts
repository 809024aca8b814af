/** Per cent as people write it, such as `25.5`, of hundredths of a per cent. */
export function formatVatRate(hundredths: number): string {
  return String(hundredths / 100);
}
