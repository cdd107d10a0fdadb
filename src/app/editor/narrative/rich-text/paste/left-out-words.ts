import type { LeftOut } from "./pasted-html.ts";

/** What a paste could not bring along, in a sentence; "" where nothing was left out. */
export function leftOutWords({ pictures, notes, noteTexts, objects }: LeftOut): string {
  const parts = [
    pictures > 0 ? `${pictures} 张图片（它们不在剪贴板里，用“图片”按钮从电脑里放入）` : "",
    notes > 0 ? `${notes} 个脚注标记` : "",
    noteTexts > 0 ? "脚注的文字" : "",
    objects > 0 ? `${objects} 个嵌入的对象` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `已粘贴；没有带过来的有：${parts.join("、")}`;
}
