import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import packageJson from "../../../../package.json" with { type: "json" };
import { FirstSteps } from "../../first-steps.tsx";

const keys: readonly (readonly [string, string])[] = [
  ["Tab / Shift+Tab", "下一格 / 上一格"],
  ["Enter / Shift+Enter", "下一行 / 上一行"],
  ["↑ ↓ ← →", "上下左右移动"],
  ["直接输入", "覆盖格子里的数字"],
  ["F2，或双击", "在格子里修改，不覆盖；← → Home End 移动光标"],
  ["Esc", "不要刚输入的，恢复原来的数字"],
  ["Shift+↑ ↓ ← →，或拖动鼠标", "选中一块格子；点表头选中一列，点行名选中一行"],
  ["Ctrl+A", "选中整张表"],
  ["Ctrl+C / Ctrl+X / Ctrl+V", "复制 / 剪切 / 粘贴，可与 Excel、WPS、Word 互贴"],
  ["Delete", "清除选中的格子"],
  ["Ctrl+Z / Ctrl+Y", "撤销 / 重做，表格、文字和封面都可以"],
  ["Ctrl+D", "照上面一格填；选中一块时，照第一行往下填"],
  ["Home / End", "这一行的第一格 / 最后一格"],
  ["Ctrl+↑ ↓ ← →", "跳到填了数字的边上；加 Shift 一路选中"],
  ["Ctrl+Home / Ctrl+End", "表的第一格 / 最后一格"],
  ["在文字里按 /", "插入表里的数字；要写 / 本身，连按两次"],
  ["F8 / Shift+F8", "下一处问题 / 上一处问题"],
  ["在画线的地方按 Shift+F10", "看那里查出了什么，可以改、确认，Esc 回到文字"],
  ["F1", "看这一行填什么"],
  ["Ctrl+S", "存成文件，或存回打开的草稿文件"],
  ["Ctrl+P", "打印报告"],
];

/** What to do first and by when, the keys, the program's version and licence. */
export function Help({ onClose }: { onClose: () => void }) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">帮助</Heading>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <div className="dialog-scroll" tabIndex={0}>
            <h3>先做什么</h3>
            <FirstSteps />
            <h3>键盘用法</h3>
            <table className="paste-table help-keys">
              <tbody>
                {keys.map(([key, meaning]) => (
                  <tr key={key}>
                    <th scope="row">{key}</th>
                    <td>{meaning}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="help-about">
              版本 {packageJson.version}，{packageJson.license} 许可。PDF 里的思源宋体、思源黑体和霞鹜文楷按
              SIL Open Font License 1.1 使用。所有内容只留在这台电脑上。
            </p>
          </div>
          <div className="form-actions">
            <Button className="button button-primary" autoFocus onPress={onClose}>
              知道了
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
