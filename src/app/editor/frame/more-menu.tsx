import { type RefObject, useEffect, useState } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import { type Display, setDisplay, useDisplay } from "../../display.ts";
import { chosenWords } from "../../export/outputs/save-draft.ts";
import type { Work } from "../../export/progress/work.ts";
import { canSaveBack, ownFileOf } from "../../keeping/own-file.ts";
import { useReport } from "../../open-report/open-report.ts";
import { useOpenedByKey } from "../../parts/presses/opened-by-key.ts";
import { sheetStyle } from "../../parts/sheet-style.ts";

const themes: Readonly<Record<Display["theme"], string>> = { light: "浅色", contrast: "高对比" };
const sizes: Readonly<Record<Display["size"], string>> = {
  "100": "正常大小",
  "115": "大字",
  "130": "特大字",
};

type Props = {
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  openFile: () => void;
  saveFile: () => void;
  print: () => void;
  onWork: (work: Work) => void;
  comparePublished: () => void;
  showHelp: () => void;
};

export function MoreMenu({
  trigger,
  onClose,
  openFile,
  saveFile,
  print,
  onWork,
  comparePublished,
  showHelp,
}: Props) {
  useOpenedByKey(trigger);
  const { state, keeping } = useReport();
  const chooseFile = (): void =>
    void chosenWords({ id: keeping.id(), draft: state.draft }).then((work) => work && onWork(work));
  const [file, setFile] = useState<string>();
  useEffect(() => void ownFileOf(keeping.id()).then((own) => setFile(own?.handle.name)), [keeping]);
  const display = useDisplay();
  return (
    <Popover
      className="menu-popover"
      style={sheetStyle()}
      aria-label="更多"
      placement="bottom end"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Menu className="menu" aria-label="更多" autoFocus="first" onClose={onClose}>
        <MenuSection aria-label="文件">
          <Item name="打开文件…" onAction={openFile} />
          <Item
            name={file === undefined ? "存成文件（Ctrl+S）" : `存到 ${file}（Ctrl+S）`}
            onAction={saveFile}
          />
          {canSaveBack() && <Item name="以后都存到一个文件…" onAction={chooseFile} />}
          <Item name="打印（Ctrl+P）" onAction={print} />
          <Item name="网上的数字和草稿一致吗…" onAction={comparePublished} />
        </MenuSection>
        <MenuSection
          selectionMode="single"
          selectedKeys={[display.theme]}
          onSelectionChange={(keys) =>
            setDisplay({ theme: [...keys][0] === "contrast" ? "contrast" : "light" })
          }
        >
          <Header className="menu-header">颜色</Header>
          {Object.entries(themes).map(([id, name]) => (
            <Item key={id} id={id} name={name} />
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          selectedKeys={[display.size]}
          onSelectionChange={(keys) => setDisplay({ size: sizeFrom([...keys][0]) })}
        >
          <Header className="menu-header">大小</Header>
          {Object.entries(sizes).map(([id, name]) => (
            <Item key={id} id={id} name={name} />
          ))}
        </MenuSection>
        <MenuSection aria-label="其他">
          <Item
            name={display.panel === "wide" ? "右栏恢复原宽" : "右栏加宽"}
            onAction={() => setDisplay({ panel: display.panel === "wide" ? "normal" : "wide" })}
          />
          <Item name="帮助和键盘用法" onAction={showHelp} />
        </MenuSection>
      </Menu>
    </Popover>
  );
}

function Item({ name, id, onAction }: { name: string; id?: string; onAction?: () => void }) {
  return (
    <MenuItem className="menu-item" {...(id === undefined ? {} : { id })} {...(onAction ? { onAction } : {})}>
      {name}
    </MenuItem>
  );
}

function sizeFrom(key: unknown): Display["size"] {
  return key === "115" || key === "130" ? key : "100";
}
