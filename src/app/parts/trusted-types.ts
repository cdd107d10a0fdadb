/** What makes of a text something that the browser takes as markup, or as the address of a program. */
type Policy = {
  readonly createHTML: (markup: string) => string;
  readonly createScriptURL: (address: string) => string;
};

/** As browsers know it that have Trusted Types. */
type PolicyFactory = { readonly createPolicy: (name: string, rules: Policy) => Policy };

const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };

/**
 * The one gate to what a browser takes as markup or as a program. The built page (`build/content-policy.ts`) forbids
 * plain text there, so that a text from a file that strays to such a place stays out; each way through is a function
 * of this file and says why it may. Browsers without Trusted Types take the text itself.
 */
const policy: Policy | undefined = trustedTypes?.createPolicy("nianbao", {
  createHTML: (markup) => markup,
  createScriptURL: ownProgram,
});

/** Markup from outside that is read and never shown: for a `template`, in which nothing runs and nothing is asked for. */
export function markupNeverShown(html: string): string {
  return policy ? policy.createHTML(html) : html;
}

/** Markup that the writer of web pages made, which escapes every text: for a frame that shows or prints it. */
export function markupOfOurOwn(html: string): string {
  return policy ? policy.createHTML(html) : html;
}

/** The address of a worker whose program the build wrote into this one. `build/inline-workers.ts` calls it. */
export function addressOfWorker(address: string): string {
  return policy ? policy.createScriptURL(address) : address;
}

/** The address of the service worker, which the build puts beside the page. */
export function addressOfServiceWorker(): string {
  const address = serviceWorker();
  return policy ? policy.createScriptURL(address) : address;
}

const serviceWorker = (): string => new URL("service-worker.js", document.baseURI).href;

/** A program comes from the build only: a worker stands in the page, and so has an address that the page made. */
function ownProgram(address: string): string {
  if (address.startsWith(`blob:${window.origin}/`) || address === serviceWorker()) return address;
  throw new TypeError(`No program of this page: ${address.slice(0, 80)}`);
}
