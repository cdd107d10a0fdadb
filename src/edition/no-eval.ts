import { z } from "zod";

/**
 * zod speeds up parsing with `new Function`, which a page that may only load its own files forbids; the
 * attempt alone is reported as a violation. Imported for its effect, before any schema.
 */
z.config({ jitless: true });
