import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Where the tests of this run put files, under a name in which a careless program would stumble. Made before the workers
 * start, which get its name with their environment, and removed at the end.
 */
export function setup(): void {
  process.env.NIANBAO_TEST_FOLDER = mkdtempSync(join(tmpdir(), "年报 测试 "));
}

export function teardown(): void {
  rmSync(temporaryFolder(), { recursive: true, force: true });
}

export function temporaryFolder(): string {
  const { NIANBAO_TEST_FOLDER: folder } = process.env;
  if (folder === undefined) throw new Error("the tests were started without their set-up");
  return folder;
}
