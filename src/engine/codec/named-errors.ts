// An item that cannot be read is still called by its name: people look for it by that, not by the reason.
import { M2KError } from '../errors.js';

/** Runs `read`; a failure of it carries what the item calls itself. */
export function named<Result>(subject: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof M2KError) || subject === '' || error.data.subject !== undefined) throw error;
    throw new M2KError(error.code, { ...error.data, subject }, { cause: error, message: error.message });
  }
}
