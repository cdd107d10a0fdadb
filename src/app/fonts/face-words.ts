import wording from "../../../templates/wording.json" with { type: "json" };
import { type FaceRole, fontOfRole, rolesBeside } from "../../formats/pdf/faces/own/own-face.ts";
import type { Style } from "../../formats/style.ts";
import type { PdfFace } from "./pdf-face.ts";

const roleNames: Readonly<Record<FaceRole, string>> = {
  title: "标题",
  heading1: "一级标题",
  heading2: "二级标题",
  body: "正文",
  table: "表格",
  heading3: "三级标题",
  heading4: "四级标题",
  signature: "署名",
  pageNumber: "页码",
  strong: "重点文字",
};

/** What is set as the text is goes without saying. */
const likeTheBody: readonly FaceRole[] = ["heading3", "heading4", "signature"];

/** 一级标题、重点文字: everything that the font of a role sets. */
export function roleName(role: FaceRole, style: Style): string {
  const roles = rolesBeside(role, style);
  const said = roles.includes("body") ? roles.filter((name) => !likeTheBody.includes(name)) : roles;
  return said.map((name) => roleNames[name]).join("、");
}

/** 仿宋_GB2312（本单位字体）: a face and where it comes from; of a role without an own face the shipped one. */
export function faceWords(face: PdfFace | undefined, role: FaceRole, style: Style): string {
  if (face) return `${face.name}（${face.from === "chosen" ? "本单位字体" : "管理员提供"}）`;
  const shippedNames: Readonly<Record<string, string>> = wording.shippedFace;
  const shipped = style.fonts[fontOfRole(role, style)]?.pdfFaces[0] ?? "";
  return `${shippedNames[shipped] ?? shipped}（随程序提供）`;
}
