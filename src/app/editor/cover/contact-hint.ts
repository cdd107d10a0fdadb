type Contact = { readonly looksRight: RegExp; readonly hint: string };

/** What the usual contacts look like; a contact that an edition of one's own names is taken as it is. */
const usual: Readonly<Record<string, Contact>> = {
  postcode: { looksRight: /^\d{6}$/, hint: "邮政编码是六位数字，例如 274000" },
  telephone: {
    looksRight: /^(\(?0\d{2,3}\)?[- ]?)?\d{7,8}([- 转]+\d{1,5})?$|^\d{3,5}$|^400-?\d{3}-?\d{4}$/,
    hint: "看看电话号码对不对，例如 0530-5551234；不写手机号码",
  },
  email: {
    looksRight: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/,
    hint: "看看电子邮箱对不对，例如 xxgk@example.gov.cn",
  },
};

/** A hint for a contact that cannot be right; undefined where it can, or nothing is filled in. */
export function contactHint(id: string, value: string): string | undefined {
  const contact = Object.hasOwn(usual, id) ? usual[id] : undefined;
  const plain = value
    .normalize("NFKC")
    .replace(/[—–－]/g, "-")
    .trim();
  if (!contact || plain === "") return undefined;
  const parts = plain.split(/[、，,；;]/).map((part) => part.trim());
  return parts.every((part) => contact.looksRight.test(part)) ? undefined : contact.hint;
}
