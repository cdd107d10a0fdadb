import { useState } from "react";
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { type Display, setDisplay, useDisplay } from "../../display.ts";
import { KeyboardHelp } from "./keyboard-help.tsx";

const themes: Readonly<Record<Display["theme"], string>> = { light: "浅色", contrast: "高对比" };
const sizes: Readonly<Record<Display["size"], string>> = {
  "100": "正常大小",
  "115": "大字",
  "130": "特大字",
};

/** Theme, size, last year's figures, and the list of keys. */
export function DisplayMenu() {
  const display = useDisplay();
  const [help, setHelp] = useState(false);
  return (
    <>
      <MenuTrigger>
        <Button className="button">显示 ▾</Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" aria-label="显示">
            <MenuSection
              aria-label="颜色"
              selectionMode="single"
              selectedKeys={[display.theme]}
              onSelectionChange={(keys) =>
                setDisplay({ theme: [...keys][0] === "contrast" ? "contrast" : "light" })
              }
            >
              {Object.entries(themes).map(([id, name]) => (
                <MenuItem key={id} id={id} className="menu-item">
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuSection
              aria-label="大小"
              selectionMode="single"
              selectedKeys={[display.size]}
              onSelectionChange={(keys) => setDisplay({ size: sizeFrom([...keys][0]) })}
            >
              {Object.entries(sizes).map(([id, name]) => (
                <MenuItem key={id} id={id} className="menu-item">
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuSection aria-label="其他">
              <MenuItem
                className="menu-item"
                onAction={() => setDisplay({ panel: display.panel === "wide" ? "normal" : "wide" })}
              >
                {display.panel === "wide" ? "右栏恢复原宽" : "右栏加宽"}
              </MenuItem>
              <MenuItem className="menu-item" onAction={() => setHelp(true)}>
                键盘用法
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      {help && <KeyboardHelp onClose={() => setHelp(false)} />}
    </>
  );
}

function sizeFrom(key: unknown): Display["size"] {
  return key === "115" || key === "130" ? key : "100";
}
