/** A Y-tunnus with a right check digit, another for each cooperative. */
export function businessIdFor(id: string): string {
  let number = id === 'karhu' ? 1_572_860 : 2_000_000;
  for (const letter of id === 'karhu' ? '' : id) {
    number = 2_000_000 + ((number * 31 + letter.charCodeAt(0)) % 7_000_000);
  }
  for (; ; number += 1) {
    const digits = Array.from(String(number), Number);
    const sum = [7, 9, 10, 5, 8, 4, 2].reduce(
      (all, weight, n) => all + weight * (digits[n] ?? 0),
      0,
    );
    // No number is given out that would need the check digit 10.
    if (sum % 11 !== 1) return `${number}-${(11 - (sum % 11)) % 11}`;
  }
}
