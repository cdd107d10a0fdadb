/** The browser did not answer in time. */
export const noAnswer = "NoAnswer";

/** Gives what is promised, or rejects with an error of the name `noAnswer` after `limit` milliseconds. */
export async function inTime<Result>(limit: number, promised: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`no answer within ${limit} ms`), { name: noAnswer }));
    }, limit);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
