import type { FaceRole } from "../../formats/pdf/faces/own/own-face.ts";
import type { Style } from "../../formats/style.ts";
import { faceWords, roleName } from "./face-words.ts";
import { type FacesInUse, faceOfRole, isDrawnIn } from "./faces-in-use.ts";
import { FontFileButton } from "./font-file-button.tsx";

type Props = {
  readonly role: FaceRole;
  readonly style: Style;
  readonly inUse: FacesInUse;
  readonly busy: boolean;
  readonly onFile: (files: readonly File[]) => void;
  readonly onGiveUp: () => void;
};

/** 正文：仿宋_GB2312（本单位字体）, with what changes it. */
export function FontRow({ role, style, inUse, busy, onFile, onGiveUp }: Props) {
  const name = roleName(role, style);
  const face = faceOfRole(inUse, role, style);
  const others = inUse.faces.filter((other) => other !== face && isDrawnIn(other, role, style));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {faceWords(face, role, style)}
        {others.length > 0 && (
          <small>缺字先用{[...new Set(others.map((other) => other.name))].join("、")}补</small>
        )}
      </td>
      <td>
        <FontFileButton
          label={`${name}的字体文件`}
          className="link"
          several={false}
          busy={busy}
          onFiles={onFile}
        >
          换字体…<span className="hidden">（{name}）</span>
        </FontFileButton>
        {face?.from === "chosen" && (
          <button type="button" className="link" aria-disabled={busy} onClick={onGiveUp}>
            不用<span className="hidden">（{name}）</span>
          </button>
        )}
      </td>
    </tr>
  );
}
