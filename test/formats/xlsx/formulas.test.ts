import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, rangesOf } from "../../../src/formats/xlsx/formulas.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

describe("cells are named as in a spreadsheet", () => {
  it.each([
    [0, 0, "A1"],
    [25, 9, "Z10"],
    [26, 0, "AA1"],
    [701, 0, "ZZ1"],
    [702, 0, "AAA1"],
  ])("column %i, row %i is %s", (x, y, address) => {
    expect(addressOf({ x, y })).toBe(address);
  });
});

describe("cells are gathered into rectangles", () => {
  it("of whole rows under each other", () => {
    const places = [3, 4, 5].flatMap((x) => [7, 8].map((y) => ({ x, y })));
    expect(rangesOf([...places, { x: 3, y: 10 }])).toBe("D8:F9,D11");
  });

  const any = pinned(20251105, 300);
  it(`none lost, none twice ${seedOf(any)}`, () => {
    const place = fc.record({ x: fc.nat(6), y: fc.nat(6) });
    fc.assert(
      fc.property(fc.uniqueArray(place, { minLength: 1, selector: addressOf }), (places) => {
        expect(rangesOf(places).split(",").flatMap(unfolded).sort()).toEqual(places.map(addressOf).sort());
      }),
      any,
    );
  });
});

function unfolded(range: string): string[] {
  const [from = "", to = from] = range.split(":");
  const letters = [from, to].map((address) => address.charCodeAt(0)) as [number, number];
  const rows = [from, to].map((address) => Number(address.slice(1))) as [number, number];
  const addresses: string[] = [];
  for (let x = letters[0]; x <= letters[1]; x++)
    for (let y = rows[0]; y <= rows[1]; y++) addresses.push(`${String.fromCharCode(x)}${y}`);
  return addresses;
}
