/** A whole number with a comma between thousands: `16,777,216`. */
export function groupedDigits(count: number | bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
