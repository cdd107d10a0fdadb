import { useRef, useState } from "react";
import type { Work } from "../../export/progress/work.ts";
import { askForFile, type ChosenFile } from "../../open/choose-file.ts";
import { FileInput } from "../../open/file-button.tsx";
import { FaultBoundary } from "../../parts/fault-boundary.tsx";
import { lazyPart } from "../../parts/lazy-part.tsx";
import { once } from "../../parts/once.ts";

/** The menu comes with its library when it is first opened: the library listens to every key of the page. */
const MoreMenu = lazyPart(async () => (await import("./more-menu.tsx")).MoreMenu);
const Help = lazyPart(async () => (await import("./help.tsx")).Help);

type Props = {
  openFile: (chosen: ChosenFile) => Promise<void>;
  saveFile: () => void;
  print: () => void;
  onWork: (work: Work) => void;
  comparePublished: () => void;
};

/** What is not needed at every hour: files, print, how the screen looks, help. */
export function MoreButton({ openFile, saveFile, print, onWork, comparePublished }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [help, setHelp] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={once(() => setOpen(!isOpen))}
      >
        更多 ▾
      </button>
      <FileInput input={file} label="草稿文件" onFile={(chosen) => void openFile(chosen)} />
      <FaultBoundary part="菜单">
        {isOpen && (
          <MoreMenu
            trigger={trigger}
            onClose={() => setOpen(false)}
            openFile={() => askForFile(file.current, (chosen) => void openFile(chosen))}
            saveFile={saveFile}
            print={print}
            onWork={onWork}
            comparePublished={comparePublished}
            showHelp={() => setHelp(true)}
          />
        )}
        {help && <Help onClose={() => setHelp(false)} />}
      </FaultBoundary>
    </>
  );
}
