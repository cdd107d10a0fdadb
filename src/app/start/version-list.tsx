import { useEffect, useState } from "react";
import { builtinEditions, type Editions } from "../../edition/builtin.ts";
import { draftFileName } from "../../report/file/serialise.ts";
import { revisionOf } from "../../store/draft-record.ts";
import { heldDrafts } from "../../store/held.ts";
import type { VersionReason } from "../../store/version-bounds.ts";
import type { StoredVersion } from "../../store/versions.ts";
import { changesBetween } from "../keeping/changes-between.ts";
import { summaryOf } from "../keeping/draft-summary.ts";
import { failureWords } from "../keeping/failure-words.ts";
import { browserDrafts, browserVersions } from "../keeping/stores.ts";
import { readDraftText } from "../open/opening.ts";
import { knownEditions } from "../open/own-editions.ts";
import { download } from "../parts/download.ts";
import { createReportState } from "../report-state/report-state.ts";
import { spokenMoment } from "../spoken-time.ts";
import type { ListedDraft } from "./own-drafts.ts";

type State = {
  readonly editions: Editions;
  readonly now: string;
  readonly versions: readonly StoredVersion[];
};

/** The earlier states of a draft, latest first, with what came after each; every one can be brought back. */
export function VersionList({ draft }: { draft: ListedDraft }) {
  const [state, setState] = useState<State>();
  const [words, setWords] = useState("");
  const look = async (): Promise<void> => {
    try {
      const [editions, stored, versions] = await Promise.all([
        knownEditions(),
        browserDrafts.load(draft.id),
        browserVersions.of(draft.id),
      ]);
      setState({ editions, now: stored?.text ?? heldDrafts.get(draft.id)?.text ?? "", versions });
    } catch (error) {
      setWords(`读不到版本：${failureWords(error instanceof Error ? error.name : "")}`);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and again after a version was brought back.
  useEffect(() => void look(), []);
  const restore = async (version: StoredVersion): Promise<void> => {
    try {
      await bringBack(draft.id, version, state?.editions ?? builtinEditions);
      setWords(`已恢复到${spokenMoment(version.at)}的版本；恢复前的内容也留作一个版本，可以再换回来。`);
      await look();
    } catch (error) {
      setWords(`没有恢复：${failureWords(error instanceof Error ? error.name : "")}`);
    }
  };
  return (
    <div className="versions">
      <p role="status">{words || (state?.versions.length === 0 ? "还没有更早的版本。" : "")}</p>
      <ol className="list">
        {state?.versions.map((version, place) => (
          <li key={version.key}>
            <span>
              {spokenMoment(version.at)} · {reasonWords[version.reason]}
              <br />
              之后改了：{changesAfter(state, place)}
            </span>
            <span>
              <button type="button" className="link" onClick={() => saveVersion(version, state.editions)}>
                存成文件
              </button>{" "}
              <button type="button" className="link" onClick={() => void restore(version)}>
                恢复
              </button>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const reasonWords: Readonly<Record<VersionReason, string>> = {
  time: "自动保留",
  lastYear: "载入或去掉上年报告之前",
  edition: "换年度或格式之前",
  handEdits: "采用 Word 里的改动之前",
  restore: "恢复版本之前",
  migration: "换成新程序的写法之前",
  takeOver: "用另一页面的内容替换之前",
};

/** What changed between a version and the next later one, or the draft as it is now. */
function changesAfter({ editions, now, versions }: State, place: number): string {
  const before = versions[place];
  const after = versions[place - 1]?.text ?? now;
  const [from, to] = [before?.text ?? "", after].map((text) => readDraftText(text, editions));
  return from && to ? changesBetween(from, to, editions.get(to.edition)) : "不清楚";
}

/** The state that gives way is kept as a version first; so bringing back can itself be undone. */
async function bringBack(id: string, version: StoredVersion, editions: Editions): Promise<void> {
  const stored = await browserDrafts.load(id);
  if (stored) {
    const { text, title } = stored;
    await browserVersions.keep({ draft: id, text, title, at: Date.now(), reason: "restore" });
  }
  const { text, title } = version;
  const draft = readDraftText(text, editions);
  const summary = draft && summaryOf(createReportState(draft, editions));
  await browserDrafts.save({ id, text, title, summary }, stored && revisionOf(stored));
}

function saveVersion({ text, title }: StoredVersion, editions: Editions): void {
  const draft = readDraftText(text, editions);
  download(draft ? draftFileName(draft) : `${title}.nianbao.json`, new Blob([text]));
}
