import { describe, expect, it } from "vitest";
import { createDraft } from "../../../src/report/file/create.ts";
import { carryOver } from "../../../src/report/last-year/carry-over.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { editions, sample } from "../../fixtures/reports.ts";
import { carried, emptyDraft, nameless, qinghe2024, textOf } from "./last-year.ts";

describe("texts that come from last year's report", () => {
  it("are the preface with its year raised and the contact as it was", () => {
    expect(narrativeToText(carried(emptyDraft()).narrative.preface)).toBe(
      [
        "青禾县人民政府依据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号文件，编制2025年政府信息公开工作年度报告。",
        "数据统计期限为2025年1月1日至2025年12月31日。联系电话：0980-6213340，电子邮箱：qhxzwgk@163.com。",
      ].join("\n"),
    );
  });

  it("are of the other sections only the sub-headings", () => {
    const { narrative } = carried(emptyDraft());
    expect(narrativeToText(narrative.overview)).toBe(
      "（一）主动公开\n（二）依申请公开\n（三）政府信息管理\n（四）政府信息公开平台建设\n（五）监督保障",
    );
    expect(narrative.overview?.content?.every((block) => block.type === "heading")).toBe(true);
    expect(narrative).not.toHaveProperty("problems");
    expect(narrative).not.toHaveProperty("other");
  });

  it("keep bold words bold", () => {
    const bold = { type: "text", text: "2024年度", marks: [{ type: "bold" }] };
    const preface = { type: "doc", content: [{ type: "paragraph", content: [bold] }] };
    const last = { ...qinghe2024(), narrative: { preface } };
    const raised = carried(emptyDraft(), last).narrative.preface?.content?.[0]?.content?.[0];
    expect(raised).toEqual({ ...bold, text: "2025年度" });
  });

  it("bring a note where the preface cites the notice of the former edition", () => {
    const { notes } = carried(emptyDraft(2021, "济南市历下区人民政府"), sample("lixia-2020"));
    expect(notes.map(({ message }) => message)).toContain(
      "前言引用的是国办公开办函〔2019〕60号，今年的格式依据是国办公开办函〔2021〕30号，要改过来",
    );
  });

  it("bring a note where a date of last year is left or a sub-heading names a year", () => {
    const narrative = {
      preface: textOf("按照2024年11月修订的规定，编制2024年年度报告。"),
      problems: textOf("（一）2023年问题的整改情况", "已全部完成。"),
    };
    const result = carried(emptyDraft(), { ...qinghe2024(), narrative });
    expect(narrativeToText(result.narrative.preface)).toBe("按照2024年11月修订的规定，编制2025年年度报告。");
    expect(result.notes.map(({ message }) => message)).toEqual([
      "前言里还有“2024年”，看看要不要改",
      "小标题“（一）2023年问题的整改情况”里有年份，看看要不要改",
    ]);
  });

  it("go to the slots that this year's edition has", () => {
    const madeUp = editions.get("2031");
    if (!madeUp) throw new Error("no made-up edition");
    const draft = createDraft(madeUp, 2031, { ...nameless, name: "柳湾县交通运输局" });
    const last = { ...qinghe2024(), year: 2030, narrative: { opening: textOf("2030年的报告。") } };
    const { narrative } = carryOver(madeUp, draft, { ...last, edition: "2031" }, editions);
    expect(narrativeToText(narrative.opening)).toBe("2031年的报告。");
    expect(carryOver(madeUp, draft, qinghe2024(), editions).narrative).toEqual({});
  });
});
