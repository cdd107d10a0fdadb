/** Whether `2026-01-20` is a day of the calendar. */
export function isCalendarDate(date: string): boolean {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  // A day that the month does not have is counted on into another month; 0099 is taken for 1999.
  const counted = new Date(Date.UTC(year, month - 1, day));
  return counted.getUTCFullYear() === year && counted.getUTCMonth() === month - 1;
}

/** 2026年1月20日, as documents print a date; text that is no date stays as typed. */
export function printedDate(date: string): string {
  if (!isCalendarDate(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
