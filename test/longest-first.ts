import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Begins with the tests in a browser: a run that ends with the longest file has one worker waiting for the other. Without
 * a run before, the size of a file is all that is known of it, and these are short and slow.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => /\/test\/(torture|e2e)\//.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
