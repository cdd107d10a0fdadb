import { useEffect, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { type FaceRole, rolesOf } from "../../formats/pdf/faces/own/own-face.ts";
import type { Style } from "../../formats/style.ts";
import { type Choice, chooseFiles } from "./choose-fonts.ts";
import { type FacesInUse, facesInUse, giveUpRole } from "./faces-in-use.ts";
import { FontFileButton } from "./font-file-button.tsx";
import { FontRow } from "./font-row.tsx";
import { chooseLocalFonts, knowsLocalFonts } from "./local-fonts.ts";
import "./fonts.css";

const whereFontsAre =
  "Windows 的字体文件一般在 C:\\Windows\\Fonts，例如 simfang.ttf（仿宋）、simkai.ttf（楷体）。选好的字体存在这个浏览器里，下次不用再选。";

/** Which faces a PDF of a style is set in, and how the office gives its own. */
export function FontsDialog({ style, onClose }: { style: Style; onClose: () => void }) {
  const [inUse, setInUse] = useState<FacesInUse>();
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  useEffect(() => {
    void facesInUse(style).then(setInUse);
  }, [style]);
  const act = async (action: () => Promise<Choice>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setChoice(undefined);
    setChoice(await action());
    setInUse(await facesInUse(style));
    setBusy(false);
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">PDF 字体</Heading>
          <p>可以用本单位的仿宋、小标宋等字体生成 PDF；缺的字用随程序提供的字体补。</p>
          <div className="dialog-scroll">
            {inUse && (
              <table className="fonts-table">
                <thead className="hidden">
                  <tr>
                    <th scope="col">用在</th>
                    <th scope="col">字体</th>
                    <th scope="col">更换</th>
                  </tr>
                </thead>
                <tbody>
                  {rolesOf(style).map((role) => (
                    <FontRow
                      key={role}
                      role={role}
                      style={style}
                      inUse={inUse}
                      busy={busy}
                      onFile={(files) => void act(() => chooseFiles(files, style, role))}
                      onGiveUp={() => void act(() => giveUp(role, style))}
                    />
                  ))}
                </tbody>
              </table>
            )}
            <ChoiceWords busy={busy} choice={choice} problems={inUse?.problems ?? []} />
            <p className="field-help">{whereFontsAre}</p>
            <p className="fonts-licence">这些字体的使用许可由本单位负责。</p>
          </div>
          <div className="form-actions">
            <FontFileButton
              label="字体文件"
              className="button"
              several
              busy={busy}
              onFiles={(files) => void act(() => chooseFiles(files, style))}
            >
              从文件选择…
            </FontFileButton>
            {knowsLocalFonts() && (
              <button
                type="button"
                className="button"
                aria-disabled={busy}
                onClick={() => void act(() => chooseLocalFonts(style))}
              >
                用这台电脑的字体
              </button>
            )}
            <Button className="button button-primary" autoFocus onPress={onClose}>
              完成
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

async function giveUp(role: FaceRole, style: Style): Promise<Choice> {
  try {
    await giveUpRole(role, style);
    return { taken: [], problems: [] };
  } catch {
    return { taken: [], problems: ["浏览器没有删掉这个字体，关掉其他页面再试。"] };
  }
}

type WordsProps = {
  readonly busy: boolean;
  readonly choice: Choice | undefined;
  readonly problems: readonly string[];
};

/** What came of the last choice, and what is wrong with the administrator's folder. */
function ChoiceWords({ busy, choice, problems }: WordsProps) {
  const taken = choice?.taken ?? [];
  const faults = [...(choice?.problems ?? []), ...problems];
  return (
    <>
      <p role="status" className="fonts-taken">
        {busy ? "正在读取字体…" : taken.length > 0 ? `已采用：${[...new Set(taken)].join("、")}` : ""}
      </p>
      <div role="alert">
        {faults.map((fault) => (
          <p key={fault} className="notice notice-failure">
            {fault}
          </p>
        ))}
      </div>
    </>
  );
}
