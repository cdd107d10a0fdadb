/** 10:42 */
export function spokenTime(at: number): string {
  const moment = new Date(at);
  return `${moment.getHours()}:${String(moment.getMinutes()).padStart(2, "0")}`;
}

/** 今天 10:42, or 2026年1月20日 10:42 */
export function spokenMoment(at: number): string {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  const day = `${moment.getFullYear()}年${moment.getMonth() + 1}月${moment.getDate()}日`;
  return `${isToday ? "今天" : day} ${spokenTime(at)}`;
}
