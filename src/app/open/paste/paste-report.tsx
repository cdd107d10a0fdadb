import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { PasteField } from "./paste-field.tsx";
import "../../style/dialog.css";

type Props = { readonly onFile: (file: File) => void; readonly onClose: () => void };

/** Asks for a whole report that was copied; it then goes the road of a file. */
export function PasteReport({ onFile, onClose }: Props) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">粘贴整篇报告</Heading>
          <p>表格会连同文字一起读。读出来先给你看，看过才建草稿。</p>
          <PasteField
            action="读取"
            onFile={(file) => {
              onClose();
              onFile(file);
            }}
          >
            <Button className="button" onPress={onClose}>
              取消
            </Button>
          </PasteField>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
