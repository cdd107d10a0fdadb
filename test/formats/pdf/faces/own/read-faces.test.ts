import { describe, expect, test } from "vitest";
import { fontsDrawnBy } from "../../../../../src/formats/pdf/faces/own/own-face.ts";
import { readFaces, type Wish } from "../../../../../src/formats/pdf/faces/own/read-faces.ts";
import { gongwen } from "../../../../../src/formats/style.ts";
import {
  characterMap,
  collectionOf,
  fangsong,
  type MadeFont,
  madeFont,
  nameTableOf,
  tablesOf,
  utf16,
  withTable,
} from "../../../../fixtures/own-fonts.ts";

const small: MadeFont = { ...fangsong, characters: "一政府信息公开。" };
const named = (chinese: string, postScript: string): MadeFont => ({
  ...small,
  chinese,
  english: postScript,
  postScript,
});

const byNames: Wish = { by: "names" };

function facesIn(file: Uint8Array, wish: Wish = byNames): [string, string][] {
  const reading = readFaces("字体.ttf", file, gongwen, wish);
  if (!reading.ok) throw new Error(reading.message);
  return reading.faces.map((face) => [fontsDrawnBy(face, gongwen).join(), face.name]);
}

function refusal(file: Uint8Array, wish: Wish = byNames): { code: string; message: string } {
  const reading = readFaces("simfang.ttf", file, gongwen, wish);
  if (reading.ok) throw new Error("the font was taken");
  return { code: reading.code, message: reading.message };
}

describe("a font is known", () => {
  test.for([
    ["仿宋_GB2312", "FangSong_GB2312", "fangsong", "仿宋_GB2312"],
    ["", "FangSong", "fangsong", "仿宋"],
    ["方正仿宋_GBK", "FZFSK--GBK1-0", "fangsong", "方正仿宋_GBK"],
    ["", "FZXiaoBiaoSong-B05S", "title", "方正小标宋简体"],
    ["楷体", "KaiTi", "kai", "楷体"],
    ["", "simhei", "hei", "黑体"],
    ["宋体", "SimSun", "song", "宋体"],
  ] as const)("by the names %s and %s as that of %s: %s", async ([chinese, english, role, name]) => {
    expect(facesIn(await madeFont(named(chinese, english)))).toEqual([[role, name]]);
  });

  test("by names that an old font writes in GBK, for Windows or for the Mac", async () => {
    const gbk = new Uint8Array([0xb7, 0xc2, 0xcb, 0xce, 0x5f, 0x47, 0x42, 0x32, 0x33, 0x31, 0x32]);
    const font = await madeFont(named("", "Unknown"));
    for (const [platform, encoding, language] of [
      [3, 3, 0x804],
      [1, 25, 33],
    ] as const) {
      const names = nameTableOf([{ platform, encoding, language, id: 1, text: gbk }]);
      expect(facesIn(withTable(font, "name", names))).toEqual([["fangsong", "仿宋_GB2312"]]);
    }
  });

  test("but not its bold sister, which bears the name of the family too", async () => {
    const bold = await madeFont({ ...named("仿宋", "FangSong-Bold"), bold: true });
    const names = nameTableOf([
      { platform: 3, encoding: 1, language: 0x804, id: 1, text: utf16("仿宋") },
      { platform: 3, encoding: 1, language: 0x804, id: 4, text: utf16("仿宋 粗体") },
    ]);
    expect(refusal(withTable(bold, "name", names)).code).toBe("unknownFace");
  });
});

describe("of a collection", () => {
  const inCollection = async () =>
    collectionOf([await madeFont(named("新宋体", "NSimSun")), await madeFont(named("宋体", "SimSun"))]);

  test("the face that is wished for most is taken", async () => {
    expect(facesIn(await inCollection())).toEqual([["song", "宋体"]]);
  });

  test("the face of a name is taken", async () => {
    expect(facesIn(await inCollection(), { by: "name", name: "NSimSun" })).toEqual([["song", "新宋体"]]);
  });

  test("without the face of a name the sentence says what is in it", async () => {
    expect(refusal(await inCollection(), { by: "name", name: "仿宋_GB2312" })).toEqual({
      code: "notInCollection",
      message: "“simfang.ttf”里没有“仿宋_GB2312”，里面的字体有：新宋体、宋体。",
    });
  });
});

