import wording from "../../../templates/wording.json" with { type: "json" };
import type { Style } from "../../formats/style.ts";
import type { PdfFace } from "./pdf-face.ts";

const roleNames: Readonly<Record<string, string>> = {
  title: "标题",
  hei: "一级标题、重点文字",
  kai: "二级标题",
  fangsong: "正文",
  song: "表格、页码",
};

/** What a role of the style is called. */
export function roleName(role: string, style: Style): string {
  return roleNames[role] ?? style.fonts[role]?.eastAsia ?? role;
}

/** 仿宋_GB2312（本单位字体）: a face and where it comes from; of a role without an own face the shipped one. */
export function faceWords(face: PdfFace | undefined, role: string, style: Style): string {
  if (face) return `${face.name}（${face.from === "chosen" ? "本单位字体" : "管理员提供"}）`;
  const shippedNames: Readonly<Record<string, string>> = wording.shippedFace;
  const shipped = style.pdfFaces[role]?.[0] ?? "";
  return `${shippedNames[shipped] ?? shipped}（随程序提供）`;
}
