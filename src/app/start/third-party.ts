/** What the program is made of, with the licences. The text is put in from the lock file by build/third-party.ts. */
export const notice: string = "";
