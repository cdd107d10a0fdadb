import { escapeXml } from "../../escape-xml.ts";

/** An attribute with a space before it; "" for a value that is not there. */
export function attribute(name: string, value: string | number | undefined): string {
  return value === undefined ? "" : ` ${name}="${escapeXml(String(value))}"`;
}
