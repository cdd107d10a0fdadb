import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

const keys: readonly (readonly [string, string])[] = [
  ["Tab / Shift+Tab", "下一格 / 上一格"],
  ["Enter / Shift+Enter", "下一行 / 上一行"],
  ["↑ ↓ ← →", "上下左右移动；在数字中间时 ← → 移动光标"],
  ["F2", "在格子里修改，不覆盖"],
  ["Esc", "恢复进入这一格时的内容"],
  ["Shift+↑ ↓ ← →，或拖动鼠标", "选中一块格子"],
  ["Ctrl+A", "选中整张表"],
  ["Ctrl+C / Ctrl+X / Ctrl+V", "复制 / 剪切 / 粘贴，可与 Excel、WPS、Word 互贴"],
  ["Delete", "清除选中的格子"],
  ["Ctrl+Z / Ctrl+Y", "撤销 / 重做"],
  ["Ctrl+Home / Ctrl+End", "表的第一格 / 最后一格"],
  ["F1", "看这一行填什么"],
];

/** The keys of the tables. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">键盘用法</Heading>
          <div className="dialog-scroll">
            <table className="paste-table">
              <tbody>
                {keys.map(([key, meaning]) => (
                  <tr key={key}>
                    <th scope="row">{key}</th>
                    <td>{meaning}</td>
                  </tr>
                ))}
              </tbody>
            </table>
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
