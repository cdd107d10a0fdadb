/** Why the browser does not keep drafts, by the name of its error, and what helps: whole sentences. */
export function failureWords(reason: string): string {
  switch (reason) {
    case "QuotaExceededError":
      return "磁盘或浏览器的存储空间满了。删掉磁盘上不用的文件，或首页里不用的草稿，程序会自动再存。";
    case "NoAnswer":
      return "浏览器没有回应。程序会接着再试；关掉别的页面或重新启动浏览器可能有用。";
    case "VersionError":
      return "这个浏览器里已经用过更新的程序，旧的不能再往里存。先把这一页存成文件，再刷新或用更新的程序打开。";
    case "SecurityError":
    case "NotAllowedError":
    case "TypeError":
    case "ReferenceError":
      return "浏览器不允许这个页面保存内容，可能开着无痕窗口，或在设置里关了网站数据。";
    case "NotKept":
      return "存进去的和读回来的不一样，存储可能坏了。程序会再试。";
    default:
      return `浏览器没有存上（${reason.slice(0, 60)}），程序会自动再试。`;
  }
}
