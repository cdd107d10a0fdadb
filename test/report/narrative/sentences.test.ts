import { describe, expect, it } from "vitest";
import {
  copiedShare,
  foldedSentences,
  foldText,
  paragraphsOf,
  sentencesOf,
} from "../../../src/report/narrative/sentences.ts";
import { textOf } from "../last-year/last-year.ts";

describe("a sentence compared with last year's", () => {
  it.each([
    ["years and figures", "2025年收到申请308件，占80.2%", "2024年收到申请1,289件，占7%"],
    ["figures in Chinese", "召开新闻发布会八场", "召开新闻发布会12场"],
    ["the number of an item", "一是加强培训", "三是加强培训"],
    ["widths and spaces", "全年公开 １２ 条（不含转载）", "全年公开12条(不含转载)"],
    ["punctuation", "“双随机、一公开”监管；", "双随机、一公开监管。"],
  ])("is the same whatever its %s", (_, now, last) => {
    expect(foldText(now)).toBe(foldText(last));
  });

  it("is another one with other words", () => {
    expect(foldText("收到申请308件")).not.toBe(foldText("办结申请308件"));
  });

  it("tells something from twelve characters on, without figures and marks", () => {
    const [short, long] = sentencesOf("本年度没有收取，信息处理。本年度没有收取，信息处理费。");
    expect([short?.folded, long?.folded]).toEqual(["", "本年度没有收取信息处理费"]);
  });

  it("ends at a full stop, a semicolon, or the quotation mark behind it", () => {
    const texts = sentencesOf("他问：“公开了吗？”答复是已公开；一是上网。二是上墙").map(({ text }) => text);
    expect(texts).toEqual(["他问：“公开了吗？”", "答复是已公开；", "一是上网。", "二是上墙"]);
  });
});

describe("the share of copied sentences", () => {
  const known = foldedSentences(["全年举办业务培训3期，累计培训260人次。无。"]);

  it("counts characters, not sentences", () => {
    const { share } = copiedShare(
      [
        "全年举办业务培训4期，累计培训301人次。收回有效问卷一千多份，满意率有所提高，意见全部转交有关单位办理。",
      ],
      known,
    );
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it("leaves out formulae, in both years", () => {
    expect(copiedShare(["无。", "本年度没有。"], known)).toEqual({ share: 0, compared: 0, longest: "" });
  });

  it("gives the longest copied sentence as written", () => {
    expect(copiedShare(["全年举办业务培训4期，累计培训301人次。"], known).longest).toBe(
      "全年举办业务培训4期，累计培训301人次。",
    );
  });
});

it("leaves headings and blank lines out of the text", () => {
  expect(paragraphsOf(textOf("（一）主动公开", "", " 全年公开信息12条。 "))).toEqual(["全年公开信息12条。"]);
});
