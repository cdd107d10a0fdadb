import type { DBSchema } from "idb";
import { databaseOf } from "./open-database.ts";

/** A font face of the office that the clerk chose, as it lies in the browser. */
export type KeptFace = {
  /** One for each role and name: choosing a face again replaces it. */
  readonly id: string;
  /** What it was chosen for; without a role its name says what it draws. */
  readonly role: string | undefined;
  readonly name: string;
  /** The font file. */
  readonly file: Blob;
  /** When it was chosen, in milliseconds; the one chosen last is used first. */
  readonly keptAt: number;
};

type Shelves = DBSchema & { faces: { key: string; value: KeptFace } };

/** The faces that this browser keeps. Every call rejects when the browser refuses (private mode, full disk). */
export type FaceStore = {
  readonly all: () => Promise<KeptFace[]>;
  readonly keep: (faces: readonly KeptFace[]) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
};

/**
 * A database of its own and not a new version of that of the drafts: raising a version closes the drafts in
 * every open tab, and a tab with the program of yesterday could no longer save what is typed there.
 */
const database = databaseOf<Shelves>("nianbao-fonts", 1, (db) => {
  db.createObjectStore("faces", { keyPath: "id" });
});

export const browserFaces: FaceStore = {
  all: () => database((db) => db.getAll("faces")),
  keep: (faces) =>
    database(async (db) => {
      const transaction = db.transaction("faces", "readwrite");
      await Promise.all([...faces.map((face) => transaction.store.put(face)), transaction.done]);
    }),
  remove: (ids) =>
    database(async (db) => {
      const transaction = db.transaction("faces", "readwrite");
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
    }),
};