describe("a font of any name", () => {
  test("is taken for the role that the office gives it", async () => {
    const font = await madeFont(named("汉仪仿宋简", "HYFangSongJ"));
    expect(facesIn(font, { by: "role", role: "body" })).toEqual([["fangsong", "汉仪仿宋简"]]);
  });

  test("is taken for the face that the administrator calls it, unless it is that of another role", async () => {
    const called: Wish = { by: "name", name: "仿宋_GB2312" };
    expect(facesIn(await madeFont(named("仿宋", "FangSong")), called)).toEqual([["fangsong", "仿宋"]]);
    expect(facesIn(await madeFont(named("汉仪仿宋简", "HYFangSongJ")), called)).toEqual([
      ["fangsong", "仿宋_GB2312"],
    ]);
    expect(refusal(await madeFont(named("楷体", "KaiTi")), called).message).toBe(
      "“simfang.ttf”里的字体是“楷体”，不是“仿宋_GB2312”。换成“仿宋_GB2312”的字体文件，或改写字体名。",
    );
  });

  test("is not guessed at where nobody says what it is for", async () => {
    const { code, message } = refusal(await madeFont(named("汉仪仿宋简", "HYFangSongJ")));
    expect(code).toBe("unknownFace");
    expect(message).toContain("“汉仪仿宋简”，不是公文要用的字体。可以用的有方正小标宋简体、黑体、");
  });
});

describe("a file is refused, with a sentence that names it and the mend,", () => {
  test.for([
    [2, "notAllowed"],
    [0x0100, "notAllowed"],
    [0x0208, "notAllowed"],
  ] as const)("when its maker forbids embedding (fsType %i)", async ([permission, code]) => {
    expect(refusal(await madeFont({ ...small, permission }))).toEqual({
      code,
      message:
        "“simfang.ttf”里的“仿宋_GB2312”不允许嵌入 PDF，这是字体厂商在文件里设定的。换一种允许嵌入的字体，或导出 Word。",
    });
  });

  test("but not when it may be embedded for printing or editing", async () => {
    for (const permission of [0, 4, 8, 6]) {
      expect(facesIn(await madeFont({ ...small, permission }))).toHaveLength(1);
    }
  });

  test.for(["wOFF", "wOF2"])("when it is a web font (%s)", (mark) => {
    const { code, message } = refusal(new TextEncoder().encode(mark.padEnd(200)));
    expect(code).toBe("webFont");
    expect(message).toContain(".ttf、.otf 或 .ttc");
  });

  test.for(["", "%PDF-1.7 not a font at all", "<!doctype html><title>404</title>"])(
    "when it is no font: %j",
    (text) => expect(refusal(new TextEncoder().encode(text)).code).toBe("notFont"),
  );

  test("when it is cut off, wherever it is cut", async () => {
    const whole = await madeFont(small);
    for (let length = 12; length < whole.byteLength - 4; length += 97) {
      expect(refusal(whole.subarray(0, length)).code, `${length} bytes`).toBe("broken");
    }
  });

  test.for(["glyf", "head", "hmtx", "cmap", "post"])("when its table %s is missing", async (tag) => {
    expect(refusal(withTable(await madeFont(small), tag, undefined)).code).toBe("broken");
  });

  test("when the outlines of its last characters are lost", async () => {
    const font = await madeFont(small);
    const outlines = tablesOf(font).get("glyf") ?? new Uint8Array();
    expect(refusal(withTable(font, "glyf", outlines.slice(0, -8))).code).toBe("broken");
  });

  test("when it draws no Chinese, or maps it only by old codes", async () => {
    const latin = await madeFont({ ...small, characters: "ABC" });
    expect(refusal(latin).code).toBe("noChinese");
    const gbkOnly = characterMap(new Map([["一", 1]]), [3, 3]);
    expect(refusal(withTable(await madeFont(small), "cmap", gbkOnly)).code).toBe("noChinese");
  });

  test("when it claims to be a collection of too many fonts", () => {
    const bytes = new Uint8Array(64).fill(255);
    bytes.set(new TextEncoder().encode("ttcf"));
    expect(refusal(bytes).code).toBe("broken");
  });
});

test("tables that draw nothing in a PDF are not carried along", async () => {
  const font = withTable(await madeFont(small), "EBDT", new Uint8Array(5000));
  const reading = readFaces("a.ttf", font, gongwen, byNames);
  const kept = reading.ok ? [...tablesOf(reading.faces[0]?.bytes ?? new Uint8Array()).keys()] : [];
  expect(kept).toContain("glyf");
  expect(kept.filter((tag) => ["EBDT", "GSUB", "GPOS", "DSIG"].includes(tag))).toEqual([]);
});
