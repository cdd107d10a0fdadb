import { useEffect, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { comparePublished } from "../../../document/recognise/compare-published.ts";
import type { Editions } from "../../../edition/builtin.ts";
import { useReport } from "../../open-report/open-report.ts";
import { FileButton } from "../file-button.tsx";
import { PasteField } from "../paste/paste-field.tsx";
import { CompareResult } from "./compare-result.tsx";
import type { Comparing } from "./use-comparing.ts";
import "../../style/dialog.css";
import "../review/review.css";
import "./compare.css";

type Props = { readonly comparing: Comparing; readonly onGo: (cell: string) => void };

/** Holds what is published against the draft; nothing in the draft is changed. */
export function CompareBox({ comparing, onGo }: Props) {
  const { site, failure, isReading, read, cancel, again, hide } = comparing;
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={!isReading}
      onOpenChange={(open) => !open && hide()}
    >
      <Modal className={site ? "modal review-modal" : "modal"}>
        <Dialog className="dialog">
          <Heading slot="title">{site ? `“${site.name}”和草稿一致吗` : "网上的数字和草稿一致吗"}</Heading>
          {site ? (
            <Result comparing={comparing} onGo={onGo} />
          ) : isReading ? (
            <p role="status">正在读取…</p>
          ) : (
            <>
              <p>
                选发布出来的文件：另存的网页、PDF、Word、Excel
                或纯文本；也可以把网页上的报告全选、复制，粘贴在下面。只对照，不改草稿。
              </p>
              {failure !== undefined && (
                <p className="notice notice-failure" role="alert">
                  {failure}
                </p>
              )}
              <p className="compare-file">
                <FileButton
                  className="button button-primary"
                  label="发布出来的文件"
                  onFile={({ file }) => read(file)}
                >
                  选择文件…
                </FileButton>
              </p>
              <PasteField action="对照粘贴的内容" onFile={read}>
                <Button className="button" onPress={hide}>
                  关闭
                </Button>
              </PasteField>
            </>
          )}
          {site && (
            <div className="form-actions">
              <Button className="button" onPress={hide}>
                关闭
              </Button>
              <Button className="button" onPress={again}>
                对照另一个…
              </Button>
            </div>
          )}
          {isReading && !site && (
            <div className="form-actions">
              <Button className="button" onPress={cancel}>
                取消
              </Button>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Result({ comparing: { site }, onGo }: Props) {
  const { state } = useReport();
  const [editions, setEditions] = useState<Editions>();
  useEffect(() => {
    void import("../own-editions.ts").then(({ knownEditions }) => knownEditions()).then(setEditions);
  }, []);
  if (!site || !editions) return null;
  const { review, draft } = site;
  const edition = state.edition();
  return (
    <CompareResult
      comparison={comparePublished({ ...review, edition: draft.edition }, state.draft(), edition)}
      review={review}
      edition={edition}
      nameOfEdition={(id) => editions.get(id)?.name ?? id}
      onGo={onGo}
    />
  );
}
