/** What the system says of a folder, for people. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EDQUOT: 'this user has no space left there',
  EEXIST: 'there is a file in its place',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'there is a file on its path',
  EPERM: 'this user may not write there',
  EROFS: 'it can only be read',
};

/**
 * Does what needs a data folder.
 * @throws Error naming the folder where the system does not let it be used.
 */
export async function inFolder<Result>(
  folder: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = REASONS[String(error.code)] ?? error.message;
    throw new Error(
      `The data folder ${folder} cannot be used: ${reason}; choose another with --data.`,
      { cause: error },
    );
  }
}
